/** Why a turn could not be read, in one word that the interface has a text for. */
type Reason = 'badAnswer' | 'timedOut' | 'unusable';

/** A language model did not read a turn. The message never holds words of the turn or of the answer. */
export class ReadingFault extends Error {
  override readonly name = 'ReadingFault';
  readonly reason: Reason;
  constructor(reason: Reason, message: string) {
    super(message);
    this.reason = reason;
  }
}
