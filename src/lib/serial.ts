/** Runs the given jobs one after the other, in the order of the calls, whatever becomes of each. */
export function serial(): <Value>(job: () => Promise<Value>) => Promise<Value> {
  let last: Promise<unknown> = Promise.resolve();
  return (job) => {
    const run = last.then(job, job);
    last = run.catch(ignore);
    return run;
  };
}

/** The caller of the job sees its failure; the next job only has to wait for it. */
function ignore(): undefined {
  return undefined;
}
