import { readFileSync } from 'node:fs';
import asc from 'assemblyscript/asc';

type Loop = (...values: number[]) => void;

/** The compiled inner loops and the memory they work on; arrays laid there are seen from both sides. */
export interface Kernel {
  loops: Record<
    | 'seed'
    | 'skipGram'
    | 'bags'
    | 'bagGradients'
    | 'products'
    | 'exponentials'
    | 'margins'
    | 'spread'
    | 'combine'
    | 'descend',
    Loop
  >;
  floats(count: number): Float32Array;
  words(count: number): Int32Array;
  ids(count: number): Uint16Array;
}

const pageBytes = 65_536;

/** Compiles `kernel.as`. `bytes`: all that will be laid there. */
export async function openKernel(bytes: number): Promise<Kernel> {
  const source = readFileSync(new URL('kernel.as', import.meta.url), 'utf8');
  const { error, binary, stderr } = await asc.compileString(source, {
    optimizeLevel: 3,
    shrinkLevel: 0,
    runtime: 'stub',
    enable: ['simd', 'bulk-memory'],
    importMemory: true,
    noAssert: true,
  });
  if (error || !binary) throw new Error(`The kernel does not compile: ${stderr}`);
  const memory = new WebAssembly.Memory({ initial: Math.ceil(bytes / pageBytes) + 16 });
  const env = {
    memory,
    abort() {
      throw new Error('The kernel gave up');
    },
  };
  const instance = await WebAssembly.instantiate(await WebAssembly.compile(new Uint8Array(binary)), { env });
  let next = pageBytes;
  const lay = (size: number) => {
    const at = next;
    next += Math.ceil(size / 64) * 64;
    return at;
  };
  return {
    loops: instance.exports as unknown as Kernel['loops'],
    floats: (count) => new Float32Array(memory.buffer, lay(count * 4), count),
    words: (count) => new Int32Array(memory.buffer, lay(count * 4), count),
    ids: (count) => new Uint16Array(memory.buffer, lay(count * 2), count),
  };
}
