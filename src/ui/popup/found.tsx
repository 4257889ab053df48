import { countText, text } from '@/ui/text';

/** Says how much a search found. */
export function Found({ words, count }: { words: string; count: number | undefined }) {
  return (
    <p class="unseen" role="status">
      {words.trim() !== '' && count !== undefined && foundText(count)}
    </p>
  );
}

function foundText(count: number): string {
  return count === 0 ? text('foundNone') : countText('foundOne', 'foundMany', count);
}
