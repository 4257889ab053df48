import type { Passage } from '@/memory/extraction/judged/passages';

const speaker =
  /(?<![\p{L}'])(?:i|i'm|i've|i'd|i'll|im|ive|me|my|mine|myself|we|we're|we've|our|us|ours|ich|mir|mich|mein\p{L}*|wir|uns\p{L}*|je|moi|mon|ma|mes|nous|notre|nos|yo|mi|mis|me|nuestr\p{L}+|soy|tengo|vivo|trabajo|estoy|eu|meu|minha|mim|sou|tenho|moro|estou|io|mio|mia|noi|nostr\p{L}+|sono|ho|lavoro|mi)(?![\p{L}'])|(?<!\p{L})[jm]'/iu;
/** What is only supposed, guessed, said by somebody or asked is no statement, whatever words it is in. */
const supposed =
  /(?<![\p{L}'])(?:if i (?:were|was|had|lived|could|won)|were i|suppose|imagine|pretend|let's say|maybe i'm|perhaps i'm|what if|hypothetically|wenn ich .{0,40}(?:wäre|hätte|würde)|angenommen|stell dir vor|si j'étais|si j'avais|imaginons|si yo (?:fuera|tuviera)|si fuera|imagina|se eu (?:fosse|tivesse)|imagine que|se io fossi|se fossi|immagina)(?![\p{L}'])/iu;

/** Whether a passage speaks of its writer, or gives an order, and stands as said and not as supposed. */
export function isOwnStatement({ phrases, kind }: Passage): boolean {
  const sentence = phrases[0]?.sentence;
  if (!sentence || supposed.test(sentence.text)) return false;
  return kind === 'procedure' || phrases.some(({ text }) => speaker.test(text));
}
