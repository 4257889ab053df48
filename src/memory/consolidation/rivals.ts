import { endsWhat } from '@/memory/consolidation/endings';
import { isOtherRule } from '@/memory/consolidation/other-rule';
import { isEarlier, type Said } from '@/memory/consolidation/said-when';
import { saysTheSame, type Told } from '@/memory/consolidation/says-the-same';
import { type Sentence, sentenceOf } from '@/memory/consolidation/sentence';
import { slotOf } from '@/memory/consolidation/slot';
import { takesPlaceOf } from '@/memory/consolidation/takes-place-of';
import type { Basis } from '@/memory/types';

/** Whether only one of the two can hold, so that the newer one takes the place of the older one. */
export function isRival(newer: Told, older: Told): boolean {
  if (older.kind === 'episode' || saysTheSame(newer, older)) return false;
  const [now, before] = [sentenceOf(newer.text), sentenceOf(older.text)];
  if (newer.key !== undefined && newer.key === older.key) {
    // Where one lived once says nothing of where one lives.
    return now.isPast === before.isPast || endsWhat(now, before);
  }
  if (endsWhat(now, before)) return canEnd(newer, older);
  if (newer.kind === 'procedure' && older.kind === 'procedure') return isOtherRule(now, before);
  if (!isFactual(newer) || !isFactual(older))
    return newer.kind === 'goal' && older.kind === 'goal' && isSure(newer, older);
  // A key says what its statement is about; another key, or a key of one alone, is about something else.
  if (newer.key !== undefined && older.key !== undefined) return false;
  return takesPlaceOf(newer.text, older.text);
}

/** As `isRival`, whichever of the two was said first. */
export function areRivals(one: Told & Said, other: Told & Said): boolean {
  return isEarlier(one, other) ? isRival(other, one) : isRival(one, other);
}

/** How far apart two values are told that are told of the same time, unless the newer one says that it changed. */
const atOnceMs = 10 * 60_000;

/**
 * Whether it is left to the user which of two rivals holds: what the user wrote is not overruled by what was read off
 * a chat, and of two values told within minutes nobody knows which was the slip.
 */
export function isUnsure(newer: Told & Basic, older: Told & Basic, apartMs: number): boolean {
  if (newer.basis === 'inferred') {
    if (older.basis === 'written') return true;
    return apartMs < atOnceMs && isUnexplained(newer, older);
  }
  return false;
}

interface Basic {
  basis: Basis;
}

/** Two names or numbers for one thing, and no word of a change. */
function isUnexplained(newer: Told, older: Told): boolean {
  const [now, before] = [sentenceOf(newer.text), sentenceOf(older.text)];
  if (now.isChange || now.isDenial || now.isContrast || before.isPast) return false;
  const isOfKey = newer.key !== undefined && newer.key === older.key && !severalSided.has(newer.key);
  if (!isOfKey && slotOf(now.text) === undefined) return false;
  const [value, other] = [marksOf(now), marksOf(before)];
  return value.length > 0 && other.length > 0 && !value.some((mark) => other.includes(mark));
}

/** "I'm married" and "my wife is called Sara" are two sides of one thing. */
const severalSided: ReadonlySet<string> = new Set(['partner', 'occupation', 'pronouns', 'name']);

function marksOf({ names, words }: Sentence): string[] {
  return [...names, ...words.filter((word) => /\d/.test(word))];
}

function canEnd(newer: Told, older: Told): boolean {
  if (newer.kind === 'procedure' || older.kind === 'procedure') return newer.kind === older.kind;
  // A goal is closed by what ends it.
  return (newer.kind === 'goal') === (older.kind === 'goal');
}

/** Of two aims that are alike both may be meant. */
function isSure(newer: Told, older: Told): boolean {
  return sentenceOf(newer.text).isChange && takesPlaceOf(newer.text, older.text);
}

function isFactual({ kind }: Told): boolean {
  return kind === 'fact' || kind === 'preference';
}
