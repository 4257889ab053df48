/*
 * Whether words are about the user. English, German and French say so with a pronoun; Spanish, Portuguese and Italian
 * often with the verb alone.
 */

const end = '(?![\\p{L}\\p{N}])';
const start = '(?<![\\p{L}\\p{N}])';

const pronouns =
  "i|i'm|im|i've|ive|i'd|i'll|my|me|mine|we|we're|we've|our|us|ich|mir|mich|mein(?:e[mnrs]?)?|wir|uns|unser\\p{L}*|je|mon|ma|mes|moi|nous|notre|nos|yo|mi|mis|mí|nosotr[oa]s|nuestr[oa]s?|eu|meus?|minhas?|mim|nós|nossos?|nossas?|io|mio|mia|miei|mie|noi|nostr[oaie]";
/** First persons that Spanish, Portuguese and Italian write without a pronoun; most others end in -o. */
const verbs =
  'soy|estoy|voy|doy|sé|fui|nací|vivimos|tenemos|somos|me|sou|estou|vou|sei|nasci|temos|ho|sto|vado|faccio|so|abbiamo|siamo|sono';
const noVerb =
  'esto|eso|ello|todo|cuando|como|quando|solo|questo|quello|tutto|isto|isso|tudo|o|lo|no|não|non|do|to|so|who|also|two|hello|zero|into';

const speaks = new RegExp(`${start}(?:${pronouns})${end}|${start}(?:j|m)['’]\\p{L}`, 'iu');
const acts = new RegExp(
  `^(?:(?:no|não|non|ya no|já não) )?(?:${verbs}|(?!(?:${noVerb})${end})\\p{L}+o)${end}`,
  'iu',
);

/** Names the user anywhere in its first words, or begins with a verb in the first person. */
export function isOwn(words: string): boolean {
  return speaks.test(firstWords(words, 5)) || acts.test(words);
}

/** Begins with a possessive: about somebody or something of the user's. */
export function isOfRelated(words: string): boolean {
  return possessive.test(words.trim());
}

const possessive =
  /^(?:(?:il|la|i|le|[oa]s?) )?(?:my|our|mein|unser|mon|ma|mes|notre|nos|mi|mis|nuestr[oa]s?|meus?|minhas?|noss[oa]s?|mi[oae]|miei|nostr[oaie])(?:e[mnrs]?)?(?![\p{L}\p{N}'])/iu;

function firstWords(text: string, count: number): string {
  return text.split(/\s+/, count).join(' ');
}

/** What is worked on in a chat: words about it are for that chat. */
const task = new RegExp(
  `${start}(?:code|functions?|methods?|class(?:es)?|scripts?|programs?|files?|folders?|variables?|arrays?|lists?|strings?|objects?|loops?|tests?|bugs?|errors?|quer(?:y|ies)|tables?|columns?|rows?|data(?:sets?)?|inputs?|outputs?|results?|responses?|answers?|questions?|prompts?|messages?|texts?|essays?|paragraphs?|sentences?|stor(?:y|ies)|poems?|characters?|articles?|e-?mails?|letters?|drafts?|documents?|examples?|problems?|equations?|formulas?|steps?|approach|versions?|api|app|pages?|sites?|websites?|servers?|databases?|models?|format|json|conversations?|chats?|games?|instructions?|requests?|ideas?|suggestions?|assignments?|homework|exercises?|slides?|reports?|titles?|sections?|lines?|words?|numbers?|mind|nachrichten?|fragen?|anfragen?|dateien?|fehler|funktion(?:en)?|beispiele?|geschichten?|anweisungen|fichiers?|fonctions?|erreurs?|histoires?|exemples?|réponses?|código|funci[oó]n|archivos?|mensajes?|preguntas?|historias?|ejemplos?|instrucciones|perguntas?|respostas?|ficheiros?|arquivos?|mensagem|mensagens|instruções|codice|funzione|domand[ae]|rispost[ae]|messaggi[o]?|istruzioni|stori[ae])${end}`,
  'iu',
);
const pointing = new RegExp(
  `${start}(?:this|that|these|those|it|above|previous|earlier|preceding|following|last|prior|so far|obige[nrs]?|vorherige[nrs]?|letzte[nrs]?|bisherige[nrs]?|ci-dessus|précédente?s?|dernière?s?|anterior(?:es)?|últim[oa]s?|precedent[ei]|ultim[oaie])${end}`,
  'iu',
);

export function isOfTask(words: string): boolean {
  return task.test(words);
}

export function pointsBack(words: string): boolean {
  return pointing.test(words);
}
