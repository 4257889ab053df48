import type { Command } from '@/memory/commands/command';
import { isOfTask, isOwn, pointsBack } from '@/memory/commands/own-words';
import {
  forgetAll,
  forgetFrom,
  forgetOwn,
  forgetThat,
  ignores,
  isChange,
  isPartOfLife,
  isWish,
  ownStatement,
  politeness,
  rememberAnything,
  rememberOwn,
  rememberThat,
  rememberTo,
  saying,
  tells,
  unuses,
  updateMarked,
  updateOpening,
} from '@/memory/commands/phrases';
import { firstSentence, statementsFrom } from '@/memory/commands/stretch';

/** A prompt that begins with a command is looked at so far. */
const lookedAt = 2_000;
/** Words of a topic; more is a sentence about something else. */
const longestTopic = 6;

/**
 * What a prompt that the user typed asks of the memory, told by how it begins; undefined where it is not plainly meant
 * for the memory. `words` are an exact part of `text`.
 */
export function commandIn(text: string): Command | undefined {
  // Straight apostrophes are as long as typographic ones: places in the text stay what they are.
  const straight = text.slice(0, lookedAt).replaceAll('’', "'");
  const from = straight.length - straight.trimStart().length;
  const polite = politeness.exec(straight.slice(from))?.[0].length ?? 0;
  const written: Written = {
    text,
    straight,
    at: from + polite,
    isPolite: asksPolitely(straight.slice(from, from + polite)),
  };
  for (const read of readers) {
    const command = read(written);
    if (command) return command;
  }
  return undefined;
}

interface Written {
  text: string;
  straight: string;
  /** Where the command begins, behind what is said for politeness. */
  at: number;
  /** Asked as "can you …?", so that a question mark tells nothing. */
  isPolite: boolean;
}

const readers: ((written: Written) => Command | undefined)[] = [
  ignored,
  unused,
  told,
  remembered,
  forgotten,
  updated,
];

function ignored({ straight, at }: Written): Command | undefined {
  return ignores.test(straight.slice(at)) ? { do: 'ignore' } : undefined;
}

function unused({ straight, at }: Written): Command | undefined {
  return unuses.test(straight.slice(at)) ? { do: 'unuse' } : undefined;
}

function told({ straight, at }: Written): Command | undefined {
  const match = tells.exec(straight.slice(at)) ?? tells.exec(straight.trimStart());
  if (!match) return undefined;
  const topic = match
    .slice(1)
    .find((group) => group !== undefined)
    ?.trim();
  if (topic === undefined) return { do: 'tell' };
  const ofUser = topic.replace(/^(?:me|mich|moi|mí|mim) (?:and|und|et|y|e) /i, '');
  return isPartOfLife.test(ofUser) ? { do: 'tell', topic: ofUser } : undefined;
}

function remembered(written: Written): Command | undefined {
  const rule = after(written, rememberTo);
  if (rule !== undefined) return keep(written, rule, { do: 'remember', isRule: true });
  const anything = after(written, rememberAnything);
  if (anything !== undefined) return keep(written, anything, { do: 'remember' });
  return rememberedThat(written) ?? rememberedOwn(written);
}

function rememberedThat(written: Written): Command | undefined {
  const begun = after(written, rememberThat);
  if (begun === undefined) return undefined;
  const words = firstSentence(written.straight.slice(begun));
  if (asks(words, written)) return undefined;
  const isMeant = isOwn(words)
    ? !saying.test(words.trim())
    : isAllThatIsSaid(written, begun) && isAboutTheWorld(words);
  return isMeant ? keep(written, begun, { do: 'remember' }) : undefined;
}

function rememberedOwn(written: Written): Command | undefined {
  const begun = after(written, rememberOwn);
  if (begun === undefined) return undefined;
  const words = firstSentence(written.straight.slice(begun));
  if (asks(words, written) || !ownStatement.test(words.trim())) return undefined;
  const subject = subjectOf(words);
  return isOfTask(subject) || pointsBack(subject) ? undefined : keep(written, begun, { do: 'remember' });
}

function forgotten(written: Written): Command | undefined {
  return (
    forgottenFrom(written) ?? forgottenAll(written) ?? forgottenStatement(written) ?? forgottenOwn(written)
  );
}

