import { useEffect, useState } from 'preact/hooks';

/** The answer to something that is asked once, and again when `inputs` change; undefined until it is there. */
export function useAsked<Value>(ask: () => Promise<Value>, inputs: readonly unknown[]): Value | undefined {
  const [value, setValue] = useState<Value>();

  useEffect(() => {
    let outdated = false;
    ask().then(
      (answer) => !outdated && setValue(answer),
      (error) => console.error(error),
    );
    return () => {
      outdated = true;
    };
  }, inputs);

  return value;
}
