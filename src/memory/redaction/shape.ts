/**
 * A shape of secret. No shape has an unbounded repetition inside another one, and every long repetition ends at a
 * character it cannot take, so that each runs in time linear in the text.
 */
export interface SecretShape {
  /** Global. What stands before the secret and stays is its group `label`; the secret goes on to the end. */
  shape: RegExp;
  /**
   * How many characters of what was found, from its beginning, are of the secret: 0 where the shape deceives; all of
   * them unless told.
   */
  extent?(secret: string, label: string): number;
}

/** The extent of a secret that is whole or none. */
export function allIf(isReal: (secret: string, label: string) => boolean) {
  return (secret: string, label: string) => (isReal(secret, label) ? secret.length : 0);
}

/** The extent of a number that a shape may have taken more groups for than belong to it: the longest real one. */
export function longestGroupsThat(isReal: (number: string) => boolean) {
  return (found: string): number => {
    for (let end = found.length; end > 0; end = found.lastIndexOf(' ', end - 1)) {
      if (isReal(found.slice(0, end))) return end;
    }
    return 0;
  };
}
