import { featuresOf } from '@/sites/structure/features';
import type { FoundChat, FoundTurn } from '@/sites/structure/found';

/** How an answer says that it is still written, or done, read off answers that are done. */
export function findEnd(turns: readonly FoundTurn[]): FoundChat['end'] {
  const answers = turns.filter(({ role }) => role === 'assistant').map(({ element }) => element);
  return switchedOff(answers) ?? actions(turns);
}

/** An attribute that is `false` now and was `true` before, or the other way round. */
const switches: readonly { attribute: RegExp; off: string; on: string; complete?: true }[] = [
  {
    attribute: /^(?:aria-busy|data-(?:[a-z-]+-)?(?:streaming|loading|generating))$/,
    off: 'false',
    on: 'true',
  },
  {
    attribute: /^data-(?:[a-z-]+-)?(?:complete|completed|finished|done)$/,
    off: 'true',
    on: 'true',
    complete: true,
  },
];

function switchedOff(answers: readonly Element[]): FoundChat['end'] {
  for (const { attribute, off, on, complete } of switches) {
    const names = new Set(
      answers.flatMap((answer) => [...all(answer)].flatMap((each) => each.getAttributeNames())),
    );
    for (const name of [...names].filter((each) => attribute.test(each))) {
      if (!answers.every((answer) => [...all(answer)].some((each) => each.getAttribute(name) === off)))
        continue;
      const css = `[${name}="${on}"]`;
      const found = complete ? { complete: css } : { streaming: css };
      return { found, score: 0.9, reasons: [`${name} is ${off} in each answer`] };
    }
  }
  return undefined;
}

/**
 * Buttons below a finished answer. Questions must not have them, since only then do they speak of the answer.
 */
function actions(turns: readonly FoundTurn[]): FoundChat['end'] {
  const answers = turns.filter(({ role }) => role === 'assistant').map(({ element }) => element);
  const questions = turns.filter(({ role }) => role === 'user').map(({ element }) => element);
  const [first] = answers;
  if (!first || answers.length < 2) return undefined;
  for (const button of first.querySelectorAll('button, [role="button"], [role="toolbar"]')) {
    for (const { css, words } of featuresOf(button)) {
      if (!words.some((word) => ending.has(word))) continue;
      const isEnd =
        answers.every((answer) => answer.querySelector(css)) &&
        !questions.some((each) => each.querySelector(css));
      if (isEnd) return { found: { complete: css }, score: 0.7, reasons: [`${css} in each answer`] };
    }
  }
  return undefined;
}

const ending = new Set('copy regenerate retry like good thumbs feedback reactions actions'.split(' '));

function* all(element: Element): Generator<Element> {
  yield element;
  yield* element.querySelectorAll('*');
}
