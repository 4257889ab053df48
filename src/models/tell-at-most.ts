/**
 * Does the job and tells the last that it has to tell at most every quarter of a second and at its end, and every
 * second whether there is news or not, as a sign of life.
 */
export async function tellAtMost<Event, Value>(
  tell: (event: Event | undefined) => void,
  job: (tell: (event: Event) => void) => Promise<Value>,
): Promise<Value> {
  let last: Event | undefined;
  let silentFor = 0;
  let isNew = false;
  const timer = setInterval(() => {
    silentFor++;
    if (!isNew && silentFor < signOfLife) return;
    tell(last);
    isNew = false;
    silentFor = 0;
  }, everyMs);
  try {
    return await job((event) => {
      last = event;
      isNew = true;
    });
  } finally {
    clearInterval(timer);
    if (isNew) tell(last);
  }
}

const everyMs = 250;
/** In ticks. */
const signOfLife = 4;
