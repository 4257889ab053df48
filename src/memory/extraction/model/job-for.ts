import { plainWords } from '@/lib/plain-words';
import { ownProse } from '@/memory/extraction/model/own-prose';
import { mayLearnFrom } from '@/memory/trust';
import type { Job, Turn } from '@/memory/types';

/** Characters of prose; more is a book that somebody pasted before we could see it. */
const longest = 40_000;
/** Letters and digits; less says nothing that the rules do not read. */
const shortest = 8;

/** What says nothing about anybody, whatever stands beside it. */
const trivial = new Set(
  plainWords(`thanks thank you thx ty ok okay yes no yeah yep nope sure great perfect nice cool awesome wow good go on
    continue more again next please stop hi hello hey lol and it that this is the a to me danke ja nein gut weiter bitte
    merci oui non parfait encore gracias si vale bien sigue perfecto obrigado obrigada sim nao otimo grazie va bene
    ancora dank je wel tack da net spasibo 谢谢 ありがとう`),
);

/** The job to read a turn; undefined where its author says nothing in it as themselves. */
export function jobFor(turn: Turn, now: number): Job | undefined {
  return mayLearnFrom(turn) && saysEnough(turn) ? { turnId: turn.id, addedAt: now, attempts: 0 } : undefined;
}

function saysEnough(turn: Turn): boolean {
  const prose = ownProse(turn);
  if (!prose.speaks || prose.text.length > longest) return false;
  const words = plainWords(prose.text).filter((word) => !trivial.has(word));
  return words.join('').length >= shortest || /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}]{6}/u.test(prose.text);
}
