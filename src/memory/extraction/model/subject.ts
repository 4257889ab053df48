import { domainsOf } from '@/memory/domain-words';
import type { Doubt } from '@/memory/extraction/model/own-prose';

/**
 * Whether a sentence about the user is told of words about somebody else: small models take "my brother is vegan" for
 * "I'm vegan". `other` where it surely is, `unsure` where it may be.
 */
export function takenFromOthers(text: string, clause: string): 'other' | Doubt | undefined {
  if (!aboutSpeaker.test(text)) return undefined;
  const said = clause.replace(leadIn, '');
  if (otherSubject.test(said) && !speaking.test(said)) return 'other';
  if (namedSubject.test(said) && !speaking.test(said)) return 'other';
  const owned = ownedSubject.exec(said)?.groups;
  if (owned && !/^\s+(?:and|und|et|y|e) (?:i|ich|moi|yo|eu|io)(?![\p{L}])/iu.test(owned.rest ?? '')) {
    const noun = owned.noun ?? '';
    if (!ownTraits.test(noun) && !mentions(text, noun)) return 'other';
  }
  const before = /(?<noun>[\p{L}'’-]+),? who(?:'s|’s)?(?![\p{L}])/iu.exec(said)?.groups?.noun;
  if (before && !mentions(text, before)) return 'other';
  return aboutBeing.test(text) && othersIn(said).some((person) => !mentions(text, person))
    ? 'unsure'
    : undefined;
}

/** Whether a sentence is about the user alone, and not about somebody of theirs. */
export function isAboutSpeaker(text: string): boolean {
  return aboutSpeaker.test(text) || ownTraits.test(ownedSubject.exec(text)?.groups?.noun ?? '');
}

/** Begins with the one who speaks, in the languages whose words are known. */
const aboutSpeaker =
  /^(?:i|i'm|i’m|im|i've|i’ve|i'd|we|we're|ich|wir|je|j'\p{L}+|j’\p{L}+|nous|yo|soy|tengo|vivo|trabajo|me|eu|sou|tenho|moro|io|sono|ho|mi)(?![\p{L}'’])/iu;
const aboutBeing = /^(?:i'm|i’m|i am|we're|we are|ich bin|je suis|soy|eu sou|sou|sono|io sono)(?![\p{L}])/iu;

/** Words of the first person, wherever they stand. */
const speaking =
  /(?<![\p{L}'’])(?:i|i'm|i’m|im|i've|i’ve|i'd|i’d|i'll|me|my|mine|myself|we|we're|us|our|ours|ich|mich|mir|mein\p{L}*|wir|uns|unser\p{L}*|je|j['’]\p{L}+|moi|mon|ma|mes|nous|notre|nos|yo|mis?|soy|estoy|tengo|eu|meus?|minhas?|sou|tenho|io|mi[oae]|miei|sono|ho)(?![\p{L}'’])/iu;

const leadIn =
  /^(?:[^\p{L}\p{N}]|(?:and|but|so|because|since|as|well|also|that|und|aber|weil|et|mais|y|pero|e|mas|ma)(?![\p{L}]))+/iu;
const otherSubject =
  /^(?:he|she|they|it|his|her|their|er|sie|sein\p{L}*|ihr\p{L}*|il|elle|ils|elles|él|ella|ellos|ellas|ele|ela|eles|elas|lui|lei|loro|su|sus|он|она|они|hij|zij|hon|han)(?:['’](?:s|re|ve|d|ll))?(?![\p{L}])/iu;
/** "Marta is", "Our neighbour works", "The doctor has". */
const namedSubject =
  /^(?:(?:the|this|that|an?|some|most|many|every) (?:\p{L}+ ){1,2}?|\p{Lu}[\p{L}'’-]+ (?:\p{Lu}[\p{L}'’-]+ )?)(?:(?:also|really|just|only|always|never) )?(?:is|isn['’]t|was|has|had|does|doesn['’]t|are|were|can['’]?t?|will|\p{Ll}+[^s\W]s)(?![\p{L}])/u;
const ownedSubject =
  /^(?:my|our|mein(?:e|en|er)?|unser(?:e|er)?|mon|ma|mes|notre|mi|mis|meu|minha|mio|mia|il mio|la mia) (?:(?:best|old|older|younger|little|big|elder|eldest|youngest|good|dear|new|ex|late|two|three|beste[rn]?|ältere[rn]?|jüngere[rn]?|petite?|grande?|mejor|melhor) )*(?<noun>[\p{L}-]+)(?:['’]s)?(?<rest>.*)$/isu;

/** What one has and is at once: "my job is teaching" says "I teach". */
const ownTraits =
  /^(?:name|age|birthday|job|work|profession|occupation|role|position|title|employer|company|diet|hobby|hobbies|favou?rite\p{L}*|passion|native|first|mother|main|pronouns?|home|hometown|city|town|address|place|flat|apartment|house|goal|dream|plan|plans|nationality|religion|language|height|weight|size|allergy|allergies|condition|doctor|preference|background|degree|major|studies|\p{L}*beruf|\p{L}*arbeit|alter|geburtstag|wohnung|ziel|nom|prénom|métier|travail|âge|but|nombre|trabajo|edad|casa|nome|trabalho|idade|lavoro|età|lieblings\p{L}*|first-\p{L}+)$/iu;

/** People and animals a clause speaks of. */
function othersIn(clause: string): string[] {
  const words = clause.match(/[\p{L}]+/gu) ?? [];
  return words.filter((word) => {
    const domains = domainsOf(word);
    return domains.includes('people') || (domains.includes('family') && !traits.test(word));
  });
}

/** Words of the domains of family and people that are said of oneself. */
const traits =
  /^(?:married|engaged|divorced|wedding|introvert\p{L}*|extrovert\p{L}*|dating|date|relationship|party|gift|social|crowds?|family|familie|familia|famille|famiglia)$/iu;

function mentions(text: string, word: string): boolean {
  const stem = word.toLowerCase().replace(/s$/, '');
  return text.toLowerCase().includes(stem);
}
