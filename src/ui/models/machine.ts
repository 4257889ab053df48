import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { BrowserModelState } from '@/inference/extractors/browser-model';
import type { Capability } from '@/models/capability-type';

/** What an extension page asks of the browser and the machine itself, past the engine. */
export interface Machine {
  capability(): Promise<Capability>;
  /** Whether a compiled library of WebLLM is in this build. */
  hasLibrary(library: string): Promise<boolean>;
  browserModelState(): Promise<BrowserModelState>;
  /** Only within a click. Tells the share that is here, 0 to 1. Throws `ModelError`. */
  downloadBrowserModel(onProgress: (share: number) => void, signal: AbortSignal): Promise<void>;
  /** Asks the user to let the extension reach one origin; only within a click, with nothing awaited before. */
  allow(url: string): Promise<boolean>;
  /** Copies a picked folder to where the engine finds it, and answers the name it has there. */
  stageFiles(files: readonly File[]): Promise<string>;
  /** Bits a second, as the browser takes it to be; `atLeast` where the browser does not count further. */
  downlink(): { bitsPerSecond: number; atLeast: boolean } | undefined;
}

const context = createContext<Machine | undefined>(undefined);

export const MachineProvider = context.Provider;

export function useMachine(): Machine {
  const machine = useContext(context);
  if (!machine) throw new Error('Render this inside a MachineProvider.');
  return machine;
}
