/** In one step the worker embeds no more than so many texts, and so many characters when all are as long as the longest. */
const mostTexts = 16;
const mostCharacters = 4_096;

export interface TextQueue {
  /** Vectors in the order of the texts. Queries overtake everything else that waits. */
  add(
    texts: readonly string[],
    as: 'query' | 'memory',
    signal?: AbortSignal | undefined,
  ): Promise<Float32Array[]>;
  /** Fails whatever waits. */
  end(error: unknown): void;
}

interface Job {
  texts: readonly string[];
  /** Places in `texts` that are still to be done, by rising length: little of a step is padding then. */
  left: number[];
  vectors: Float32Array[];
  done(): void;
  fail(error: unknown): void;
}

/** Gives `run` one step after the other. What a step in hand is for may be given up; the step itself is finished. */
export function textQueue(run: (texts: readonly string[]) => Promise<Float32Array[]>): TextQueue {
  const waiting = { query: new Set<Job>(), memory: new Set<Job>() };
  let working = false;

  function next(): Job | undefined {
    const [job] = [...waiting.query, ...waiting.memory];
    return job;
  }

  async function work(): Promise<void> {
    if (working) return;
    working = true;
    for (let job = next(); job; job = next()) await step(job);
    working = false;
  }

  async function step(job: Job): Promise<void> {
    const places = cutStep(job);
    try {
      const vectors = await run(places.map((place) => job.texts[place] ?? ''));
      for (const [index, place] of places.entries()) job.vectors[place] = expectVector(vectors[index]);
      if (job.left.length === 0) job.done();
    } catch (error) {
      job.fail(error);
    }
  }

  return {
    add(texts, as, signal) {
      return new Promise((resolve, reject) => {
        signal?.throwIfAborted();
        const settle = (how: () => void) => {
          waiting[as].delete(job);
          signal?.removeEventListener('abort', giveUp);
          how();
        };
        const job: Job = {
          texts,
          left: texts.map((_, place) => place).sort((a, b) => lengthOf(texts, a) - lengthOf(texts, b)),
          vectors: [],
          done: () => settle(() => resolve(job.vectors)),
          fail: (error) => settle(() => reject(error)),
        };
        const giveUp = () => job.fail(signal?.reason);
        signal?.addEventListener('abort', giveUp);
        waiting[as].add(job);
        void work();
      });
    },

    end(error) {
      for (const job of [...waiting.query, ...waiting.memory]) job.fail(error);
    },
  };
}

/** Takes the next step's places off the job: at least one. */
function cutStep({ texts, left }: Job): number[] {
  let size = 1;
  while (size < left.length && size < mostTexts) {
    const longest = lengthOf(texts, left[size] ?? 0);
    if (longest * (size + 1) > mostCharacters) break;
    size++;
  }
  return left.splice(0, size);
}

function lengthOf(texts: readonly string[], place: number): number {
  return texts[place]?.length ?? 0;
}

function expectVector(vector: Float32Array | undefined): Float32Array {
  if (!vector) throw new Error('A step gave fewer vectors than it was given texts.');
  return vector;
}
