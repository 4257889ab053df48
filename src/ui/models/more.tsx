import type { ComponentChildren } from 'preact';
import { Icon } from '@/ui/icons';

/** What not everybody needs, on demand. */
export function More({ summary, children }: { summary: string; children: ComponentChildren }) {
  return (
    <details class="more">
      <summary>
        <span class="more-sign">
          <Icon name="chevron" />
        </span>
        {summary}
      </summary>
      <div class="more-body">{children}</div>
    </details>
  );
}
