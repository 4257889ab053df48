import { contentWords } from '@/lib/content-words';
import { sentenceOf } from '@/memory/consolidation/sentence';
import { ownLines } from '@/memory/extraction/own-lines';
import { sentences } from '@/memory/extraction/sentences';

export type Outcome = 'reached' | 'dropped';

/** Whether a statement tells that something was reached or given up. */
export function isEnding(statement: string): boolean {
  return endingOf(statement) !== undefined;
}

/** The sentences of a turn in which its writer tells that something was reached or given up. */
export function endingsIn(text: string): string[] {
  return ownLines(text)
    .flatMap((line) => [...sentences(line)].map((sentence) => sentence.text.trim()))
    .filter((sentence) => (!sentence.endsWith('?') || sentence.includes(',')) && isEnding(sentence));
}

/**
 * How a statement ends a goal; undefined where it does not. What was done or dropped must be most of what the goal is
 * about, and little else: who finished a chapter about marathons has run none.
 */
export function endsGoal(statement: string, goal: string): Outcome | undefined {
  const ending = endingOf(statement);
  if (!ending) return undefined;
  const aims = aimOf(goal);
  const names = sentenceOf(statement).names;
  const things = ending.things.filter(
    (stem) => aims.includes(stem) || !(isTime(stem) || aiming.has(stem) || names.has(stem)),
  );
  const shared = things.filter((stem) => aims.includes(stem)).length;
  if (shared === 0 || shared < aims.length / 2 || shared < things.length * 0.6) return undefined;
  // A goal of giving something up is reached by giving it up.
  const isToEnd = givingUp.test(goal);
  return ending.isDropped && isToEnd && ending.isHabit ? 'reached' : ending.isDropped ? 'dropped' : 'reached';
}

interface Ending {
  things: string[];
  isDropped: boolean;
  /** What was stopped may be a habit or an aim: "I quit smoking", "I quit training". */
  isHabit: boolean;
}

function endingOf(sentence: string): Ending | undefined {
  const plain = sentence.replaceAll('’', "'");
  if (unreal.test(plain)) return undefined;
  const dropped = given.exec(plain);
  if (dropped) return { things: thingsIn(plain, dropped), isDropped: true, isHabit: habit.test(dropped[0]) };
  const reached = done.exec(plain);
  return reached ? { things: thingsIn(plain, reached), isDropped: false, isHabit: false } : undefined;
}

/** What follows the verb, up to the end of its clause. */
function thingsIn(text: string, { 0: shape, index }: RegExpExecArray): string[] {
  const rest =
    text.slice(index + shape.length).split(/[,;.:!]|\b(?:but|because|so|and (?:i|we|it|my))\b/i)[0] ?? '';
  return [...contentWords(rest)].filter((stem) => !fillers.has(stem));
}

const subject =
  "(?:^|[,;] |\\b(?:and|but|so|that|as|since) )(?:(?:good news|update|hooray|yay|sadly|unfortunately)[,:!]? )?(?:i|we)(?:'ve| have|'m| am)?(?: (?:finally|just|now|already|actually|officially|recently|even|have|successfully|completely))*";
const given = new RegExp(
  `${subject} (?:g[ai]ve up(?: on)?|given up(?: on)?|giving up(?: on)?|drop(?:ped|ping)?(?: out of)?|abandon(?:ed|ing)|cancel(?:l?ed|l?ing)|quit(?:ting)?|stop(?:ped|ping)(?! by| at)|no longer (?:want|plan|intend|hope|aim|train|study|learn|save|work)\\w*(?: to| on| for)?|not (?:going to|planning to|trying to)|decided (?:not to|against)|won't|changed my mind about|don't want to|pulled out of)\\b`,
  'i',
);
const habit = /\b(?:quit|stop|g[ai]ve up|given up)/i;
const done = new RegExp(
  `${subject} (finished|completed|passed|ran|did|made|reached|achieved|managed(?: to)?|learn(?:ed|t)(?: to)?|lost|bought|moved|published|submitted|defended|graduated(?: from| in)?|climbed|paid off|saved(?: up)?|built|launched|opened|wrote|got|won|earned|hit|read|became|done with|crossed|adopted|sold|started|visited|went to|retired)\\b`,
  'i',
);
const unreal =
  /\b(?:if|when|once|until|unless|before|would|might|maybe|wish|imagine|almost|nearly|haven't|didn't|hadn't|not yet|last year|years ago|back when|used to|half of|first half|part of)\b/i;

/** What a goal is about, without what only says that it is one. */
function aimOf(goal: string): string[] {
  return [...contentWords(goal)].filter((stem) => !aiming.has(stem) && !fillers.has(stem) && !isTime(stem));
}

const aiming = contentWords(
  'want plan planning hope hoping aim aiming goal dream training train preparing prepare trying try working work saving save studying study intend like love going finish finished complete get getting reach achieve run running do doing make learn learning pass passing become becoming buy buying move moving write writing quit quitting stop stopping give up giving looking forward determined start starting take taking',
);
const fillers = contentWords(
  'first own whole entire big all some new finally today yesterday morning tonight again idea plan hope goal training learning trying try attempt course time end really soon one day after since',
);
const givingUp = /\b(?:quit|stop|give up|giving up|quitting|stopping|cut out)\b/i;

const calendar = contentWords(
  'january february march april may june july august september october november december monday tuesday wednesday thursday friday saturday sunday week weekend month year spring summer autumn fall winter last this next ago hour minute',
);

function isTime(stem: string): boolean {
  return calendar.has(stem) || /^\d+$/.test(stem);
}
