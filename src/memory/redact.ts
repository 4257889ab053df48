import { addresses } from '@/memory/redaction/addresses';
import { assignments } from '@/memory/redaction/assignments';
import { codes } from '@/memory/redaction/codes';
import { keys } from '@/memory/redaction/keys';
import { numbers } from '@/memory/redaction/numbers';
import { numbersTold } from '@/memory/redaction/numbers-told';
import { withoutSeedPhrases } from '@/memory/redaction/seed-phrase';
import type { SecretShape } from '@/memory/redaction/shape';
import { told } from '@/memory/redaction/told';

export const removed = '[secret removed]';

/** What is known by its look goes first: a label then finds it gone. */
const shapes: readonly SecretShape[] = [
  ...keys,
  ...addresses,
  ...numbers,
  ...numbersTold,
  ...assignments,
  ...codes,
  ...told,
];

/** What was removed may have stood between a label and another secret, or beside half of one. */
const mostPasses = 3;

/** Whether a text holds a key, password, seed, card, account or a number that a state gives to a person. */
export function holdsSecret(text: string): boolean {
  return redactSecrets(text) !== text;
}

/** The text with `[secret removed]` in the place of each secret; what names the secret stays. */
export function redactSecrets(text: string): string {
  let rest = text;
  for (let pass = 0; pass < mostPasses; pass++) {
    const redacted = shapes.reduce(without, withoutSeedPhrases(rest, removed));
    if (redacted === rest) break;
    rest = redacted;
  }
  return rest;
}

function without(text: string, shape: SecretShape): string {
  return text.replace(shape.shape, (match: string, ...more: unknown[]) => {
    const label = labelIn(more.at(-1));
    const secret = match.slice(label.length);
    if (secret.startsWith(removed.slice(0, 7))) return match;
    const length = shape.extent ? shape.extent(secret, label) : secret.length;
    if (length > 0) return label + removed + secret.slice(length);
    // The first of several numbers may be another one, of a list or of an amount.
    const [first = ''] = firstOfMany.exec(match) ?? [];
    return first === '' ? match : first + without(match.slice(first.length), shape);
  });
}

const firstOfMany = /^\d+ /;

function labelIn(groups: unknown): string {
  const label = typeof groups === 'object' && groups !== null && 'label' in groups ? groups.label : '';
  return typeof label === 'string' ? label : '';
}
