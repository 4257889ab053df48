import {
  AutoModelForCausalLM,
  AutoTokenizer,
  env,
  InterruptableStoppingCriteria,
  LogLevel,
  type PreTrainedModel,
  type PreTrainedTokenizer,
  type Tensor,
  TextStreamer,
} from '@xenova/transformers';
import runtimeMjs from 'onnxruntime-web/ort-wasm-simd-threaded.asyncify.mjs?url';
import runtimeWasm from 'onnxruntime-web/ort-wasm-simd-threaded.asyncify.wasm?url';
import { orDeviceLoss } from '@/inference/device-loss';
import type { Device, GenerationCalls, LoadProgress } from '@/inference/extractors/generation-calls';
import { systemWithSchema } from '@/inference/extractors/schema-in-words';
import { answerIn } from '@/inference/extractors/without-thinking';
import { modelFault } from '@/inference/model-fault';
import { runQuietly, setUpTransformers } from '@/inference/transformers-setup';
import { watchedFiles } from '@/inference/watched-files';
import { serial } from '@/lib/serial';
import { serveWorker } from '@/lib/serve-worker';
import type { ExtractorRequest } from '@/memory/ports';
import { ModelError } from '@/models/model-error';
import { shelfFetch } from '@/models/shelf';
import type { LanguageCard } from '@/models/types';

interface Loaded {
  of: string;
  device: Device;
  tokenizer: PreTrainedTokenizer;
  model: PreTrainedModel;
}

let loaded: Loaded | undefined;
const orLost = orDeviceLoss();
const inTurn = serial();

serveWorker<GenerationCalls>({
  write: ({ card, device, request }, { signal, tell }) =>
    inTurn(async () => {
      signal.throwIfAborted();
      try {
        loaded ??= await orLost(load(card, device, (loading) => tell({ loading })));
        if (loaded.of !== card.id) throw new ModelError('unusable', 'One worker runs one model.');
        tell({ loadedOn: loaded.device });
        return await orLost(write(loaded, card.contextTokens, request, signal, (tokens) => tell({ tokens })));
      } catch (error) {
        throw modelFault(error);
      }
    }),
});

async function load(
  card: LanguageCard,
  device: Device,
  onProgress: (progress: LoadProgress) => void,
): Promise<Loaded> {
  const files = watchedFiles(shelfFetch(card.id, card.repository));
  setUpTransformers(env, files.fetch, { mjs: address(runtimeMjs), wasm: address(runtimeWasm) });
  // Both libraries print what a failed model was working on, which is what the user wrote.
  env.logLevel = LogLevel.NONE;
  const progress_callback = summed(onProgress);
  const [tokenizer, model] = await Promise.race([
    Promise.all([
      AutoTokenizer.from_pretrained(card.repository, { progress_callback }),
      AutoModelForCausalLM.from_pretrained(card.repository, { device, dtype: card.dtype, progress_callback }),
    ]),
    files.missing,
  ]);
  runQuietly(Object.values(model.sessions));
  letMessagesIn(model);
  return { of: card.id, device, tokenizer, model };
}

/** The runtime computes one token after the other within one task, in which no abort could arrive. */
function letMessagesIn(model: PreTrainedModel): void {
  const forward = model.forward.bind(model);
  model.forward = async (inputs) => {
    await breath();
    return forward(inputs);
  };
}

/** A timer of no length takes four milliseconds once it is nested, a message to oneself a hundredth of that. */
function breath(): Promise<void> {
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });
}

async function write(
  { tokenizer, model }: Loaded,
  contextTokens: number,
  request: ExtractorRequest,
  signal: AbortSignal,
  onToken: (tokens: number) => void,
): Promise<string> {
  const inputs = inputsFor(tokenizer, request);
  const read = inputs.input_ids.dims.at(-1) ?? 0;
  if (read + request.maxTokens > contextTokens) throw new ModelError('badAnswer', 'The prompt does not fit.');
  const interrupt = new InterruptableStoppingCriteria();
  const stop = () => interrupt.interrupt();
  let text = '';
  let tokens = 0;
  signal.addEventListener('abort', stop);
  try {
    await model.generate({
      ...inputs,
      do_sample: false,
      max_new_tokens: request.maxTokens,
      stopping_criteria: interrupt,
      streamer: new TextStreamer(tokenizer, {
        skip_prompt: true,
        skip_special_tokens: true,
        callback_function: (piece) => {
          text += piece;
        },
        token_callback_function: () => onToken(++tokens),
      }),
    });
    signal.throwIfAborted();
    return answerIn(text);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

interface Inputs {
  input_ids: Tensor;
}

function inputsFor(tokenizer: PreTrainedTokenizer, request: ExtractorRequest): Inputs {
  const system = systemWithSchema(request);
  const { prompt } = request;
  if (!tokenizer.chat_template) return tokenizer(system ? `${system}\n\n${prompt}` : prompt);
  const both = [{ role: 'user', content: prompt }];
  if (system) both.unshift({ role: 'system', content: system });
  try {
    return templated(tokenizer, both);
  } catch {
    // Some templates know no system's turn.
    return templated(tokenizer, [{ role: 'user', content: `${system}\n\n${prompt}` }]);
  }
}

function templated(tokenizer: PreTrainedTokenizer, turns: { role: string; content: string }[]): Inputs {
  return tokenizer.apply_chat_template(turns, {
    add_generation_prompt: true,
    return_dict: true,
    // Qwen's own switch; other templates do not read it.
    enable_thinking: false,
  } as object) as unknown as Inputs;
}

/** The progress of all files as that of one. */
function summed(onProgress: (progress: LoadProgress) => void) {
  const files = new Map<string, LoadProgress>();
  return (event: { status: string; file?: string; loaded?: number; total?: number }) => {
    const { status, file = '', loaded = 0, total = 0 } = event;
    if (status !== 'progress') return;
    files.set(file, { loaded, total });
    const all = [...files.values()];
    onProgress({ loaded: sum(all.map((one) => one.loaded)), total: sum(all.map((one) => one.total)) });
  };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

function address(path: string): string {
  return new URL(path, self.location.href).href;
}
