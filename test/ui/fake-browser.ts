import type { PageStatus } from '@/messaging/protocol';
import messages from '../../public/_locales/en/messages.json';

interface FakeTab {
  id: number;
  url?: string;
  active?: boolean;
  lastAccessed?: number;
  /** What its content script answers; a tab without one has none. */
  status?: PageStatus;
  /** Sites to host oneself that can read it; undefined where the browser lets nobody look. */
  readers?: string[];
}

let tabs: FakeTab[] = [];
let own: FakeTab | undefined;

/** The tabs of the window, and the one among them in which the page under test stands, if it has one. */
export function setTabs(all: FakeTab[], current?: FakeTab): void {
  tabs = all;
  own = current;
}

interface Origins {
  origins: string[];
}

/** What the browser lets the extension read. */
export const allowed = new Set<string>();
let answers = true;

/** What the user will say to the browser's question. */
export function answerWith(isYes: boolean): void {
  answers = isYes;
}

const listeners = new Set<() => void>();
const onAllowed = {
  addListener: (listener: () => void) => void listeners.add(listener),
  removeListener: (listener: () => void) => void listeners.delete(listener),
};

function tellAll(): void {
  for (const listener of listeners) listener();
}

/** As much of the extension API as extension pages use. */
export const browser = {
  runtime: { getManifest: () => ({ version: '1.2.3' }) },
  i18n: {
    getMessage(key: string, fillings: string[] = []): string {
      const { message } = (messages as Record<string, { message: string }>)[key] ?? { message: '' };
      return message.replace(/\$(\d)/g, (_, place) => fillings[place - 1] ?? '');
    },
  },
  permissions: {
    async request({ origins }: Origins) {
      for (const origin of answers ? origins : []) allowed.add(origin);
      tellAll();
      return answers;
    },
    async remove({ origins }: Origins) {
      for (const origin of origins) allowed.delete(origin);
      tellAll();
      return true;
    },
    contains: async ({ origins }: Origins) => origins.every((origin) => allowed.has(origin)),
    onAdded: onAllowed,
    onRemoved: onAllowed,
  },
  scripting: {
    async executeScript({ target }: { target: { tabId: number } }) {
      const result = tabs.find(({ id }) => id === target.tabId)?.readers;
      if (!result) throw new Error('Cannot access contents of the page.');
      return [{ result }];
    },
  },
  tabs: {
    create: async (_tab: { url: string }) => undefined,
    query: async () => tabs,
    getCurrent: async () => own,
    reload: async () => undefined,
    async sendMessage(id: number): Promise<PageStatus> {
      const status = tabs.find((tab) => tab.id === id)?.status;
      if (!status) throw new Error('Could not establish connection. Receiving end does not exist.');
      return status;
    },
  },
};
