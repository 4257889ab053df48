/** One turn of the conversation so far, as the pretend server knows it. */
export interface RespondedTurn {
  role: 'user' | 'assistant';
  text: string;
}

/**
 * The scripted answer to a prompt, as Markdown. The same prompt and history always give the same answer,
 * and a fact comes back only when the user's side of the conversation states it.
 */
export function respond(prompt: string, history: readonly RespondedTurn[] = []): string {
  const said = [...history.filter((turn) => turn.role === 'user').map((turn) => turn.text), prompt].join(
    '\n',
  );
  if (/\b(restaurant|dinner)\b/i.test(prompt)) return suggestDinner(said);
  if (/\bplan\b.*\bweek\b|\bweek\b.*\bplan\b/is.test(prompt)) return PLAN;
  if (/\b(code|function|script|regex|typescript|javascript|python)\b/i.test(prompt)) return showCode(prompt);
  return 'Noted. What would you like to do next?';
}

/** An answer of exactly `length` characters: numbered paragraphs, so that a cut in the middle would show. */
export function respondAtLength(length: number): string {
  const paragraphs: string[] = [];
  for (let size = 0, number = 1; size < length; number++) {
    const paragraph = `Paragraph ${number} of a long answer. ${'Some words to fill the line. '.repeat(12).trim()}`;
    paragraphs.push(paragraph);
    size += paragraph.length + 2;
  }
  return paragraphs.join('\n\n').slice(0, length);
}

function suggestDinner(said: string): string {
  if (!avoidsShellfish(said) || !livesInLisbon(said)) {
    return 'Happy to help. Which city are you in, and is there anything you do not eat?';
  }
  return [
    'In Lisbon, without shellfish: a few directions that work well.',
    [
      '- **Grilled fish** in Alfama. Ask for the catch of the day, grilled on its own.',
      '- **Roast chicken** near Rossio, with rice and salad.',
      '- **A vegetarian kitchen** in Príncipe Real, where shellfish is not on the menu at all.',
    ].join('\n'),
    'Tell the kitchen about the shellfish anyway: stocks and sauces are often shared.',
  ].join('\n\n');
}

function avoidsShellfish(said: string): boolean {
  return /(allerg|avoid|without|intoleran|\bno\b|\bnot\b|n't|cannot)[^.\n]*shellfish|shellfish[^.\n]*(allerg|intoleran)/i.test(
    said,
  );
}

function livesInLisbon(said: string): boolean {
  return /\blisbon\b/i.test(said) && !/(\bleft|no longer|moved (away )?from)[^.\n]*lisbon/i.test(said);
}

function showCode(prompt: string): string {
  const inPython = /\bpython\b/i.test(prompt);
  const lines = inPython
    ? ['def total(prices):', '    return sum(prices)', '', 'print(total([2, 3]))  # 5']
    : [
        'export function total(prices: number[]): number {',
        '  return prices.reduce((sum, price) => sum + price, 0);',
        '}',
      ];
  return [
    'Here is a small example.',
    ['```', inPython ? 'python' : 'typescript', '\n', lines.join('\n'), '\n```'].join(''),
    'It adds the prices up; `total` of an empty list is `0`.',
  ].join('\n\n');
}

const PLAN = [
  'Here is a simple plan for the week:',
  [
    '1. **Monday and Tuesday:** the one task that needs quiet.',
    '2. **Wednesday:** calls, errands and answers.',
    '3. **Thursday:** finish what Monday started.',
    '4. **Friday:** look back, and leave the afternoon open.',
  ].join('\n'),
  'Shall I move anything?',
].join('\n\n');
