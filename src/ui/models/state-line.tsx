import type { ComponentChildren } from 'preact';
import { Icon } from '@/ui/icons';

interface StateLineProps {
  icon: Parameters<typeof Icon>[0]['name'];
  tone?: 'plain' | 'good' | 'bad' | 'careful';
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
