import type { ComponentChildren } from 'preact';
import { Icon } from '@/ui/icons';

/** What not everybody needs, on demand. */
export function More({ summary, children }: { summary: string; children: ComponentChildren }) {
  return (
    <details class="more">
      <summary>
        <Icon name="chevron" />
        {summary}
      </summary>
      <div class="more-body">{children}</div>
    </details>
  );
}
