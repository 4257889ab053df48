import type { ModelProblem } from '@/models/model-error';

/** Id of a card of the catalogue, or `hub:<owner>/<name>` for a model the user named, or `local:<name>`. */
export type ModelId = string;

interface Card {
  id: ModelId;
  name: string;
  /** Repository on the hub, "owner/name"; the folder of its files on the mirror too. */
  repository: string;
  /** SPDX id, or the name of the licence where it has none. */
  license: string;
  /** What to expect before anything was asked of the hub; the exact size is read from there before the download. */
  aboutBytes: number;
  /** Memory it takes while it is loaded, roughly. */
  memoryBytes: number;
  /** Relative to the repository. */
  files: readonly ModelFile[];
}

export interface ModelFile {
  path: string;
  /** Its absence is no fault. */
  optional?: boolean;
  /** A JSON file that names further files of the model: WebLLM's `tensor-cache.json`. */
  listsShards?: boolean;
}

/** A sentence-embedding model that transformers.js runs. */
export interface EmbeddingCard extends Card {
  task: 'embedding';
  /** Of its vectors; absent where it is known only once the model has run. */
  dimensions?: number;
  pooling: 'mean' | 'cls' | 'none';
  /** transformers.js' name of the quantisation, which names the ONNX file. */
  dtype: 'q8' | 'q4' | 'fp32' | 'fp16';
  /** Put before a text, as its model was trained. */
  prefixes: { query: string; memory: string };
  /** Longer texts are cut, in tokens. */
  longestTokens: number;
  languages: 'english' | 'many';
}

/** A language model that reads exchanges. */
export interface LanguageCard extends Card {
  task: 'language';
  runtime: 'webllm' | 'transformers';
  contextTokens: number;
  languages: 'english' | 'many';
  /** WebGPU features without which it does not run. */
  needs: readonly 'shader-f16'[];
  /** WebLLM: its row of the model list and the compiled library, which must be in the package. */
  webllm?: { id: string; library: string };
  dtype?: 'q8' | 'q4' | 'q4f16' | 'fp32';
}

export type ModelCard = EmbeddingCard | LanguageCard;

export type ShelfState =
  | { state: 'downloading'; bytesPerSecond: number }
  | { state: 'paused' }
  | { state: 'failed'; problem: ModelProblem }
  /** All files are there and the model is tried once. */
  | { state: 'checking' }
  | { state: 'ready' };

export interface ShelvedFile {
  path: string;
  have: number;
  /** Absent until the hub told. */
  bytes?: number | undefined;
  /** Hex SHA-256 of the whole file, once it is whole. */
  sha256?: string | undefined;
}

/** A model whose files are, or will be, on this machine. */
export type ShelvedModel = ShelfState & {
  id: ModelId;
  task: ModelCard['task'];
  /** The card of a model that is not in the catalogue. */
  card?: ModelCard | undefined;
  files: ShelvedFile[];
  /** Why the model could not be run the last time it was needed; it is tried again with the next need. */
  trouble?: ModelProblem | undefined;
  /** Found out when the model was tried. */
  dimensions?: number | undefined;
  addedAt: number;
  updatedAt: number;
};

/** Which models there are files of, on disk and on their way; the database behind it is read live by the pages. */
export interface ModelRows {
  all(): Promise<ShelvedModel[]>;
  find(id: ModelId): Promise<ShelvedModel | undefined>;
  save(model: ShelvedModel): Promise<void>;
  remove(id: ModelId): Promise<void>;
  /** SHA-256 that a file had when it was first downloaded, kept also when its model is deleted. */
  knownHash(id: ModelId, path: string): Promise<string | undefined>;
  rememberHash(id: ModelId, path: string, sha256: string): Promise<void>;
}
