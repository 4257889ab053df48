import type { Memory } from '@/memory/types';
import { openCodec } from '@/store/codec';
import { sealMemory } from '@/store/rows';
import type { Tab } from './tab';

const subjects = [
  'I',
  'My sister',
  'My brother',
  'My wife',
  'My colleague',
  'My neighbour',
  'My daughter',
  'My father',
];
const verbs = ['like', 'avoid', 'study', 'collect', 'cook', 'play', 'repair', 'paint', 'grow', 'write about'];
const adjectives = [
  'old',
  'small',
  'blue',
  'northern',
  'quiet',
  'fresh',
  'wooden',
  'spicy',
  'electric',
  'wild',
  'famous',
  'cheap',
];
const things = [
  'violins',
  'gardens',
  'recipes',
  'stamps',
  'bicycles',
  'novels',
  'churches',
  'orchids',
  'radios',
  'maps',
  'teapots',
  'trains',
  'sauces',
];

/** Written past the extension's code, from one of its pages: learning so many one by one would take too long. */
export async function writeMemories(popup: Tab, count: number): Promise<void> {
  const rows = await Promise.all(
    Array.from({ length: count }, (_, index) => sealMemory(memory(index), openCodec)),
  );
  for (let from = 0; from < rows.length; from += 1000) {
    await popup.evaluate(
      (some) =>
        new Promise<void>((resolve, reject) => {
          const opening = indexedDB.open('throughline');
          opening.onsuccess = () => {
            const transaction = opening.result.transaction('memories', 'readwrite');
            for (const row of some) transaction.objectStore('memories').put(row);
            transaction.oncomplete = () => {
              opening.result.close();
              resolve();
            };
            transaction.onerror = () => reject(transaction.error);
          };
        }),
      rows.slice(from, from + 1000),
    );
  }
}

function memory(index: number): Memory {
  const pick = (from: readonly string[], step: number) => from[Math.floor(index / step) % from.length];
  const text = `${pick(subjects, 1)} ${pick(verbs, 8)} ${pick(adjectives, 80)} ${pick(things, 960)} number ${index}.`;
  const at = Date.now() - index * 60_000;
  return {
    id: `bench-${String(index).padStart(6, '0')}`,
    kind: 'fact',
    status: 'active',
    text,
    space: 'personal',
    basis: 'written',
    importance: 0.5,
    confidence: 1,
    strength: 1,
    strengthAt: at,
    uses: 0,
    pinned: false,
    sources: [{ from: 'hand', at }],
    createdAt: at,
    updatedAt: at,
  };
}
