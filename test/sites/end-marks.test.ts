import { expect, test } from 'vitest';
import { endMarks } from '@/sites/end-marks';

const turn = { css: '.turn', seen: '2026-10' } as const;

test('the attributes in the marks of writing and of the end are named, each once', () => {
  const layouts = [
    { user: { turn }, assistant: { turn, streaming: { css: '.a[aria-busy="true"]', seen: '2026-10' } } },
    {
      user: { turn },
      assistant: { turn, complete: { css: '[data-state="DONE"], b[aria-busy]', seen: '2026-10' } },
    },
  ] as const;
  expect(endMarks({ layouts })).toEqual(['aria-busy', 'data-state']);
});

test('classes and roles are no attributes that change', () => {
  const complete = { css: '.copy ~ * [role="button"]', seen: '2026-10' } as const;
  expect(endMarks({ layouts: [{ user: { turn }, assistant: { turn, complete } }] })).toEqual([]);
});
