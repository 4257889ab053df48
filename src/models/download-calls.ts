import type { Expected, WholeFile } from '@/models/digest';
import type { DownloadProgress } from '@/models/download-file';
import type { MeasuredFile, Measuring } from '@/models/measure';
import type { Patience } from '@/models/persist';
import type { ModelFile, ModelId } from '@/models/types';

/** What the download worker does for the engine page. An event without news is a sign of life. */
export type DownloadCalls = {
  measure: { data: Measuring & { patience: Patience }; event: undefined; reply: MeasuredFile[] };
  /** Answers undefined where an optional file is not on the hub. */
  download: { data: FileOrder; event: DownloadProgress | undefined; reply: WholeFile | undefined };
  inspect: { data: { folder: string; files: readonly ModelFile[] }; event: undefined; reply: StagedFile[] };
  /** What each of the files is. */
  digest: { data: StagedOrder; event: undefined; reply: WholeFile[] };
  /** Puts them on the shelf, in place of what is there. */
  shelve: { data: StagedOrder & { id: ModelId }; event: undefined; reply: undefined };
  remove: { data: { id: ModelId }; event: undefined; reply: number };
};

export interface FileOrder {
  id: ModelId;
  path: string;
  url: string;
  expected: Expected;
  optional: boolean;
  listsShards: boolean;
  patience: Patience;
}

/** A file of a model as it lies in a staging folder. */
export interface StagedFile {
  path: string;
  /** Where it is below the folder. */
  from: string;
  bytes: number;
  md5?: string | undefined;
}

export interface StagedOrder {
  folder: string;
  files: (StagedFile & { sha256?: string | undefined })[];
}
