import { serial } from '@/lib/serial';

/** Runs jobs of one key one after the other, in the order of the calls; those of other keys do not wait. */
export function serialByKey(): <Value>(key: string, job: () => Promise<Value>) => Promise<Value> {
  const lines = new Map<string, { run: ReturnType<typeof serial>; waiting: number }>();
  return (key, job) => {
    const line = lines.get(key) ?? { run: serial(), waiting: 0 };
    lines.set(key, line);
    line.waiting++;
    return line.run(job).finally(() => {
      line.waiting--;
      if (line.waiting === 0) lines.delete(key);
    });
  };
}
