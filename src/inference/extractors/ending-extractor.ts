import type { Extractor } from '@/memory/ports';

/** An extractor that holds a worker, and with it memory, until it is ended; a further call starts it again. */
export interface EndingExtractor extends Extractor {
  end(): void;
}
