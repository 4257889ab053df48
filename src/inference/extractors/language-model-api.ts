/** The Prompt API as Chrome documents it: a global `LanguageModel`, in windows only. */
export interface LanguageModelApi {
  availability(options?: object): Promise<string>;
  create(options?: CreateOptions): Promise<LanguageModelSession>;
  /** Only extensions have it, and only they may choose how freely the model writes. */
  params?(): Promise<unknown>;
}

interface CreateOptions {
  initialPrompts?: { role: 'system'; content: string }[];
  expectedInputs?: object[];
  expectedOutputs?: object[];
  topK?: number;
  temperature?: number;
  samplingMode?: string;
  signal?: AbortSignal | undefined;
  monitor?(target: EventTarget): void;
}

export interface LanguageModelSession {
  prompt(input: string, options?: PromptOptions): Promise<string>;
  destroy(): void;
  measureContextUsage?(input: string, options?: PromptOptions): Promise<number>;
  contextUsage?: number;
  contextWindow?: number;
  /** Their names until 2026; extensions still have them. */
  measureInputUsage?(input: string, options?: PromptOptions): Promise<number>;
  inputUsage?: number;
  inputQuota?: number;
}

export interface PromptOptions {
  responseConstraint?: object;
  omitResponseConstraintInput?: boolean;
  signal?: AbortSignal | undefined;
}

/** The browser's own language model; undefined where this browser has no such thing. */
export function languageModelApi(): LanguageModelApi | undefined {
  return (globalThis as { LanguageModel?: LanguageModelApi }).LanguageModel;
}
