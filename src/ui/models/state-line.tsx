import type { ComponentChildren } from 'preact';
import { Icon } from '@/ui/icons';

export interface StateLook {
  icon: Parameters<typeof Icon>[0]['name'];
  tone?: 'plain' | 'good' | 'bad' | undefined;
}

interface StateLineProps extends StateLook {
  children: ComponentChildren;
}

export function StateLine({ icon, tone = 'plain', children }: StateLineProps) {
  return (
    <p class="state" data-tone={tone}>
      <Icon name={icon} />
      <span>{children}</span>
    </p>
  );
}
