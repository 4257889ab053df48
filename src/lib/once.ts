/** Does the job at the first call and answers its result to all; a failed job is tried again at the next call. */
export function once<Value>(job: () => Promise<Value>): () => Promise<Value> {
  let result: Promise<Value> | undefined;
  return () => {
    result ??= job().catch((error) => {
      result = undefined;
      throw error;
    });
    return result;
  };
}
