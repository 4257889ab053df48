import { v7 } from 'uuid';

/** A unique id that sorts after all ids made before it here, so that rows of one moment keep their order. */
export function newId(): string {
  return v7();
}
