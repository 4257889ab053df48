/** A line of a turn and where it begins. */
export interface Line {
  text: string;
  start: number;
}

/** Stands for words inside a line that are not the user's own; as long as what it hides. */
export const hidden = '\ufffc';

/** A typed line is rarely this long; a pasted paragraph often is. */
const longestTypedLine = 2_000;

const codeLine = new RegExp(
  [
    String.raw`^\s*(?:(?:const|let|var|auto|int|char|float|double)\s+\w+\s*[=;\[]|def\s+\w+\s*\(|class\s+\w+.*[:{]$)`,
    String.raw`^\s*(?:import\s+[\w{*"'].*|from\s+\S+\s+import\s.*|#include\b.*|using\s+\w+;|package\s+[\w.]+;?)$`,
    String.raw`^\s*(?:public|private|protected|static|export|async|function|fn|func)\s+\w+.*[({]`,
    String.raw`^\s*(?:if|for|while|switch|catch|elif)\b\s*\(?.*[{:;)]\s*$`,
    String.raw`^\s*(?:return|print|console|echo|throw|await)\b.*[;)]\s*$`,
    String.raw`^\s*(?:SELECT|INSERT|UPDATE|DELETE|CREATE|ALTER)\s.*\b(?:FROM|INTO|SET|TABLE)\b`,
    String.raw`^\s*(?:</?[a-z!][^>]*>|[})\]]+[;,]?\s*$|[{[]\s*$|//|/\*|\*/|\$ |>>> |@\w+\()`,
    String.raw`^\s*[{[].*[}\],]\s*$`,
    String.raw`^\s*"[^"]*"\s*:\s*.*$`,
    String.raw`^\s*[\w.$\[\]]+(?:\([^)]*\))?\s*(?:[-+*/|]?=(?!=)|\+=|:=)\s*\S.*$`,
    String.raw`=>|[;{}]\s*$(?<=[=(){}\]].*)|^\s*\w+(?:\.\w+)*\([^)]*\)\s*;?\s*$|^\s+at\s\S+\s?\(`,
  ].join('|'),
);
const fence = /^\s*(?:```|~~~)/;
const transcriptLine = /^\s*(?:\[[^\]]{1,40}\]\s*)?\p{Lu}[\p{L}.' ]{0,24}:\s+\S/u;
const salutation =
  /^\s*(?:dear|sehr geehrte|liebe[rs]?|estimad[oa]s?|querid[oa]s?|chère?|prezad[oa]s?|car[oa]|gentile)\s[^.?!]{0,60}[,:]?\s*$/iu;
const signOff =
  /^\s*(?:(?:kind|best|warm|many)?\s*regards|(?:yours )?sincerely|yours (?:truly|faithfully)|best wishes|mit freundlichen grüßen|viele grüße|cordialement|saludos|atenciosamente|cordiali saluti),?\s*$/iu;

/**
 * The lines the user wrote as themselves: no code, quotations, pasted paragraphs, transcripts or letters. What is
 * quoted or set as code within a line is hidden. Empty when the turn is mostly code.
 */
export function ownLines(text: string): Line[] {
  const lines = outsideFences(splitLines(text)).filter(
    ({ text }) => text.length <= longestTypedLine && text.trim() !== '',
  );
  const prose = lines.filter(({ text }) => !codeLine.test(text));
  if (lines.length - prose.length > Math.max(1, prose.length)) return [];
  return withoutLetter(withoutTranscript(prose))
    .filter(({ text }) => !/^\s*>/.test(text))
    .map(({ text, start }) => ({ text: hideQuotations(text), start }));
}

function splitLines(text: string): Line[] {
  let start = 0;
  return text.split('\n').map((line) => {
    const from = start;
    start += line.length + 1;
    return { text: line.endsWith('\r') ? line.slice(0, -1) : line, start: from };
  });
}

function outsideFences(lines: Line[]): Line[] {
  let inside = false;
  return lines.filter(({ text }) => {
    if (!fence.test(text)) return !inside;
    const closesItself = /^\s*(```|~~~).*\1\s*$/.test(text);
    if (!closesItself) inside = !inside;
    return false;
  });
}

/** Two lines that begin with a speaker make a conversation between others. */
function withoutTranscript(lines: Line[]): Line[] {
  const rest = lines.filter(({ text }) => !transcriptLine.test(text));
  return lines.length - rest.length >= 2 ? rest : lines;
}

/** A letter runs from its salutation to the end of the turn; one without salutation from the turn's beginning. */
function withoutLetter(lines: Line[]): Line[] {
  const opened = lines.findIndex(({ text }) => salutation.test(text));
  if (opened >= 0) return lines.slice(0, opened);
  return lines.slice(lines.findLastIndex(({ text }) => signOff.test(text)) + 1);
}

const quotation =
  /`[^`]{1,400}`|"[^"]{1,400}"|[“”„][^“”"]{1,400}[“”"]|«[^»]{1,400}»|「[^」]{1,400}」|(?<=^|[\s(:,])'(?=\S)[^\n]{1,300}?'(?![\p{L}\p{N}])/gu;
/** A quotation that could be someone's statement; a title, a name or a single word is left to be read. */
const speaks =
  /(?:^|\s|["'“„«`])(?:I|I'm|my|me|we|our|you|je|j'|ich|yo|eu|io|soy|sou|sono|vivo|moro|am)\b|\S\s+\S+\s+\S+\s+\S+\s+\S/iu;

function hideQuotations(line: string): string {
  if (!/["'“”„«「`]/.test(line)) return line;
  return line.replace(quotation, (words) => (speaks.test(words) ? hidden.repeat(words.length) : words));
}
