import type { Reason, RecalledMemory } from '@/memory/recall/types';
import type { MemoryKind } from '@/memory/types';
import type { Thumb } from '@/page/choice';
import { type CommandTexts, commandTexts } from '@/page/command-texts';
import { periodWords } from '@/page/period-words';
import { type SolvedTexts, solvedTexts } from '@/page/solved-texts';

/** A text of `_locales`, with its `$1` and `$2`. */
export type Translate = (key: string, ...values: string[]) => string;

export interface OfferTexts {
  label: string;
  add: string;
  dismiss: string;
  count(memories: readonly RecalledMemory[]): string;
  more(hidden: number): string;
  kind(kind: MemoryKind): string;
  tokens(tokens: number): string;
  /** Why a memory is there, on one line. */
  reasons(reasons: readonly Reason[]): string;
  thumb(thumb: Thumb): string;
  solved: SolvedTexts;
  command: CommandTexts;
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
    kind: (kind) => read(`kind${capitalised(kind)}`),
    tokens: (tokens) => translate('offerTokens', `${Math.max(10, 10 * Math.round(tokens / 10))}`),
    reasons: (reasons) => reasons.map((reason) => reasonText(reason, read, translate)).join(' · '),
    thumb: (thumb) => read(thumb === 'up' ? 'offerUp' : 'offerDown'),
    solved: solvedTexts(translate),
    command: commandTexts(translate),
  };
}

function reasonText(reason: Reason, read: (key: string) => string, translate: Translate): string {
  const key = `reason${capitalised(reason.because)}`;
  switch (reason.because) {
    case 'need':
      return translate(key, read(`domain_${reason.detail}`) || reason.detail);
    case 'words':
      return translate(key, reason.detail.split(' ').map(quoted).join(', '));
    case 'about':
      return translate(key, reason.detail);
    case 'time':
      return translate(key, periodWords(reason.detail, read('dateLocale') || 'en', new Date()));
    default:
      return read(key);
  }

  function quoted(word: string): string {
    return translate('reasonQuoted', word);
  }
}

function capitalised(word: string): string {
  return `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`;
}
