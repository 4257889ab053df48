/** There is no room left on this machine; what was stored before is untouched. */
export class StorageFullError extends Error {
  override readonly name = 'StorageFullError';
  constructor() {
    super('The disk or the browser’s storage is full: free some space, nothing stored before is lost.');
  }
}

/** The act was asked for something that is not there or not as it was; the message says what to do. */
export class RefusedError extends Error {
  override readonly name = 'RefusedError';
}
