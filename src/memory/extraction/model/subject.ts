import type { Judgement } from '@/memory/extraction/model/judgement';
import { fieldsOf } from '@/memory/extraction/word-fields';

/**
 * Whether a sentence about the user is told of words about the user: small models take "my brother is vegan" for "I'm
 * vegan".
 */
export function isOwnMatter(text: string, clause: string): Judgement {
  if (!aboutSpeaker.test(text)) return 'fine';
  const said = clause.replace(leadIn, '');
  if ((otherSubject.test(said) || namedSubject.test(said)) && !speaking.test(said)) return 'no';
  const lost = [ownedSubjectOf(said), relative.exec(said)?.groups?.noun].filter((noun) => noun !== undefined);
  if (lost.some((noun) => !mentions(text, noun))) return 'no';
  return aboutBeing.test(text) && othersIn(said).some((other) => !mentions(text, other)) ? 'unsure' : 'fine';
}

/** "My brother" of a clause that is about him; undefined where it is about the user, or about both. */
function ownedSubjectOf(said: string): string | undefined {
  const { noun, rest = '' } = ownedSubject.exec(said)?.groups ?? {};
  if (noun === undefined || ownTraits.test(noun) || andSpeaker.test(rest)) return undefined;
  return noun;
}

const andSpeaker = /^\s+(?:and|und|et|y|e) (?:i|ich|moi|yo|eu|io)(?![\p{L}])/iu;
const relative = /(?<noun>[\p{L}'’-]+),? who(?:'s|’s)?(?![\p{L}])/iu;

/**
 * Whether a sentence says something about the user, or how to behave towards them, and is not merely what they asked
 * for this once: small models note whatever they are shown. `unsure` where words do not tell.
 */
export function saysSomething(text: string): Judgement {
  if (/[?？]\s*$/u.test(text) || !/\p{L}{2}|[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}]/u.test(text))
    return 'no';
  if (lasting.test(text)) return 'fine';
  if (request.test(text)) return 'no';
  // Scripts of which no words are known here are the model's to judge.
  if (speaking.test(text) || !/\p{sc=Latin}{3}/u.test(text)) return 'fine';
  return english.test(text) ? 'no' : 'unsure';
}

/** Whether a sentence is about the user alone, and not about somebody of theirs. */
export function isAboutSpeaker(text: string): boolean {
  return aboutSpeaker.test(text) || ownTraits.test(ownedSubject.exec(text)?.groups?.noun ?? '');
}

/** Begins with the one who speaks, in the languages whose words are known. */
const aboutSpeaker =
  /^(?:i|i'm|i’m|im|i've|i’ve|i'd|we|we're|ich|wir|je|j'\p{L}+|j’\p{L}+|nous|yo|soy|tengo|vivo|trabajo|me|eu|sou|tenho|moro|io|sono|ho|mi)(?![\p{L}'’])/iu;
const aboutBeing = /^(?:i'm|i’m|i am|we're|we are|ich bin|je suis|soy|eu sou|sou|sono|io sono)(?![\p{L}])/iu;

/** Words of the first person, wherever they stand; some languages say it by the verb alone. */
const speaking =
  /(?<![\p{L}'’])(?:i|i'm|i’m|im|i've|i’ve|i'd|i’d|i'll|me|my|mine|myself|we|we're|our|ours|ich|mich|mir|mein\p{L}*|wir|uns|unser\p{L}*|je|j['’]\p{L}+|moi|mon|ma|mes|nous|notre|nos|yo|mis?|soy|estoy|tengo|eu|meus?|minhas?|sou|tenho|io|mi[oae]|miei|sono|ho|trabajo|vivo|toco|juego|bebo|quiero|necesito|prefiero|llevo|hablo|trabalho|moro|estudo|gosto|prefiro|quero|preciso|falo|lavoro|abito|gioco|mangio|voglio|preferisco|parlo|ik|mijn|wij|onze|jag|jeg|jestem|mam|mieszkam|pracuję|lubię|benim)(?![\p{L}'’])/iu;

const english = /\b(?:the|is|are|of|and|with|this|that|has|for|from)\b/i;

/** What is to hold in later conversations too. */
const lasting =
  /(?<![\p{L}'’])(?:always|never|from now on|going forward|in (?:the )?future|(?:when|what|which|who)ever|every (?:time|answer|reply)|each time|by default|in general|call me|address me|immer|nie|niemals|ab jetzt|künftig|in zukunft|nenn mich|toujours|jamais|désormais|à l['’]avenir|appelle-moi|siempre|nunca|jamás|de ahora en adelante|llámame|sempre|de agora em diante|chama-me|mai|d['’]ora in poi|chiamami)(?![\p{L}])/iu;
const request =
  /^(?:(?:please|now|then|also|and|ok|hi|hello|hey|bitte|por favor|s['’]il te plaît|per favore)[,!]? )*(?:(?:can|could|will|would|should|may) (?:you|i|we)|(?:i|we)(?:['’]d| would)? (?:want|need|like|love)(?: for)? you to|(?:i|we) (?:want|need|would like|['’]d like) to (?:know|understand|see|find out)|(?:i|we) (?:need|want) (?:help|some|an? (?:list|recipe|example|plan|summary|function|script|program|query|poem|story|essay|letter|email|explanation))|what|why|how|when|where|who|which|is|are|do|does|did|help|give|tell|show|write|rewrite|create|make|generate|design|implement|develop|build|code|explain|describe|define|discuss|list|name|find|calculate|compute|solve|translate|summari[sz]e|convert|classify|categori[sz]e|identify|compare|contrast|analy[sz]e|evaluate|suggest|recommend|provide|propose|draft|compose|edit|proofread|correct|fix|improve|rephrase|paraphrase|construct|come up|think of|plan|outline|extract|pick|choose|select|sort|arrange|fill|complete|continue|add|remove|replace|use|look|check|review|answer|respond|reply|imagine|pretend|act|assume|consider|given|let['’]?s|schreibe?|erkläre?|übersetze?|gib|nenne?|zeige?|hilf|écris|explique|traduis|donne|aide|escribe|explica|traduce|dame|ayúdame|escreva|explique|traduza|dê|ajude|scrivi|spiega|traduci|dammi|aiutami)(?![\p{L}])/iu;

const leadIn =
  /^(?:[^\p{L}\p{N}]|(?:and|but|so|because|since|as|well|also|that|und|aber|weil|et|mais|y|pero|e|mas|ma)(?![\p{L}]))+/iu;
const otherSubject =
  /^(?:you|your|he|she|they|it|his|her|their|du|dein\p{L}*|er|sie|sein\p{L}*|ihr\p{L}*|il|elle|ils|elles|él|ella|ellos|ellas|ele|ela|eles|elas|lui|lei|loro|su|sus|он|она|они|hij|zij|hon|han)(?:['’](?:s|re|ve|d|ll))?(?![\p{L}])/iu;
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
    const domains = fieldsOf(word);
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
