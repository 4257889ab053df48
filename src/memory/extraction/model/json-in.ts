import { jsonrepair } from 'jsonrepair';

/** Characters of an answer that are looked at. */
const longestAnswer = 60_000;

/** The values that may be meant where a model was asked for JSON, the likeliest first. Never throws. */
export function* jsonIn(answer: string): Generator<unknown> {
  for (const json of placesIn(withoutThoughts(answer))) {
    const value = parsed(json) ?? repaired(json);
    if (value !== undefined) yield value;
  }
}

/** Reasoning models think aloud first, and may run out of tokens while they do. */
export function withoutThoughts(answer: string): string {
  const after = answer.slice(0, longestAnswer).replace(/^[\s\S]*<\/(?:think|thinking|reasoning)>/i, '');
  return after.replace(/<(?:think|thinking|reasoning)>[\s\S]*$/i, '').trim();
}

/** In a code fence, or from a bracket on; an answer that was cut off has no end. */
function placesIn(said: string): string[] {
  const fenced = [...said.matchAll(/```[\w-]*\s*([[{][\s\S]*?)(?:```|$)/g)].map(
    ([, inside]) => inside as string,
  );
  const starts = [said.indexOf('{'), said.indexOf('[')].filter((start) => start >= 0);
  const last = Math.max(said.lastIndexOf('}'), said.lastIndexOf(']'));
  const bracketed = starts
    .sort((one, other) => one - other)
    .flatMap((start) => [said.slice(start, last + 1), said.slice(start)])
    .filter((json) => json !== '');
  return [...fenced.reverse(), ...bracketed];
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

/** Undefined for what no repair makes JSON of; brackets without end overflow the stack of any parser. */
function repaired(json: string): unknown {
  try {
    return JSON.parse(jsonrepair(json));
  } catch {
    return undefined;
  }
}