/** "Remove … from your memory". */
function forgottenFrom(written: Written): Command | undefined {
  const { straight, at } = written;
  const words = forgetFrom.exec(straight.slice(at))?.groups?.words;
  if (words === undefined || pointsBack(words)) return undefined;
  const start = straight.indexOf(words, at);
  return meant(written, start, start + words.length, !/^(?:i|i'm|i've|we|we're)\b/i.test(words));
}

/** "Forget everything about my ex." Of what is not the user's own only a name is plain, and only alone. */
function forgottenAll(written: Written): Command | undefined {
  const begun = after(written, forgetAll);
  if (begun === undefined) return undefined;
  const words = withoutEnd(firstSentence(written.straight.slice(begun)));
  if (words.split(/\s+/).length > longestTopic || pointsBack(words)) return undefined;
  const isMeant = isOwn(words) || (isNamed(words) && isAllThatIsSaid(written, begun));
  return isMeant ? meantFrom(written, begun, true) : undefined;
}

/** "Forget that I play the cello." */
function forgottenStatement(written: Written): Command | undefined {
  const begun = after(written, forgetThat);
  if (begun === undefined) return undefined;
  const rest = written.straight.slice(begun);
  const said = saying.exec(rest.trimStart())?.[0];
  const from = said === undefined ? begun : begun + rest.indexOf(said) + said.length;
  const words = firstSentence(written.straight.slice(from));
  if (!isSaidPlainly(words, written)) return undefined;
  if (said !== undefined) return isOwnThing(words) ? meantFrom(written, from, true) : undefined;
  const isMeant = isOwn(words) || (isAllThatIsSaid(written, from) && isAboutTheWorld(words));
  return isMeant ? meantFrom(written, from, false) : undefined;
}

/** "Forget about my ex." */
function forgottenOwn(written: Written): Command | undefined {
  const begun = after(written, forgetOwn);
  if (begun === undefined) return undefined;
  const words = firstSentence(written.straight.slice(begun));
  return isSaidPlainly(words, written) && isOwnThing(words) ? meantFrom(written, begun, true) : undefined;
}

function updated(written: Written): Command | undefined {
  const marked = after(written, updateMarked);
  const begun = marked ?? after(written, updateOpening);
  if (begun === undefined) return undefined;
  const words = firstSentence(written.straight.slice(begun)).trim();
  if (words.includes('?') || isWish.test(words) || isOfTask(words) || !isOwn(words)) return undefined;
  return marked !== undefined || isChange.test(words) ? keep(written, begun, { do: 'update' }) : undefined;
}

function keep(
  { text, straight }: Written,
  begun: number,
  command: { do: 'remember' | 'update'; isRule?: boolean },
): Command | undefined {
  const { start, end } = statementsFrom(straight, begun);
  const words = text.slice(start, end);
  return /\p{L}/u.test(words) ? { ...command, words } : undefined;
}

function meantFrom(written: Written, begun: number, isTopic: boolean): Command | undefined {
  return meant(written, begun, begun + firstSentence(written.straight.slice(begun)).length, isTopic);
}

function meant({ text }: Written, start: number, end: number, isTopic: boolean): Command | undefined {
  const words = withoutEnd(text.slice(start, end));
  return /\p{L}/u.test(words) ? { do: 'forget', words, isTopic } : undefined;
}

function withoutEnd(sentence: string): string {
  return sentence.trim().replace(/[\s.,!?;:]+$/u, '');
}

/** The place behind the phrase; undefined where the command does not begin with it. */
function after({ straight, at }: Written, shape: RegExp): number | undefined {
  const phrase = shape.exec(straight.slice(at))?.[0];
  return phrase === undefined ? undefined : at + phrase.length;
}

/** More than a pronoun, and no question. */
function isSaidPlainly(words: string, written: Written): boolean {
  return /\S\s+\S/.test(words.trim()) && !asks(words, written);
}

function isOwnThing(words: string): boolean {
  return isOwn(words) && !isOfTask(words) && !pointsBack(words);
}

function asks(sentence: string, { isPolite }: Written): boolean {
  return sentence.includes('?') && !isPolite;
}

function asksPolitely(opening: string): boolean {
  return /\b(?:you|kannst|könntest|peux|pourrais|puedes|podrías|podes|pode|puoi)\b/i.test(opening);
}

/** Nothing but thanks comes behind it. */
function isAllThatIsSaid({ straight, text }: Written, begun: number): boolean {
  const rest = text.slice(begun + firstSentence(straight.slice(begun)).length);
  return /^[\s.!]*(?:(?:thanks|thank you|please|danke|merci|gracias|obrigad[oa]|grazie)[\s.!]*)?$/i.test(
    rest,
  );
}

function isAboutTheWorld(words: string): boolean {
  return (
    !isOfTask(words) &&
    !pointsBack(words) &&
    !/^\s*(?:you|your|there|du|tu|vous|usted|você)(?!\p{L})/iu.test(words)
  );
}

/** Begins with a capital: a name; in German any noun does, and with it stands alone. */
function isNamed(words: string): boolean {
  return /^\p{Lu}[\p{L}'-]*(?: \p{Lu}[\p{L}'-]*){0,2}$/u.test(words);
}

/** What stands before the verb, roughly. */
function subjectOf(words: string): string {
  return /^\s*(?:my|our)\b/i.test(words)
    ? words
        .trim()
        .split(/\s+(?:is|are|has|have|was)\s/i, 1)
        .join()
    : '';
}
