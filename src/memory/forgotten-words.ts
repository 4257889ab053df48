/** Stands in a captured turn where the words of a forgotten memory stood. */
export const forgottenWords = '[forgotten]';
