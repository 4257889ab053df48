import { ModelError } from '@/models/model-error';

const leastSpare = 50_000_000;

/**
 * Throws `noRoom` where a download would leave less than a tenth of its size, or 50 MB, whichever is more. A browser
 * that does not tell what it has left is tried.
 */
export function expectRoom(bytes: number, { quota, usage = 0 }: StorageEstimate): void {
  const needed = bytes + Math.max(bytes / 10, leastSpare);
  if (bytes > 0 && quota !== undefined && quota - usage < needed) {
    throw new ModelError('noRoom', 'The disk has not enough room for the model');
  }
}
