const speaker =
  /(?<![\p{L}'])(?:i|i'm|i've|i'd|i'll|im|ive|me|my|mine|myself|we|we're|we've|our|us|ours|ich|mir|mich|mein\p{L}*|wir|uns\p{L}*|je|moi|mon|ma|mes|nous|notre|nos|yo|mi|mis|me|nuestr\p{L}+|soy|tengo|vivo|trabajo|estoy|eu|meu|minha|mim|sou|tenho|moro|estou|io|mio|mia|noi|nostr\p{L}+|sono|ho|lavoro|mi)(?![\p{L}'])|(?<!\p{L})[jm]'/iu;
/** Where the verb tells who speaks: what one often says of oneself in Spanish, Portuguese and Italian. */
const speakingVerb =
  /(?<![\p{L}'])(?:quiero|prefiero|odio|detesto|adoro|amo|llevo|hablo|estudio|juego|toco|uso|bebo|evito|suelo|dejé|empecé|nací|crecí|quero|prefiro|odeio|jogo|falo|estudo|costumo|deixei|comecei|parei|mudei|nasci|cresci|voglio|vorrei|preferisco|parlo|gioco|suono|bevo|mangio|studio|abito|vivo|evito|smesso)(?![\p{L}'])/iu;
/** What is only supposed, guessed, said by somebody or asked is no statement, whatever words it is in. */
const supposed =
  /(?<![\p{L}'])(?:if i (?:were|was|had|lived|could|won|only)|were i|suppose|imagine|pretend|let's say|maybe i'm|perhaps i'm|what if|hypothetically|i wish|wenn ich .{0,40}(?:wäre|hätte|würde)|angenommen|stell dir vor|si j'étais|si j'avais|imaginons|si yo (?:fuera|tuviera)|si fuera|imagina|se eu (?:fosse|tivesse)|imagine que|se io fossi|se fossi|immagina)(?![\p{L}'])/iu;

/** Whether a sentence speaks of its writer and is said rather than supposed. */
export function isOwnStatement(sentence: string): boolean {
  return (speaker.test(sentence) || speakingVerb.test(sentence)) && !supposed.test(sentence);
}
