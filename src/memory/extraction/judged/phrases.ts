import { type Framing, framingOf } from '@/memory/extraction/framing';
import { hidden, ownLines } from '@/memory/extraction/own-lines';
import { sentences } from '@/memory/extraction/sentences';

/** A few words between two marks or conjunctions: what is judged, with what stands around it. */
export interface Phrase {
  text: string;
  start: number;
  end: number;
  /** What parts it from the phrase before: a mark or a conjunction, lower-case; empty where a sentence begins. */
  link: string;
  sentence: PhraseSentence;
}

/** The sentence that some phrases are of. */
export interface PhraseSentence {
  text: string;
  start: number;
  /** Place in the turn, from 0. */
  index: number;
  asks: boolean;
  /** As `framingOf`, or `after` a sentence that made what follows material or a role. */
  framing: Framing | 'after';
}

const conjunctions = [
  "and|but|so|because|cos|cuz|since|as|while|although|though|which|who|where|if|unless|when|plus|or|that's why|given(?: that)?",
  'und|aber|denn|weil|da|wenn|obwohl|oder|der|die',
  'et|mais|car|parce que|donc|puisque|comme|quand|qui|où|si',
  'y|pero|porque|ya que|así que|cuando|que|donde',
  'e|mas|porque|pois|quando|onde|se',
  'ma|perché|siccome|quindi|dato che',
].join('|');
/** Who or what a clause of its own begins with. */
const subjects = [
  "i|i'm|im|i've|ive|i'd|i'll|we|we're|we've|we'd|we'll|my|our|he|he's|she|she's|they|they're|it|it's|you|there|there's",
  'ich|wir|mein\\p{L}*|unser\\p{L}*|er|sie|es',
  "je|j'\\p{L}+|nous|on|mon|ma|mes|notre|nos|il|elle|ils|elles|c'est",
  'yo|nosotros|mi|mis|nuestr[oa]s?|me|soy|estoy|tengo|vivo|trabajo|él|ella|ellos',
  'eu|nós|(?:o |a )?meu|(?:a )?minha|sou|estou|tenho|moro|trabalho|ele|ela',
  'io|noi|(?:il )?mio|(?:la )?mia|sono|ho|vivo|lavoro|mi|lui|lei',
].join('|');
/** With nothing said of it, a conjunction begins a phrase only before a subject or a verb of speaking of oneself. */
const boundary = new RegExp(
  String.raw`(?<mark>\s*(?:[;()[\]…]|[:,!?](?=\s)|\s[–—-]{1,2}\s|—|[\p{Extended_Pictographic}\ufe0f]|\.{2,})+\s*)` +
    String.raw`(?:(?<after>${conjunctions})\s+)?` +
    String.raw`|(?<!(?<![\p{L}'])(?:me|i|him|her|us|you|my \p{L}+))\s+(?<alone>${conjunctions})\s+(?=(?:${subjects})(?![\p{L}\p{N}]))` +
    String.raw`|\s+(?<always>because|cos|cuz|although|though|but|who|who's|weil|obwohl|parce que|car|mais|porque|pero|mas|pois|perché|ma)\s+`,
  'giu',
);

const asking = /\?[\s\p{P}\p{S}]*$/u;

/** The phrases of a turn that the user wrote as themselves, in their order; quotations, code and letters are left out. */
export function phrasesIn(text: string): Phrase[] {
  const phrases: Phrase[] = [];
  let index = 0;
  let isAfter = false;
  for (const line of ownLines(text)) {
    for (const { text: words, start } of sentences(line)) {
      const framing = framingOf(words);
      const sentence: PhraseSentence = {
        text: words,
        start,
        index: index++,
        asks: asking.test(words),
        framing: isAfter ? 'after' : framing,
      };
      isAfter ||= framing === 'stop' || framing === 'drop';
      phrases.push(...phrasesOf(sentence));
    }
  }
  return phrases;
}

function phrasesOf(sentence: PhraseSentence): Phrase[] {
  const phrases: Phrase[] = [];
  let from = 0;
  let link = '';
  const add = (end: number) => {
    const raw = sentence.text.slice(from, end);
    const text = raw.trim();
    if (!/[\p{L}\p{N}]/u.test(text) || text.includes(hidden)) return;
    const start = sentence.start + from + raw.indexOf(text);
    phrases.push({ text, start, end: start + text.length, link, sentence });
  };
  for (const match of sentence.text.matchAll(boundary)) {
    const { mark = '', after = '', alone = '', always = '' } = match.groups ?? {};
    add(match.index);
    from = match.index + match[0].length;
    link = `${mark.trim()} ${after || alone || always}`.trim().toLowerCase() || ' ';
  }
  add(sentence.text.length);
  return phrases;
}
