/** What a partial file is a part of. */
export interface PartOrigin {
  /** Strong validator of the version that the bytes are of. */
  etag?: string | undefined;
  /** Length of the whole file. */
  bytes?: number | undefined;
}

/** A file that grows from the front and is kept when its writer ends before it is whole. */
export interface PartFile {
  /** Bytes that are there. */
  readonly size: number;
  readonly origin: PartOrigin;
  /** Throws away what is there; what comes next is of `origin`. */
  startOver(origin: PartOrigin): void;
  append(chunk: Uint8Array): void;
  /** The bytes from a place on, at most `length`. */
  read(from: number, length: number): Uint8Array;
}
