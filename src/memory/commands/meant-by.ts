import { contentWords } from '@/lib/content-words';
import { plainWords } from '@/lib/plain-words';
import type { Command } from '@/memory/commands/command';
import { isOfRelated, isOwn } from '@/memory/commands/own-words';
import { queryVector } from '@/memory/embed';
import { candidatesIn } from '@/memory/extraction/candidates-in';
import { isActive } from '@/memory/is-active';
import type { Ports } from '@/memory/ports';
import type { ActiveMemory, SpaceId } from '@/memory/types';

/** More would not be one thing any more. */
const mostMeant = 20;
/** How much of what the words tell a memory has to say itself. */
const mostly = 0.7;
/** Less where the sentences are alike in meaning, by cosine. */
const half = { share: 0.5, similarity: 0.8 };
/** A statement is meant by its own words: one that says much more is another. */
const leastOwn = 0.5;
/** Beside the best match others are as good only if they are as near. */
const nextToBest = 0.2;

/** As `plainWords` writes them: they name the user, or hold a sentence together. */
const empty = new Set(
  `i im ive id me my mine myself we our us am is are was were have has had that the a an and to of in at with it
  ich mich mir mein meine meinen meinem meiner meines wir uns unser unsere bin ist sind habe hat dass das die der den
  ein eine einen und zu in im an am mit je jai mon ma mes moi nous notre nos suis est ai le la les un une de des du et
  que a au aux en dans yo mi mis nosotros soy estoy tengo es el los las una de del y en al con eu meu minha meus minhas
  sou estou tenho e o os as um uma do da dos das em no na com io mio mia miei mie sono ho il lo i gli uno di del della
  nel nella al alla`.split(/\s+/u),
);

/**
 * The active memories that somebody means who wants them forgotten, the best match first; none where that is not
 * plain, for what is forgotten is gone for good.
 */
export async function meantBy(
  { words, isTopic }: Extract<Command, { do: 'forget' }>,
  space: SpaceId,
  ports: Ports,
): Promise<ActiveMemory[]> {
  const sought = plainWords(words).filter((word) => !empty.has(word));
  if (sought.length === 0) return [];
  const found = ports.words.search(sought.join(' '), 10 * mostMeant);
  const alike = await similarities(words, isTopic, ports);
  const holders = isTopic ? new Set<string>() : await holdersIn(words, space, ports);
  const shares = new Map(found.map(({ id, share }) => [id, share]));
  const memories = (await ports.store.memories([...shares.keys()])).filter(isActive);
  const matches = memories
    .filter((memory) => memory.space === space && (isTopic || isOfSame(memory.text, words)))
    .map((memory) => {
      const share = shares.get(memory.id) ?? 0;
      const own = isTopic ? 1 : ownShare(memory.text, words);
      const isAlike = share >= half.share && (alike.get(memory.id) ?? 0) >= half.similarity;
      const isMeant = own >= leastOwn && (share >= mostly || isAlike);
      return { memory, isMeant: isMeant || holders.has(memory.id), match: share + own };
    })
    .filter(({ isMeant }) => isMeant)
    .sort((one, other) => other.match - one.match);
  const best = matches[0]?.match ?? 0;
  return matches
    .filter(({ match }) => isTopic || match >= best - nextToBest)
    .slice(0, mostMeant)
    .map(({ memory }) => memory);
}

/** "I live in Lisbon" means "I moved to Lisbon in May" too: both hold the one place where the user lives. */
async function holdersIn(words: string, space: SpaceId, { store }: Ports): Promise<Set<string>> {
  const keys = (await candidatesIn(words, undefined)).flatMap(({ key }) => key ?? []);
  const names = words.match(/\p{Lu}\p{L}+/gu) ?? [];
  if (names.length === 0) return new Set();
  const holders = await Promise.all(keys.map((key) => store.holdersOf(space, key)));
  const named = holders.flat().filter(({ text }) => names.every((name) => text.includes(name)));
  return new Set(named.map(({ id }) => id));
}

/** "I live in Lisbon" is not what "My sister lives in Lisbon" says, nor "Ana lives in Lisbon". */
function isOfSame(text: string, words: string): boolean {
  return isOwn(text) === isOwn(words) && isOfRelated(text) === isOfRelated(words);
}

async function similarities(words: string, isTopic: boolean, ports: Ports): Promise<Map<string, number>> {
  const vector = isTopic ? undefined : await queryVector(words, ports);
  return new Map(vector && ports.vectors.search(vector, mostMeant).map(({ id, score }) => [id, score]));
}

/** How much of a memory's own words the command says. */
function ownShare(text: string, words: string): number {
  const said = contentWords(words);
  const own = [
    ...contentWords(
      plainWords(text)
        .filter((word) => !empty.has(word))
        .join(' '),
    ),
  ];
  return own.length === 0 ? 0 : own.filter((word) => said.has(word)).length / own.length;
}
