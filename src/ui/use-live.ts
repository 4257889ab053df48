import { useEffect, useState } from 'preact/hooks';

/** What of an observable is used here; Dexie's live queries are such. */
interface Live<Value> {
  subscribe(next: (value: Value) => void, fail: (error: unknown) => void): { unsubscribe(): void };
}

/**
 * The latest value of a live query, undefined until it has answered for the first time. When `inputs` change, the
 * value of the query before stays until the new one answers, so that a list never blinks empty. A query that fails
 * throws while rendering, for the boundary around the page.
 */
export function useLive<Value>(query: () => Live<Value>, inputs: readonly unknown[]): Value | undefined {
  const [state, setState] = useState<{ value: Value } | { error: unknown }>();

  useEffect(() => {
    const subscription = query().subscribe(
      (value) => setState({ value }),
      (error) => setState({ error }),
    );
    return () => subscription.unsubscribe();
  }, inputs);

  if (state && 'error' in state) throw state.error;
  return state?.value;
}
