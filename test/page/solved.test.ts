// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import type { Recall, Solved } from '@/memory/recall/types';
import { followSolved } from '@/page/solved';
import { solvedTexts } from '@/page/solved-texts';
import { fakeSite } from './fake-page';

const known: Solved = {
  question: 'How do I tie a bowline?',
  gist: 'Make a loop.',
  at: new Date(2026, 4, 3, 12).getTime(),
  site: 'claude',
  url: 'https://claude.ai/chat/1',
};
const messages: Record<string, string> = {
  dateLocale: 'en-GB',
  solvedOn: 'You asked this on $1 on $2',
  solvedLately: 'You asked this $1 on $2',
};

it.each([
  [new Date(2026, 4, 3, 23), 'You asked this today on Claude'],
  [new Date(2026, 4, 4, 1), 'You asked this yesterday on Claude'],
  [new Date(2026, 4, 20), 'You asked this on 3 May on Claude'],
  [new Date(2027, 0, 1), 'You asked this on 3 May 2026 on Claude'],
])('says when and where it was asked, as seen on %s', (now, expected) => {
  const texts = solvedTexts(
    (key) => messages[key] ?? '',
    () => now.getTime(),
  );
  expect(texts.asked(known)).toBe(expected);
});

function openDraft() {
  document.body.replaceChildren();
  const composer = document.body.appendChild(document.createElement('textarea'));
  const answers: ((solved?: Solved) => void)[] = [];
  const solved = followSolved(fakeSite(), {
    recall: () =>
      new Promise((resolve) => {
        const empty: Recall = { injection: 'automatic', memories: [], block: '', tokens: 0, at: 0 };
        answers.push((found) => resolve(found ? { ...empty, solved: found } : empty));
      }),
  });
  const conversation = { site: 'fake', provisionalKey: 'key' };
  return {
    solved,
    composer,
    answers,
    ask(draft: string) {
      composer.value = draft;
      return solved.recall({ conversation, draft });
    },
  };
}

it('is shown for the draft that it was found for, and not for another', async () => {
  const { solved, composer, answers, ask } = openDraft();
  const asked = ask('tie a bowline');
  answers[0]?.(known);
  await asked;
  expect(solved.shown()).toEqual(known);
  composer.value = 'what is for dinner';
  expect(solved.shown()).toBeUndefined();
});

it('is not brought back by an answer that was overtaken, nor by one after the draft was sent', async () => {
  const { solved, composer, answers, ask } = openDraft();
  const asked = [ask('tie a bowline'), ask('tie a bowline on a boat')];
  answers[1]?.();
  answers[0]?.(known);
  await Promise.all(asked);
  expect(solved.shown()).toBeUndefined();

  const late = ask('tie a bowline');
  solved.clear();
  answers[2]?.(known);
  await late;
  composer.value = 'tie a bowline';
  expect(solved.shown()).toBeUndefined();
});

it('stays away once it was waved aside', async () => {
  const { solved, answers, ask } = openDraft();
  for (const draft of ['tie a bowline', 'tie a bowline knot']) {
    const asked = ask(draft);
    answers.at(-1)?.(known);
    await asked;
    if (draft === 'tie a bowline') solved.dismiss();
    expect(solved.shown()).toBeUndefined();
  }
});
