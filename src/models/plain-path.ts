/** Whether a path stays below the folder it is relative to, in every file system and in a URL. */
export function isPlainPath(path: string): boolean {
  return path
    .split('/')
    .every((part) => part !== '' && part !== '.' && part !== '..' && part.length <= 200 && !odd.test(part));
}

/** Backslashes, control characters, halves of characters. */
const odd = /[\\\p{Cc}\p{Cs}]/u;
