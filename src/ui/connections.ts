import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { send } from '@/messaging/messenger';
import type { LiveStore } from '@/store/live';

/** What an extension page hangs on: the data as it stands, and the engine that changes it. */
export interface Connections {
  live: LiveStore;
  send: typeof send;
}

const context = createContext<Connections | undefined>(undefined);

export const ConnectionsProvider = context.Provider;

export function useConnections(): Connections {
  const connections = useContext(context);
  if (!connections) throw new Error('Render this inside a ConnectionsProvider.');
  return connections;
}
