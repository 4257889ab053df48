import fc from 'fast-check';
import { expect, it } from 'vitest';
import { wordHolders } from '@/memory/solved/word-holders';

const words = fc.uniqueArray(fc.constantFrom(...'abcdefghijkl'), { minLength: 1, maxLength: 8 });

it('whatever shares enough words with a text is near it, and what was removed is not', () => {
  fc.assert(
    fc.property(fc.array(words, { maxLength: 30 }), words, (questions, asked) => {
      const holders = wordHolders<string[]>(0.78);
      for (const question of questions) holders.add(question, question);
      const near = holders.near(new Set(asked));
      for (const question of questions) {
        const shared = question.filter((word) => asked.includes(word)).length;
        const share = shared / new Set([...question, ...asked]).size;
        if (share >= 0.78) expect(near).toContain(question);
      }
      for (const question of questions) holders.remove(question, question);
      expect(holders.near(new Set(asked))).toEqual([]);
    }),
  );
});
