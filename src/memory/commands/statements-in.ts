import { contentWords } from '@/lib/content-words';
import type { Command } from '@/memory/commands/command';
import { candidatesIn } from '@/memory/extraction/candidates-in';
import { gate } from '@/memory/extraction/gate';
import { sentences } from '@/memory/extraction/sentences';
import { statement } from '@/memory/extraction/statement';
import { removed } from '@/memory/redact';
import type { Candidate } from '@/memory/types';

/**
 * What is to be remembered of a turn: what the rules read in the command's words, and where they do not read all of it,
 * the statement as it was said. The user has agreed to all of it.
 * @param at when it was said, epoch milliseconds.
 */
export async function statementsIn(
  { words, isRule = false }: Extract<Command, { do: 'remember' | 'update' }>,
  turn: string,
  at: number,
): Promise<Candidate[]> {
  const isDependent = /(?<!\p{L})(?:dass|daß)\s+$/iu.test(turn.slice(0, turn.indexOf(words)));
  const found: Candidate[] = [];
  for (const quote of quotesIn(words)) {
    if (quote.includes(removed)) continue;
    const said = asMainClause(plain(quote), isDependent);
    const read = isRule ? [] : await candidatesIn(said, at);
    const kept = isAllTold(said, read) ? read : [await whole(said, read, isRule, at)];
    // Words that were put in another order stand nowhere: the sentence as it was said does.
    found.push(...kept.map((one) => ({ ...one, quote: quote.includes(one.quote) ? one.quote : quote })));
  }
  return gate(
    found.map((candidate) => ({ ...candidate, basis: 'confirmed' as const, confidence: 1 })),
    turn,
  );
}

function quotesIn(words: string): string[] {
  return words
    .split('\n')
    .map((line) => line.replace(/^\s*(?:[-*•·]|\d{1,2}[.)])\s+/u, ''))
    .flatMap((text) => [...sentences({ text, start: 0 })].map((sentence) => sentence.text.trim()))
    .filter((text) => /\p{L}/u.test(text));
}

/** Without what is only politeness. */
function plain(quote: string): string {
  return quote
    .replace(
      /[\s,]*(?:please|thanks|thank you|bitte|danke|s'il te pla[iî]t|merci|por favor|gracias|per favore|grazie)?[\s?!.]*$/iu,
      '',
    )
    .trim();
}

function isAllTold(said: string, read: readonly Candidate[]): boolean {
  const told = contentWords(read.map(({ text, quote }) => `${text} ${quote}`).join(' '));
  return read.length > 0 && [...contentWords(said)].every((word) => told.has(word));
}

/** To the letter; what the rules make of it tells its kind and what it is about. */
async function whole(
  said: string,
  read: readonly Candidate[],
  isRule: boolean,
  at: number,
): Promise<Candidate> {
  return {
    kind: isRule ? 'procedure' : 'fact',
    importance: isRule ? 0.75 : 0.6,
    ...(read.length === 1 ? read[0] : {}),
    text: statement(await dated(said, at)),
    quote: said,
    confidence: 1,
    basis: 'confirmed',
  };
}

/** "In May" may be the last one or the next: it stays as it was said. */
async function dated(said: string, at: number): Promise<string> {
  const { withCalendarDates } = await import('@/memory/extraction/dates');
  return bareMonth.test(said) ? said : withCalendarDates(said, at).text;
}

const bareMonth =
  /\b(?:january|february|march|april|may|june|july|august|september|october|november|december)\b(?! \d)/i;

const subject = '(?:ich|wir|(?:mein|unser)e? \\p{L}+)';
const verb = '(?:bin|sind|ist|hat|mag|kann|muss|darf|will|\\p{Ll}+(?:e|st|t|en))';

/** German puts the verb last after "dass" and first after "eigentlich"; alone it comes second. */
function asMainClause(said: string, isDependent: boolean): string {
  const last = isDependent && new RegExp(`^(${subject}) (.+) (${verb})$`, 'iu').exec(said);
  // "… dass ich Cello spiele und in Porto wohne" holds two of them: it stays as it was said.
  if (last && !/ (?:und|aber) /.test(said)) return `${last[1]} ${last[3]} ${last[2]}`;
  const first = /^(bin|habe|wohne|lebe|arbeite|esse|trinke|mag) (ich|wir) (.+)$/iu.exec(said);
  return first ? `${first[2]} ${first[1]?.toLowerCase()} ${first[3]}` : said;
}
