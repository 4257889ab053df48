/** A promise that only ever rejects, and that nobody has to listen to. */
export function rejectable(): { promise: Promise<never>; reject: (error: unknown) => void } {
  let reject: (error: unknown) => void = heardLater;
  const promise = new Promise<never>((_, refuse) => {
    reject = refuse;
  });
  promise.catch(heardLater);
  return { promise, reject };
}

/** Whoever waits next hears of it. */
function heardLater(): undefined {
  return undefined;
}
