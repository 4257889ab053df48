import type { MemoryKind, Recall } from '@/memory/types';

/** A text of `_locales`, with its `$1`. */
export type Translate = (key: string, value?: string) => string;

export interface OfferTexts {
  label: string;
  add: string;
  dismiss: string;
  count(memories: Recall['memories']): string;
  more(hidden: number): string;
  kind(kind: MemoryKind): string;
}

/** The words of the offer. What needs no number is read once: after an update of the extension nothing can be read. */
export function offerTexts(translate: Translate): OfferTexts {
  const texts = new Map<string, string>();
  const read = (key: string) => {
    const text = texts.get(key) ?? translate(key);
    texts.set(key, text);
    return text;
  };
  return {
    label: read('offerLabel'),
    add: read('offerAdd'),
    dismiss: read('offerDismiss'),
    count: ({ length }) => (length === 1 ? read('offerOne') : translate('offerMany', `${length}`)),
    more: (hidden) => translate('offerMore', `${hidden}`),
    kind: (kind) => read(`kind${kind.slice(0, 1).toUpperCase()}${kind.slice(1)}`),
  };
}
