/** What is set of transformers.js' `env`. The library itself is imported by workers alone, so it is handed in. */
export interface TransformersEnv {
  allowLocalModels: boolean;
  allowRemoteModels: boolean;
  useBrowserCache: boolean;
  useWasmCache: boolean;
  remoteHost: string;
  fetch: (input: string | URL, init?: RequestInit) => Promise<Response>;
  backends: { onnx: { wasm?: { wasmPaths?: unknown; numThreads?: number } } };
}

/** Addresses of ONNX Runtime's two files in the package. */
export interface OnnxRuntime {
  mjs: string;
  wasm: string;
}

/**
 * Lets transformers.js read model files through `files` alone: it keeps no copies, asks no server, and ONNX Runtime
 * comes out of the package.
 */
export function setUpTransformers(
  env: TransformersEnv,
  files: TransformersEnv['fetch'],
  runtime: OnnxRuntime,
): void {
  env.allowLocalModels = false;
  env.allowRemoteModels = true;
  env.useBrowserCache = false;
  env.useWasmCache = false;
  env.remoteHost = 'https://models.invalid/';
  env.fetch = files;
  env.backends.onnx.wasm = Object.assign(env.backends.onnx.wasm ?? {}, {
    wasmPaths: runtime,
    numThreads: crossOriginIsolated
      ? Math.min(4, Math.max(1, Math.floor(navigator.hardwareConcurrency / 2)))
      : 1,
  });
}

/** What is printed during a run, which can be what the user wrote, is set with each run and not with the session. */
export function runQuietly(sessions: readonly Session[]): void {
  for (const session of sessions) {
    const run = session.run.bind(session);
    session.run = (inputs) => run(inputs, { logSeverityLevel: 4 });
  }
}

interface Session {
  run(inputs: unknown, options?: object): Promise<unknown>;
}
