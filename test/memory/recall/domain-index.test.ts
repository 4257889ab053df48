import { describe, expect, test } from 'vitest';
import { type DomainIndex, domainIndex } from '@/memory/recall/domain-index';
import { placerFromDisk } from '../../support/builtin-from-disk';

const memories = [
  { id: 'hobby', text: 'I play chess on Sundays.' },
  { id: 'diet', text: 'I am vegetarian.' },
  { id: 'allergy', text: "I'm allergic to shellfish." },
  { id: 'sister', text: 'My sister Ana lives in Porto.' },
];

function filled(): DomainIndex {
  const index = domainIndex(placerFromDisk());
  index.add(memories);
  return index;
}

function found(index: DomainIndex, draft: string): string[] {
  return index.search(index.needsOf(draft), 2).map(({ id }) => id);
}

describe('what a draft needs', () => {
  test('for a dinner is the diet and the allergy before a hobby, and it is told which of them', () => {
    const index = filled();
    const needs = index.needsOf('What should I cook for dinner tonight?');
    expect(found(index, 'What should I cook for dinner tonight?').sort()).toEqual(['allergy', 'diet']);
    expect(index.needed('allergy', needs).domain).toBe('allergy');
    expect(index.needed('diet', needs).domain).toBe('diet');
    expect(index.needed('allergy', needs).need).toBeGreaterThan(4 * index.needed('hobby', needs).need);
  });

  test.each(['What is 17 times 23?', 'What is the capital of Chad?'])('is nothing for %s', (draft) => {
    const index = filled();
    const needs = index.needsOf(draft);
    expect(needs.nothing).toBeGreaterThan(0.9);
    for (const { id } of memories) expect(index.needed(id, needs).need).toBeLessThan(0.1);
  });

  test('is no memory that was removed, and a memory by its new words', () => {
    const index = filled();
    index.remove(['diet']);
    index.add([
      { id: 'allergy', text: 'I play the cello.' },
      { id: 'hobby', text: 'I cannot eat gluten.' },
    ]);
    expect(found(index, 'What should I cook for dinner tonight?')[0]).toBe('hobby');
    const needs = index.needsOf('What should I cook for dinner tonight?');
    expect(index.needed('diet', needs)).toEqual({ need: 0, domain: undefined });
    expect(index.search(needs, 9).map(({ id }) => id)).not.toContain('diet');
  });
});

test('people are known by name as long as a memory tells it', () => {
  const index = filled();
  const sister = new Set(['sister']);
  expect(index.namesOf(sister)).toEqual(['ana']);
  expect(index.namesOf(new Set(['brother']))).toEqual([]);
  index.add([{ id: 'sister', text: 'My sister Inês lives in Porto.' }]);
  expect(index.namesOf(sister)).toEqual(['ines']);
  index.add([{ id: 'sister', text: 'I live in Porto.' }]);
  expect(index.namesOf(sister)).toEqual([]);
  index.add(memories);
  index.remove(['sister']);
  expect(index.namesOf(sister)).toEqual([]);
});
