import { contentWords } from '@/lib/content-words';
import { type CommandLine, type ProfilePart, type Prospect, profileParts } from '@/memory/commands/command';
import type { Ports } from '@/memory/ports';
import { profileIn } from '@/memory/profile';
import type { ActiveMemory, SpaceId } from '@/memory/types';

/** Lines of one part of a profile that somebody reads beside a composer. */
const mostLines = 12;
/** From here on a text is of a domain. */
const belongs = 0.3;

/** What is known of the user, or of one part of their life, as lines. */
export async function profileAbout(
  topic: string | undefined,
  space: SpaceId,
  ports: Ports,
): Promise<Extract<Prospect, { do: 'tell' }>> {
  const profile = await profileIn(ports.store, ports.now(), space);
  const isWanted = topic === undefined ? () => true : ofTopic(topic, ports);
  const wanted = profileParts.map((part) => ({ part, memories: profile[part].filter(isWanted) }));
  return {
    do: 'tell',
    parts: wanted.filter(({ memories }) => memories.length > 0).map(linesOf),
    total: wanted.reduce((sum, { memories }) => sum + memories.length, 0),
  };
}

function linesOf({ part, memories }: { part: ProfilePart; memories: ActiveMemory[] }) {
  return { part, memories: memories.slice(0, mostLines).map(lineOf) };
}

export function lineOf({ id, text }: ActiveMemory): CommandLine {
  return { id, text };
}

/** By a word that both share, or by a domain that both belong to. */
function ofTopic(topic: string, { placer }: Ports): (memory: ActiveMemory) => boolean {
  const words = contentWords(topic);
  const domains = placesIn(placer.domains(topic));
  return ({ text }) => {
    if ([...contentWords(text)].some((word) => words.has(word))) return true;
    return placesIn(placer.domains(text)).some((domain) => domains.includes(domain));
  };
}

function placesIn(shares: Float32Array): number[] {
  return [...shares.keys()].filter((place) => (shares[place] ?? 0) >= belongs);
}
