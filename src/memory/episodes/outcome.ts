import { contentWords } from '@/lib/content-words';
import { sentences } from '@/memory/extraction/sentences';
import { gistOf, shortened } from '@/memory/solved/gist';
import { questionWords } from '@/memory/solved/question-words';

/** What came of a question. */
export interface Outcome {
  /** On one line, plain text. */
  words: string;
  /** It names something: a command, a proper name, a value. Any other is advice as it can be had at any time. */
  isNamed: boolean;
}

/** Characters of an answer that are read. */
const lookedAt = 6_000;
/** Sentences and items of an answer; what it comes to is said among the first. */
const mostSentences = 12;
const mostItems = 4;

/**
 * The command, the names or the sentence that an answer comes to, in at most so many characters. What it repeats of the
 * question or of `known`, and what it says of the user, is no outcome.
 */
export function outcomeOf(
  answer: string,
  question: string,
  known: readonly string[],
  most: number,
): Outcome | undefined {
  const text = answer.slice(0, lookedAt);
  const isNews = (words: string) => words !== '' && !instructs.test(words) && !isIn(words, question, known);
  const command = commandsIn(text).find((code) => code.length <= most && isNews(code));
  if (command) return { words: ended(command), isNamed: true };

  const items = itemsIn(text).filter(isNews);
  if (items.length > 1) {
    const words = fitting(items.slice(0, mostItems), most);
    return { words: ended(words), isNamed: items.some((item) => isNamedIn(item, question)) };
  }
  const told = [...sentencesIn(text)].filter((words) => isNews(words) && isTelling(words));
  const named = told.find((words) => isNamedIn(words, question));
  const best = named ?? told[0];
  if (best === undefined) return undefined;
  return { words: ended(shortened(best, most)), isNamed: named !== undefined };
}

/** Code in a line, or alone in a block, that is more than a name. */
function commandsIn(text: string): string[] {
  const blocks = [...text.matchAll(/^[ \t]*```[^\n]*\n([^\n]{3,120})\n[ \t]*```/gmu)].map(
    ([, line = '']) => line,
  );
  const inline = [...text.matchAll(/(?<!`)`([^`\n]{3,120})`(?!`)/gu)].map(([, code = '']) => code);
  return [...inline, ...blocks].map((code) => code.trim()).filter((code) => isCommand.test(code));
}

const isCommand = /^-{1,2}[a-z]|^\S+ \S|[=(]/iu;

/** What the items of a list begin with. */
function itemsIn(text: string): string[] {
  return [...text.matchAll(/^[ \t]*(?:[-*•+]|\d{1,2}[.)])[ \t]+([^\n]{2,300})$/gmu)]
    .map(([, item = '']) => headOf(item))
    .filter((head) => head.length >= 2 && head.length <= longestHead);
}

const longestHead = 50;

/** Its words in bold or before a colon or a dash; nothing where the item is a sentence. */
function headOf(item: string): string {
  const [, bold] = /^\*\*([^*\n]{2,80})\*\*/u.exec(item) ?? [];
  const [, before] = /^([^:–—]{2,60}?)(?:\s*:\s|\s+[–—-]\s)/u.exec(item) ?? [];
  const head = bold ?? before ?? (/[.!?,;]/u.test(item) ? '' : item);
  return gistOf(head.replace(/\s*:\s*$/u, ''));
}

function* sentencesIn(text: string): Generator<string> {
  let read = 0;
  for (const line of text.split('\n')) {
    if (/^\s*(?:```|\||#{1,6}\s)/u.test(line)) continue;
    for (const sentence of sentences({ text: line, start: 0 })) {
      const words = gistOf(sentence.text);
      if (words !== '') yield words;
      if (++read >= mostSentences) return;
    }
  }
}

/** Neither applause nor the beginning of a letter, and nothing about the user. */
function isTelling(words: string): boolean {
  if (applause.test(words) || ofTheUser.test(words) || firstPerson.test(words) || /^["“„«]|!$/u.test(words))
    return false;
  return questionWords(words).telling.size > 1 || /\p{N}/u.test(words);
}

/** A name or a number that the question does not have. */
function isNamedIn(words: string, question: string): boolean {
  const asked = question.toLowerCase();
  const names = [
    ...words.matchAll(/(?<=[\p{L}\p{N},;:]\s+["“«(]?)\p{Lu}[\p{L}\p{N}'’-]+|\p{N}[\p{N}.,:]*/gu),
  ];
  const heads = /^\p{Lu}\p{L}+(?: \p{Lu}\p{L}+)+/u.exec(words)?.[0];
  return [...names.map(([name]) => name), ...(heads ? [heads] : [])].some(
    (name) => name !== 'I' && !asked.includes(name.toLowerCase()),
  );
}

function fitting(items: readonly string[], most: number): string {
  let line = '';
  for (const item of items) {
    const longer = line === '' ? item : `${line}, ${item}`;
    if (longer.length > most) break;
    line = longer;
  }
  return line === '' ? shortened(items[0] ?? '', most) : line;
}

/** Most of what it says stands there already. */
const mostShared = 0.7;
/** By one word of what is known an answer may come by itself. */
const mostKnown = 1;

function isIn(words: string, question: string, known: readonly string[]): boolean {
  const own = [...contentWords(words)];
  const asked = contentWords(question);
  const told = contentWords(known.join('\n'));
  if (own.filter((word) => told.has(word) && !asked.has(word)).length > mostKnown) return true;
  return own.filter((word) => asked.has(word) || told.has(word)).length > mostShared * own.length;
}

function ended(words: string): string {
  return /[.!?…。！？]$/u.test(words) ? words : `${words}.`;
}

const applause =
  /^(?:hello|hi|hey|hm+|congratulations|congrats|well done|fantastic|great|good|nice|done|understood|noted|sorry|i['’]m (?:so )?(?:sorry|glad|happy)|dear|subject|glückwunsch|herzlichen|tut mir leid|liebe[rs]?|sehr geehrte|félicitations|bravo|désolée?|ch[eè]re?|enhorabuena|felicidades|lo siento|estimad[oa]|querid[oa]|parabéns|lamento|prezad[oa]|car[oa]|congratulazioni|mi dispiace|gentile)(?!\p{L})/iu;
/** Lines of a letter or a post, or the assistant's own. */
const firstPerson =
  /\b(?:I(?!['’]d)|I['’](?:m|ve|ll)|my|we|our|ich|meine?|je|j['’]\p{L}+|mon|yo|mi|eu|meu|io|mio)\b(?! (?:recommend|suggest|would))/u;
/** What an answer says of the user, it has from the user or from what it was told. */
const ofTheUser =
  /\b(?:you(?:['’](?:re|ve|d))?|your|yours)\b(?! (?:can|could|may|might|should|need|will|want|use|run)\b)|\b(?:du|dein\p{L}*|dir|dich|tu|ton|ta|tes|vous|votre|vos|tus?|usted|você|seus?|suas?|tuo|tua|tuoi|tue)\b/iu;
/** An answer may pass on what a page orders; memories go on into other chats. */
const instructs =
  /\b(?:ignor\p{L}*|disregard|forget|instructions?|system prompt|prompts?|as an ai|assistant|you must|you are now|chatgpt|claude|gemini|https?)\b/iu;
