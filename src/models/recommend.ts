import type { Capability } from '@/models/capability-type';
import type { ModelProblem } from '@/models/model-error';
import type { EmbeddingCard, LanguageCard, ModelCard, ModelId } from '@/models/types';

export interface Surroundings {
  /** BCP 47 tags of the languages the user reads, such as "en-GB". */
  languages: readonly string[];
  /** File names of the compiled language models in the package. */
  libraries?: readonly string[] | undefined;
}

export interface Recommendation {
  embedding: ModelId | 'builtin';
  language?: ModelId | undefined;
  because: { embedding: EmbeddingReason; language: LanguageReason };
}

export type EmbeddingReason =
  /** The smallest that knows English, which is all the user reads. */
  | 'english'
  /** The smallest that knows more languages than English. */
  | 'manyLanguages'
  /** No other fits; the built-in one always does. */
  | 'noneFits';

export type LanguageReason =
  /** The largest that leaves most of the memory to everything else. */
  'graphics' | 'noGraphics' | 'softwareGraphics' | 'noneFits';

export type Fit = { fits: true } | { fits: false; why: ModelProblem };

/** Share of the machine's memory that a model may take, at most, and of what is recommended. */
const mostMemory = 1 / 2;
const modestMemory = 1 / 4;
/** Taken for granted where the browser does not tell. */
const usualMemory = 4 * 2 ** 30;
/** All that a program of WebAssembly can address. */
const addressable = 4 * 2 ** 30;
/** The table of tokens is the largest part of a small model, up to a quarter of it, and has to be read in one piece. */
const largestPart = 1 / 4;

/** Whether a model can run on this machine, and first be stored there unless it is `onDisk` already. */
export function fits(
  card: ModelCard,
  machine: Capability,
  { libraries, onDisk = false }: { libraries?: readonly string[] | undefined; onDisk?: boolean } = {},
): Fit {
  const { memoryBytes = usualMemory, storage } = machine;
  const onGraphics = card.task === 'language' && card.runtime === 'webllm';
  const trouble = onGraphics ? graphicsTrouble(card, machine, libraries) : undefined;
  if (trouble) return { fits: false, why: trouble };
  const most = onGraphics ? memoryBytes * mostMemory : Math.min(memoryBytes * mostMemory, addressable);
  if (card.memoryBytes > most) return { fits: false, why: 'tooBig' };
  const room = storage ? storage.quotaBytes - storage.usedBytes : Number.POSITIVE_INFINITY;
  return !onDisk && card.aboutBytes > room ? { fits: false, why: 'noRoom' } : { fits: true };
}

/** One choice for this machine and user. What can be had besides is for the user to say. */
export function recommend(
  machine: Capability,
  catalogue: readonly ModelCard[],
  { languages, libraries }: Surroundings,
): Recommendation {
  const english = languages.every((tag) => /^en\b/i.test(tag));
  const possible = catalogue
    .filter((card) => fits(card, machine, { libraries: libraries ?? [] }).fits)
    .filter((card) => english || card.languages === 'many');
  const embedding = smallest(possible.filter(isEmbedding).filter((card) => !english || isEnglish(card)));
  const { language, because } = languageModel(machine, possible);
  return {
    embedding: embedding?.id ?? 'builtin',
    ...(language && { language: language.id }),
    because: {
      embedding: embedding ? (english ? 'english' : 'manyLanguages') : 'noneFits',
      language: because,
    },
  };
}

/** Only where it is fast: a model that reads conversations on the processor takes minutes and the fan. */
function languageModel(
  { graphics, memoryBytes = usualMemory }: Capability,
  possible: readonly ModelCard[],
): { language?: LanguageCard | undefined; because: LanguageReason } {
  if (!graphics.adapter) return { because: 'noGraphics' };
  if (graphics.software) return { because: 'softwareGraphics' };
  const modest = possible
    .filter((card) => card.task === 'language' && card.runtime === 'webllm')
    .filter((card) => card.memoryBytes <= memoryBytes * modestMemory)
    .sort((a, b) => b.aboutBytes - a.aboutBytes);
  const [language] = modest as LanguageCard[];
  return language ? { language, because: 'graphics' } : { because: 'noneFits' };
}

function graphicsTrouble(
  card: LanguageCard,
  { graphics }: Capability,
  libraries: readonly string[] | undefined,
): ModelProblem | undefined {
  if (!graphics.adapter) return 'noAdapter';
  if (card.needs.some((feature) => !graphics.features.includes(feature))) return 'noShaderF16';
  if (libraries && !libraries.includes(card.webllm?.library ?? '')) return 'libraryMissing';
  const { bufferBytes, bindingBytes } = graphics.limits;
  return card.aboutBytes * largestPart > Math.min(bufferBytes, bindingBytes) ? 'tooBig' : undefined;
}

function smallest(cards: readonly EmbeddingCard[]): EmbeddingCard | undefined {
  return [...cards].sort((a, b) => a.aboutBytes - b.aboutBytes)[0];
}

function isEmbedding(card: ModelCard): card is EmbeddingCard {
  return card.task === 'embedding';
}

function isEnglish({ languages }: ModelCard): boolean {
  return languages === 'english';
}
