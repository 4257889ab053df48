import { awaitAnswer, awaitPrompt, openChat, typeDraft } from '../../test/support/chat';
import { chromiumUser } from '../../test/support/chromium-user';
import { awaitTurns } from '../../test/support/disk';
import { type TappedMessage, tapContentScript } from '../../test/support/tap';
import type { Figure } from './figure';
import { medianAndP95 } from './statistics';

const rounds = 15;

/** From an answer's end to its acknowledged capture, and from a captured prompt to its memory in the open popup. */
export async function benchCapture(): Promise<Figure[]> {
  const user = await chromiumUser();
  const toAcknowledged: number[] = [];
  const toPopup: number[] = [];
  try {
    const popup = await user.openPopup();
    const { page, tab } = await user.openPage();
    const messages = await tapContentScript(page);
    await openChat(tab, 'claude');
    for (let round = 1; round <= rounds; round++) {
      const hobby = `collecting figurines from ${1900 + round}`;
      const shown = popup.evaluate(whenShown, hobby);
      const settled = tab.evaluate(whenAnswerEnds, round);
      await typeDraft(tab, 'claude', `I love ${hobby}. What is a fugue?`);
      await tab.press('Enter');
      await awaitPrompt(tab, round);
      await awaitAnswer(tab, 'claude', round);
      await awaitTurns(popup, 'claude', 2 * round);
      const settledAt = await settled;
      const shownAt = await shown;
      await until(() => acknowledgedAt(messages, 'assistant', settledAt - 50) !== undefined);
      toAcknowledged.push((acknowledgedAt(messages, 'assistant', settledAt - 50) ?? 0) - settledAt);
      const saidAt = lastBefore(messages, shownAt);
      toPopup.push(shownAt - saidAt);
    }
  } finally {
    await user.leave();
  }
  return [
    {
      what: 'end of an answer to its acknowledged capture',
      value: medianAndP95(toAcknowledged),
      runs: `${rounds} answers`,
    },
    {
      what: 'acknowledged capture to the memory in the popup',
      value: medianAndP95(toPopup),
      runs: `${rounds} memories`,
    },
  ];
}

function acknowledgedAt(messages: readonly TappedMessage[], role: string, after: number): number | undefined {
  return captures(messages, role).find(({ answeredAt }) => answeredAt > after)?.answeredAt;
}

function lastBefore(messages: readonly TappedMessage[], before: number): number {
  const answered = captures(messages, 'user').map(({ answeredAt }) => answeredAt);
  return Math.max(...answered.filter((at) => at < before));
}

function captures(messages: readonly TappedMessage[], role: string): TappedMessage[] {
  return messages.filter(
    ({ name, data, answer }) =>
      name === 'capture' &&
      answer?.ok &&
      (data as { turns: { role: string }[] }).turns.some((turn) => turn.role === role),
  );
}

/** Runs in the popup; epoch milliseconds. */
function whenShown(text: string): Promise<number> {
  return new Promise((resolve) => {
    const observer = new MutationObserver(() => {
      if (!document.body.textContent?.includes(text)) return;
      observer.disconnect();
      resolve(performance.timeOrigin + performance.now());
    });
    observer.observe(document.body, { childList: true, subtree: true, characterData: true });
  });
}

/** Runs in the chat page; the moment at which the site marks its nth answer as complete. */
function whenAnswerEnds(count: number): Promise<number> {
  return new Promise((resolve) => {
    const observer = new MutationObserver(() => {
      if (
        document.querySelectorAll('[data-testid="assistant-message"][data-is-streaming="false"]').length <
        count
      )
        return;
      observer.disconnect();
      resolve(performance.timeOrigin + performance.now());
    });
    observer.observe(document.body, { childList: true, subtree: true, attributes: true });
  });
}

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 20));
}
