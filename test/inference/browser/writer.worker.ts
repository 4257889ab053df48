import { env, pipeline } from '@xenova/transformers';
import runtimeMjs from 'onnxruntime-web/ort-wasm-simd-threaded.asyncify.mjs?url';
import runtimeWasm from 'onnxruntime-web/ort-wasm-simd-threaded.asyncify.wasm?url';
import { setUpTransformers } from '@/inference/transformers-setup';
import { shelfFetch } from '@/models/shelf';

self.onmessage = async ({ data: { id, prompt } }: MessageEvent<{ id: string; prompt: string }>) => {
  const repository = `test/${id}`;
  setUpTransformers(env, shelfFetch(id, repository), {
    mjs: new URL(runtimeMjs, self.location.href).href,
    wasm: new URL(runtimeWasm, self.location.href).href,
  });
  const write = await pipeline('text-generation', repository, { device: 'wasm', dtype: 'fp32' });
  const chat = [{ role: 'user', content: prompt }];
  const [answer] = await write(chat, { max_new_tokens: 20, do_sample: false });
  const written = answer?.generated_text as unknown as { content: string }[];
  self.postMessage(written.at(-1)?.content);
};
