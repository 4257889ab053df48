interface Script {
  id: string;
  matches: string[];
}

interface FakeTab {
  id: number;
  url: string;
}

type Listener = () => void;

/** As much of the browser as the scripts on the user's own sites need. */
export const state = {
  allowed: new Set<string>(),
  scripts: new Map<string, Script>(),
  stored: {} as Record<string, unknown>,
  tabs: [] as FakeTab[],
  /** Tabs that got a script, in order, and the list that the script found. */
  started: [] as { tabId: number; stored: unknown }[],
  calls: [] as string[],
  sent: [] as unknown[],
  added: [] as Listener[],
  removed: [] as Listener[],
};

export function reset(): void {
  state.allowed.clear();
  state.scripts.clear();
  state.stored = {};
  state.tabs = [];
  for (const list of [state.started, state.calls, state.sent, state.added, state.removed]) list.length = 0;
}

export const browser = {
  scripting: {
    getRegisteredContentScripts: async () => [...state.scripts.values()],
    async registerContentScripts(scripts: Script[]) {
      state.calls.push('register');
      for (const script of scripts) {
        if (state.scripts.has(script.id)) throw new Error(`Duplicate script ID '${script.id}'`);
        if (script.matches.length === 0)
          throw new Error(`Script with ID '${script.id}' must specify matches`);
        state.scripts.set(script.id, script);
      }
    },
    async unregisterContentScripts({ ids }: { ids: string[] }) {
      state.calls.push('unregister');
      for (const id of ids) if (!state.scripts.delete(id)) throw new Error(`Nonexistent script ID '${id}'`);
    },
    async executeScript({ target }: { target: { tabId: number } }) {
      if (target.tabId < 0) throw new Error('Frame with ID 0 is showing error page');
      state.started.push({ tabId: target.tabId, stored: state.stored.ownSites });
    },
  },
  permissions: {
    contains: async ({ origins }: { origins: string[] }) => origins.every((one) => state.allowed.has(one)),
    onAdded: { addListener: (listener: Listener) => void state.added.push(listener) },
    onRemoved: { addListener: (listener: Listener) => void state.removed.push(listener) },
  },
  storage: {
    local: {
      get: async (key: string) => ({ [key]: state.stored[key] }),
      set: async (values: Record<string, unknown>) => void Object.assign(state.stored, values),
    },
  },
  tabs: {
    query: async ({ url }: { url: string[] }) =>
      state.tabs.filter((tab) => url.some((pattern) => tab.url.startsWith(pattern.replace('*', '')))),
  },
  runtime: {
    async sendMessage(message: unknown) {
      state.sent.push(message);
      return { ok: true, value: null };
    },
  },
};
