const longest = 300;
/** Repetitions of no fixed length: each multiplies what a long text may cost. */
const mostLoose = 2;
const mostTimes = 200;

/**
 * The regular expression that `text` writes as `/source/flags`, or, in words, why it is refused: whatever
 * passes takes at worst the cube of the length of what it is tried on. Never throws.
 */
export function readPattern(text: string): RegExp | string {
  if (text.length > longest) return `a regular expression of at most ${longest} characters`;
  const [, source, flags] = /^\/(.+)\/([a-z]*)$/.exec(text) ?? [];
  if (source === undefined || flags === undefined) return 'a regular expression written as /source/flags';
  if (!/^[imsu]*$/.test(flags)) return 'no other flags than i, m, s and u';
  const risk = findRisk(source);
  if (risk !== undefined) return risk;
  try {
    return new RegExp(source, flags);
  } catch {
    return 'a valid regular expression';
  }
}

/** What a group holds that must not be repeated. */
interface Group {
  loose: boolean;
  chooses: boolean;
}

/**
 * Escaped characters and classes are one token each, groups open with their kind, quantifiers stand alone.
 */
const token = new RegExp(
  [
    String.raw`\\(?:u\{[^}]*\}|[\s\S])`,
    String.raw`\[(?:\\[\s\S]|[^\]\\])*\]`,
    String.raw`\((?:\?(?:<[A-Za-z]\w*>|<?[:=!]))?`,
    String.raw`[*+?]\??|\{\d+(?:,\d*)?\}\??`,
    String.raw`[\s\S]`,
  ].join('|'),
  'g',
);

function findRisk(source: string): string | undefined {
  const open: Group[] = [];
  let at: Group = { loose: false, chooses: false };
  let last: Group | undefined;
  let looseInAll = 0;
  for (const [part] of source.matchAll(token)) {
    if (/^\\[1-9k]/.test(part)) return 'no reference back to a group';
    if (/^\(\?<[=!]/.test(part)) return 'no look behind';
    // Without the flag u this is the letter, repeated.
    if (part.startsWith('\\u{')) return 'a character written in another way than \\u{…}';
    const times = readTimes(part);
    if (times) {
      if (times.most !== Infinity && times.most > mostTimes) return `at most ${mostTimes} repetitions`;
      const isLoose = times.most > 1 && times.most !== times.least;
      if (times.most > 1 && (last?.loose || last?.chooses)) return 'no repetition of what varies itself';
      if (isLoose) looseInAll += 1;
      if (times.most !== times.least) at.loose = true;
      last = undefined;
    } else if (part.startsWith('(')) {
      open.push(at);
      at = { loose: false, chooses: false };
    } else if (part === ')') {
      last = at;
      at = open.pop() ?? { loose: false, chooses: false };
      at.loose ||= last.loose;
      at.chooses ||= last.chooses;
    } else {
      if (part === '|') at.chooses = true;
      last = undefined;
    }
  }
  return looseInAll > mostLoose ? `at most ${mostLoose} repetitions of no fixed length` : undefined;
}

function readTimes(part: string): { least: number; most: number } | undefined {
  if (/^\*/.test(part)) return { least: 0, most: Infinity };
  if (/^\+/.test(part)) return { least: 1, most: Infinity };
  if (/^\?/.test(part)) return { least: 0, most: 1 };
  const [, least, comma, most] = /^\{(\d+)(,?)(\d*)\}/.exec(part) ?? [];
  if (least === undefined) return undefined;
  return { least: Number(least), most: comma === '' ? Number(least) : most ? Number(most) : Infinity };
}
