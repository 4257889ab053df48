/**
 * Everything the user wrote, and everything computed from it, passes here on its way to and from the disk: words,
 * quotes, titles, vectors. The open codec keeps it readable; an encrypting one fits in without touching the schema.
 */
export interface Codec {
  seal<Value>(value: Value): Promise<Sealed<Value>>;
  open<Value>(sealed: Sealed<Value>): Promise<Value>;
}

declare const sealedValue: unique symbol;

/** What stands on disk for a value; opaque to all but the codec. */
export interface Sealed<Value> {
  readonly [sealedValue]?: Value;
}

export const openCodec: Codec = {
  seal: async (value) => value as never,
  open: async (sealed) => sealed as never,
};
