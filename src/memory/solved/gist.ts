import { squashSpace } from '@/lib/squash-space';
import { sentences } from '@/memory/extraction/sentences';

export const longestGist = 200;

/**
 * The first telling sentences of an answer as one line of plain text, its code where it is nothing else; empty where it
 * answers nothing but only asks back.
 */
export function gistOf(answer: string): string {
  const text = answer.slice(0, mostRead);
  return fitting(tellingOf(proseOf(text))) || fitting(sentencesOf(codeOf(text)));
}

/** As `fitting` for a single text of any kind: one line, at most so many characters, cut between words. */
export function shortened(text: string, most: number = longestGist): string {
  const line = squashSpace(printable(text));
  if (line.length <= most) return line;
  const head = line.slice(0, most - 1);
  const cut = head.search(/\s\S*$/u);
  const whole = cut > most / 2 ? head.slice(0, cut) : head.replace(/[\ud800-\udbff]$/u, '');
  return `${whole.replace(/[\s,;:–—-]+$/u, '')}…`;
}

const mostRead = 6_000;

function isTelling(sentence: string): boolean {
  return !/[?？]["”’)]*$/u.test(sentence) && !opener.test(sentence);
}

/** What is said before an answer begins. */
const opener = new RegExp(
  [
    String.raw`^(?:sure(?: thing)?|certainly|absolutely|of course|no problem|got it|natürlich|klar|gerne?|bien s[ûu]r|claro|certo)[\s,.!:–—-]*`,
    String.raw`(?:(?:here(?:['’]s| is| are)|let(?:['’]s| me)|i(?:['’]d|['’]ll| can| will| would)|happy to|glad to|hier ist|voici)\b.*)?$`,
    String.raw`|^(?:(?:i(?:['’]d| would) be )?(?:happy|glad) to help|(?:great|good|excellent) question|gute frage|thanks? for)\b.{0,80}$`,
    String.raw`|^(?:here(?:['’]s| is| are)|hier ist|voici|aquí (?:tienes|está))\b.{0,120}[.:!]$`,
  ].join(''),
  'iu',
);

/** The first parts that fit, or the beginning of the first. */
function fitting(parts: Iterable<string>): string {
  let gist = '';
  for (const part of parts) {
    const longer = gist === '' ? part : `${gist} ${part}`;
    if (longer.length > longestGist) return gist === '' ? shortened(part) : gist;
    gist = longer;
  }
  return gist;
}

function* tellingOf(text: string): Generator<string> {
  for (const sentence of sentencesOf(text)) if (isTelling(sentence)) yield sentence;
}

function* sentencesOf(text: string): Generator<string> {
  for (const written of text.split('\n')) {
    const line = squashSpace(printable(written));
    if (!/[\p{L}\p{N}]/u.test(line)) continue;
    for (const sentence of sentences({ text: line, start: 0 }))
      if (sentence.text.trim() !== '') yield sentence.text.trim();
  }
}

/** Without code, tables, rules and quotations of source: what is left is read as text. */
function proseOf(text: string): string {
  const lines = text
    .replace(/^\s*(```|~~~)[^\n]*\n[\s\S]*?(?:^\s*\1\s*$|$(?![\s\S]))/gmu, '\n')
    .split('\n')
    .filter((line) => !/^\s*(?:\||#{1,6}\s|[-*_=]{3,}\s*$)/u.test(line));
  return plain(lines.join('\n'));
}

function codeOf(text: string): string {
  const blocks = [...text.matchAll(/^\s*(```|~~~)[^\n]*\n([\s\S]*?)(?:^\s*\1\s*$|$(?![\s\S]))/gmu)];
  return plain(blocks.map(([, , code = '']) => code).join('\n'));
}

/** Markdown and HTML as the text that they show. */
function plain(text: string): string {
  return text
    .replace(/<[^<>]{0,400}>/gu, ' ')
    .replace(/!\[([^\]\n]{0,200})\]\([^)\n]{0,2000}\)/gu, '$1')
    .replace(/\[([^\]\n]{1,200})\]\([^)\n]{0,2000}\)/gu, '$1')
    .replace(/^\s*(?:```|~~~).*$/gmu, '')
    .replace(/^\s*(?:#{1,6}\s+|>+\s?|[-*+•]\s+|\d{1,3}[.)]\s+)+/gmu, '')
    .replace(/(\*\*|__|~~|`+)/gu, '')
    .replace(/(?<![\p{L}\p{N}])[*_](?=\S)([^*_\n]{1,200}?)[*_](?![\p{L}\p{N}])/gu, '$1')
    .replace(/[<>]/gu, ' ');
}

/** Without what has no look of its own; joiners stay, which some scripts and signs are made of. */
function printable(text: string): string {
  return text
    .replace(/\p{Cs}|[\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu, '')
    .replace(/\p{Cc}/gu, ' ');
}
