import type { Site, SiteTurn } from '@/sites/site';

export interface FakeTurn {
  role: 'user' | 'assistant';
  text: string;
  id?: string;
  position?: number;
  streaming?: boolean;
  element?: Element;
}

/** Turns as a site module would give them, each on an element of its own unless one is named. */
export function turnsOf(...turns: FakeTurn[]): SiteTurn[] {
  return turns.map(({ text, element = document.createElement('div'), streaming = false, ...rest }) => {
    element.textContent = text;
    return { ...rest, element, streaming, text: () => element.textContent ?? '', attachments: () => [] };
  });
}

/** A site whose page is what the test says; addresses are `/` for a new chat and `/c/<id>`. */
export function fakeSite(page: Partial<Site> = {}): Site {
  return {
    id: 'fake',
    name: 'Fake',
    matches: [],
    seen: '2026-08',
    conversationId: (url) => /^\/c\/(\w+)$/.exec(url.pathname)?.[1],
    isChat: () => true,
    isTemporary: () => false,
    turns: () => [],
    isAnswering: () => false,
    model: () => undefined,
    composer: () => document.querySelector<HTMLElement>('textarea') ?? undefined,
    sendButton: () => document.querySelector<HTMLElement>('button.send') ?? undefined,
    composerBox: () => document.querySelector<HTMLElement>('form') ?? undefined,
    health: () => ({
      findings: [{ part: 'composer', list: 'composer', entry: 0, seen: '2026-01', isOlder: false }],
      turns: { user: 0, assistant: 0 },
      hasMoreBehind: false,
      isAnswering: false,
      expectsTurns: false,
    }),
    ...page,
  };
}

/** An event as the browser makes it of a person's act. */
export function byUser<Kind extends Event>(event: Kind): Kind {
  Object.defineProperty(event, 'isTrusted', { value: true });
  return event;
}
