import type { ComponentChildren } from 'preact';
import type { MemoryKind } from '@/memory/types';

function Glyph({ children }: { children: ComponentChildren }) {
  return (
    <svg class="glyph" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
      {children}
    </svg>
  );
}

const kindPaths: Record<MemoryKind, string> = {
  fact: 'M8 2.5 13.5 8 8 13.5 2.5 8Z',
  preference: 'M8 13.2 3 8.3a3 3 0 0 1 4.3-4.2l.7.7.7-.7A3 3 0 0 1 13 8.3Z',
  procedure: 'M6.5 4h7M6.5 8h7M6.5 12h7M2.5 4h1M2.5 8h1M2.5 12h1',
  goal: 'M4 14V2.5M4 3h8.5l-2 3 2 3H4',
  episode: 'M8 2.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11ZM8 5v3.2l2.2 1.3',
};

export function KindGlyph({ kind }: { kind: MemoryKind }) {
  return (
    <Glyph>
      <path d={kindPaths[kind]} />
    </Glyph>
  );
}

const paths = {
  search: 'M7 2.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9ZM10.3 10.3l3.2 3.2',
  plus: 'M8 3v10M3 8h10',
  clear: 'm4 4 8 8M12 4l-8 8',
  enter: 'M13 3.5v5H3.5M6.5 5.5l-3 3 3 3',
  edit: 'M3 13l.6-2.8 7.1-7.1a1.3 1.3 0 0 1 1.9 0l.3.3a1.3 1.3 0 0 1 0 1.9l-7.1 7.1Z',
  archive: 'M2.5 3h11v3h-11ZM3.5 6v7h9V6M6.5 8.5h3',
  restore: 'M2.5 3h11v3h-11ZM3.5 6v7h9V6M8 11.5v-3M6.5 9.7 8 8.2l1.5 1.5',
  forget: 'M3 4.5h10M6.2 4.5v-2h3.6v2M4.2 4.5l.6 9h6.4l.6-9M6.8 7v4M9.2 7v4',
  undo: 'M5.5 3 2.5 6l3 3M2.5 6h7a3.5 3.5 0 0 1 0 7H6',
  capturing: 'M8 4.2a3.8 3.8 0 1 0 0 7.6 3.8 3.8 0 0 0 0-7.6Z',
  paused: 'M5.5 4v8M10.5 4v8',
  temporary: 'M8 3.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9Z',
  elsewhere: 'M4 8h8',
  prompts: 'M2.5 3.5h11v7H7.3l-2.8 2.4v-2.4h-2Z',
  sites:
    'M8 2.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11ZM2.5 8h11M8 2.5c-4 3.4-4 7.6 0 11M8 2.5c4 3.4 4 7.6 0 11',
  privacy: 'M8 2.3 13 4v3.8c0 2.9-2.1 4.9-5 5.9-2.9-1-5-3-5-5.9V4Z',
  models: 'M8 2.5 13.5 5.5 8 8.5 2.5 5.5ZM2.5 8.2 8 11.2l5.5-3M2.5 10.9 8 13.9l5.5-3',
  download: 'M8 2.5v7.7M4.8 7 8 10.2 11.2 7M3 13.5h10',
  checking: 'M8 3.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9Z',
  ready: 'M8 5.2a2.8 2.8 0 1 0 0 5.6 2.8 2.8 0 0 0 0-5.6Z',
  serving: 'm3 8.5 3.2 3.2L13 5',
  warning: 'M8 2.8 14 13.2H2ZM8 6.6v3M8 11.4v.1',
  reread: 'M13 5.5A5.5 5.5 0 0 0 3 6M3 3v3h3M3 10.5A5.5 5.5 0 0 0 13 10M13 13v-3h-3',
  waiting: 'M8 2.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11ZM6.4 6.4A1.7 1.7 0 1 1 8 8.6v.6M8 11.2v.1',
  chevron: 'm6 4 4 4-4 4',
  open: 'M6.5 3.5h-3v9h9v-3M9.5 3H13v3.5M13 3 7.5 8.5',
} as const;

export function Icon({ name }: { name: keyof typeof paths }) {
  return (
    <Glyph>
      <path d={paths[name]} data-icon={name} />
    </Glyph>
  );
}
