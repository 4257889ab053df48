import type { PageStatus } from '@/messaging/protocol';
import messages from '../../public/_locales/en/messages.json';

interface FakeTab {
  id: number;
  url?: string;
  active?: boolean;
  lastAccessed?: number;
  /** What its content script answers; a tab without one has none. */
  status?: PageStatus;
}

let tabs: FakeTab[] = [];
let own: FakeTab | undefined;

/** The tabs of the window, and the one among them in which the page under test stands, if it has one. */
export function setTabs(all: FakeTab[], current?: FakeTab): void {
  tabs = all;
  own = current;
}

/** As much of the extension API as extension pages use. */
export const browser = {
  i18n: {
    getMessage(key: string, fillings: string[] = []): string {
      const { message } = (messages as Record<string, { message: string }>)[key] ?? { message: '' };
      return message.replace(/\$(\d)/g, (_, place) => fillings[place - 1] ?? '');
    },
  },
  permissions: {
    request: async (_wanted: { origins: string[] }) => true,
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
