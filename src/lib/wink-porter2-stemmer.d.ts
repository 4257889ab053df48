declare module 'wink-porter2-stemmer' {
  /** Of a lower-case English word. */
  export default function stem(word: string): string;
}
