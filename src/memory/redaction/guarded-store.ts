import type { MemoryStore } from '@/memory/ports';
import { withoutSecrets } from '@/memory/redaction/without-secrets';

/**
 * The store that the engine writes through: nothing that it is given reaches the database with a secret in it, in
 * whatever field and on whatever way it came.
 */
export function guardedStore(store: MemoryStore): MemoryStore {
  const guard: Partial<MemoryStore> = {
    saveTurns: (captured, at) => store.saveTurns(withoutSecrets(captured), at),
    tell: (conversation, told, at) => store.tell(withoutSecrets(conversation), withoutSecrets(told), at),
    findConversation: (ref) => store.findConversation(withoutSecrets(ref)),
    commit: ({ vectors, ...act }) =>
      store.commit({ ...withoutSecrets(act), ...(vectors ? { vectors } : {}) }),
    saveJob: (job) => store.saveJob(withoutSecrets(job)),
    saveSettings: (settings) => store.saveSettings(withoutSecrets(settings)),
  };
  return Object.assign(Object.create(store), guard);
}
