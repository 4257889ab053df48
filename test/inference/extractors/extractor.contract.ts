import type { Extractor, ExtractorRequest } from '@/memory/ports';
import { modelProblems } from '@/models/model-error';

/** An extractor that can answer, and one of the same kind that cannot; a kind may have only one of them to show. */
export interface Subject {
  able?: Extractor;
  unable?: Extractor;
}

export interface Behaviour {
  sentence: string;
  of: keyof Subject;
  /** What is wrong, or undefined. Runs in pages too, where no test library is. */
  complaint(extractor: Extractor): Promise<string | undefined>;
}

const secrets = ['Wolverhampton', 'penicillin'];
export const contractRequest: ExtractorRequest = {
  system: `You read what ${secrets[0]} says.`,
  prompt: `I am allergic to ${secrets[1]}. Once upon a time`,
  maxTokens: 8,
};

/** What every extractor does, whatever model is behind it. */
export const behaviours: readonly Behaviour[] = [
  {
    sentence: 'answers with text',
    of: 'able',
    async complaint(extractor) {
      const text = await extractor.write(contractRequest);
      return typeof text === 'string' && text.length > 0 ? undefined : 'It answers with no text';
    },
  },
  {
    sentence: 'says which model it is and how much that reads at once',
    of: 'able',
    async complaint({ model, contextTokens, ready }) {
      if (model === '') return 'It has no name';
      if (!(contextTokens > 0)) return `It reads ${contextTokens} tokens`;
      return typeof ready === 'boolean' ? undefined : 'It does not say whether it is ready';
    },
  },
  {
    sentence: 'asks nothing under a signal that is aborted already',
    of: 'able',
    complaint: (extractor) => complaintOfAbort(extractor, (stop, reason) => stop.abort(reason)),
  },
  {
    sentence: 'rejects with the reason when it is aborted on the way, and answers the next time',
    of: 'able',
    async complaint(extractor) {
      const complaint = await complaintOfAbort(extractor, (stop, reason) =>
        queueMicrotask(() => stop.abort(reason)),
      );
      if (complaint) return complaint;
      return (await extractor.write(contractRequest)) ? undefined : 'It does not answer after an abort';
    },
  },
  {
    sentence: 'fails with a ModelError of a known reason',
    of: 'unable',
    async complaint(extractor) {
      const error = await failureOf(extractor.write(contractRequest));
      const { name, reason } = error as { name?: unknown; reason?: unknown };
      if (name !== 'ModelError') return `It throws ${String(name)}`;
      return modelProblems.some((known) => known === reason) ? undefined : `The reason is ${String(reason)}`;
    },
  },
  {
    sentence: 'lets nothing of the prompt into an error',
    of: 'unable',
    async complaint(extractor) {
      const error = await failureOf(extractor.write(contractRequest));
      const { message, stack, cause } = error as Error;
      const told = [message, stack, String(cause), JSON.stringify(error)].join('\n');
      return secrets.some((secret) => told.includes(secret)) ? 'The error quotes the prompt' : undefined;
    },
  },
];

/** What a promise rejects with. */
export async function failureOf(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    () => {
      throw new Error('It did not fail');
    },
    (error) => error,
  );
}

async function complaintOfAbort(
  extractor: Extractor,
  abort: (stop: AbortController, reason: unknown) => void,
): Promise<string | undefined> {
  const stop = new AbortController();
  const reason = { why: 'the user came back' };
  abort(stop, reason);
  const error = await failureOf(extractor.write(contractRequest, stop.signal));
  return error === reason ? undefined : `It rejects with ${String(error)}`;
}
