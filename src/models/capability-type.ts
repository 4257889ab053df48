/** What this machine and browser have that models can use; nothing of it leaves the machine. */
export interface Capability {
  graphics: Graphics;
  /** As the browser tells it, which rounds it and stops at a few gigabytes; absent where it does not tell. */
  memoryBytes?: number | undefined;
  cores: number;
  /** Whether threads may share memory here. */
  isolated: boolean;
  /** For everything this extension stores; absent where the browser does not tell. */
  storage?: { quotaBytes: number; usedBytes: number } | undefined;
}

export type Graphics =
  /** `noWebGpu`: the browser does not offer it here. `noAdapter`: it offers it, but not with this machine. */
  | { adapter: false; why: 'noWebGpu' | 'noAdapter' | 'failed' }
  | {
      adapter: true;
      /** A program that plays the graphics card: it runs everything, slower than the processor alone would. */
      software: boolean;
      /** Of WebGPU, such as `shader-f16`. */
      features: readonly string[];
      /** Largest buffer, and largest part of one that a shader may read, in bytes. */
      limits: { bufferBytes: number; bindingBytes: number };
      /** Empty where the browser does not tell. */
      vendor: string;
      architecture: string;
    };
