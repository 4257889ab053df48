import porter2 from 'wink-porter2-stemmer';
import { remembering } from '@/lib/remembering';

/** What the English forms of a word have in common, by Porter's second stemmer; other words as they are. */
export const englishStem = remembering((word) => (stemmable.test(word) ? porter2(word) : word));

/** Longer runs of letters are no words, and looking for their stem takes the square of their length. */
const stemmable = /^[a-z]{3,40}$/;
