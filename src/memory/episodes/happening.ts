import { type Language, languageOf, languages } from '@/lib/language';
import { withDays } from '@/memory/episodes/days';
import type { Piece } from '@/memory/episodes/prose';
import { statement } from '@/memory/extraction/statement';
import { questionWords } from '@/memory/solved/question-words';

/** What the user says has happened, or was decided. */
export interface Happening {
  /** One sentence with the calendar's dates. */
  text: string;
  /** As it was written. */
  quote: string;
  /** When it happened, epoch milliseconds, as far as the words tell. */
  at?: number;
}

/**
 * The first thing that the user says has happened and that is worth finding again: a decision, a step in a life, or
 * what has its day. `at` is when it was said; without it what names a time counted from there is left out.
 */
export function happeningIn(pieces: readonly Piece[], at: number | undefined): Happening | undefined {
  for (const { text } of pieces) {
    for (const clause of clausesOf(text)) {
      const happening = read(clause, at);
      if (happening) return happening;
    }
  }
  return undefined;
}

const longest = 170;
const fewestTelling = 2;

function read(quote: string, at: number | undefined): Happening | undefined {
  const said = statement(quote.replace(leadIn, '').replace(/[’‘]/gu, "'"));
  if (said.length > longest || questionWords(said).telling.size < fewestTelling) return undefined;
  const language = [languageOf(said), ...languages].find((one) => hasHappened(said, one));
  if (!language || doubted.test(said)) return undefined;
  const dated = withDays(said.replace(weekday, 'last $1'), language, at);
  if (!dated) return undefined;
  const text = statement(dated.text);
  if (dated.at === undefined) return { text, quote };
  // A month without its year was taken for the coming one.
  return at !== undefined && dated.at > at ? undefined : { text, quote, at: dated.at };
}

function hasHappened(said: string, language: Language): boolean {
  if (milestones[language].test(said)) return true;
  return language === 'en' && past.test(said) && day.test(said) && !passing.test(said);
}

/** Statements of the speaker; a question or a condition is none. */
function clausesOf(sentence: string): string[] {
  return sentence
    .split(
      /(?<=[.!?…])\s+|[;()]+\s*|\s[–—-]\s|,\s*(?=(?:and|but|so|which|what|how|any|can|could|und|aber|was|wie|et|mais|quel|y|pero|qué|e|mas|ma|che)\s)/iu,
    )
    .map((clause) => clause.trim().replace(/[\s,.!…]+$/u, ''))
    .filter((clause) => clause !== '' && !/[?？]$/u.test(clause));
}

const leadIn =
  /^(?:(?:hi|hello|hey|ok(?:ay)?|so|and|but|well|btw|by the way|update|good news|bad news|guess what|also|hallo|übrigens|und|aber|bonjour|et|au fait|hola|y|por cierto|olá|e|ciao|ma)(?![\p{L}'’])[\s,!:.–—-]*)+/iu;
const doubted =
  /^(?:if|when|what|imagine|suppose|wenn|falls|si|se|quando)\b|\b(?:i think|maybe|perhaps|might|almost|nearly|never|haven't|didn't|vielleicht|peut-être|quizás?|tal vez|talvez|forse|nicht|ne pas)\b/iu;

const adverbs = String.raw`(?:(?:finally|just|already|also|both|actually|officially|eventually|recently|now|\p{L}+ly) )*`;
const enSpeaker = String.raw`^(?:\p{L}+(?: \p{L}+){0,3}, |(?:yesterday|today|last \p{L}+|this \p{L}+|on \p{L}+),? )?(?:i|we|(?:my|our) [\p{L}' ]{2,30}? and i)(?:'ve| have|'d| had)? ${adverbs}`;

/** A decision or a step, in the first person. */
const milestones: Record<Language, RegExp> = {
  en: new RegExp(
    String.raw`${enSpeaker}(?:ended up \p{L}+ing|decided|chose|chosen|picked|settled on|went with|gone with|agreed|booked|bought|ordered|signed|sold|moved|adopted|got (?:married|engaged|divorced|promoted|hired|fired|laid off|accepted|rejected|the (?:job|keys|offer|results?|loan|visa|grant))|passed|failed|graduated|completed|won|lost|quit|resigned|launched|published|submitted|visited|attended|travelled|traveled|hired|celebrated|planted|repaired|fixed|solved|replaced|broke|crashed|joined|cancelled|canceled|postponed|rescheduled|enrolled|registered|handed in|renewed|painted|installed|met|finished|started (?!to\b))\b`,
    'iu',
  ),
  de: /^(?:(?:gestern|heute|letzte\p{L}*|jetzt|nun)\s.*)?\b(?:ich|wir)\b.*\b(?:entschieden|gekauft|gebucht|bestellt|gewählt|ausgesucht|unterschrieben|verkauft|umgezogen|geheiratet|bestanden|abgeschlossen|fertiggestellt|gekündigt|angefangen|begonnen|getroffen|besucht|gewonnen|verloren|repariert|gelöst|ersetzt|adoptiert|eingereicht|abgesagt|verschoben|vereinbart)\.?$|^(?:haben|habe|sind|bin) (?:uns|mich)\b.*\bentschieden/iu,
  fr: /(?:\bj['’]ai|\bje (?:me )?suis|\bje m['’]étais|\b(?:nous |on )(?:a|avons|s['’]est|nous sommes|est|sommes)) (?:enfin |finalement |déjà |aussi )?(?:décidée?s?|choisie?s?|achetée?s?|réservée?s?|commandée?s?|signée?s?|vendue?s?|déménagé|réussi|fini|terminé|commencé|rencontré|visité|gagné|perdu|démissionné|réparé|résolu|remplacé|adopté|annulé|opté|obtenu|inscrite?s?|mariée?s?)/iu,
  es: /(?:^|[\s,])(?:decidí|decidimos|elegí|elegimos|escogí|escogimos|compré|compramos|reservé|reservamos|firmé|firmamos|vendí|vendimos|me mudé|nos mudamos|aprobé|terminé|terminamos|empecé|conocí|conocimos|visité|visitamos|gané|ganamos|perdí|perdimos|renuncié|arreglé|arreglamos|resolví|cambié|adopté|adoptamos|cancelé|cancelamos|nos casamos|(?:he|hemos) (?:decidido|elegido|escogido|comprado|reservado|firmado|vendido|aprobado|terminado|empezado|conocido|visitado|ganado|perdido|arreglado|resuelto|adoptado|cancelado))(?![\p{L}])/iu,
  pt: /(?:^|[\s,])(?:decidi|decidimos|escolhi|escolhemos|comprei|compr[aá]mos|reservei|reserv[aá]mos|assinei|assin[aá]mos|vendi|vendemos|mudei-me|me mudei|nos mudamos|mud[aá]mo-nos|passei no|terminei|termin[aá]mos|acabei de|comecei|conheci|conhecemos|visitei|visit[aá]mos|ganhei|ganh[aá]mos|perdi|perdemos|demiti-me|me demiti|arranjei|consertei|resolvi|troquei|adotei|adot[aá]mos|cancelei|cancel[aá]mos|cas[aá]mos|casamo-nos)(?![\p{L}])/iu,
  it: /(?:^|[\s,])(?:ho|abbiamo|(?:mi|ci) (?:sono|siamo)|ci abbiamo) (?:finalmente |appena |già |anche )?(?:decis[oaie]|scelto|comprato|preso|prenotato|ordinato|firmato|venduto|trasferit[oaie]|superato|finito|terminato|iniziato|cominciato|incontrato|conosciuto|visitato|vinto|perso|dimess[oa]|riparato|risolto|sostituito|adottato|annullato|sposat[oaie])(?![\p{L}])/iu,
};

/** What is done and said to be of a day. */
const past = new RegExp(
  String.raw`${enSpeaker}(?!(?:wanted|needed|tried|asked|used|liked|loved|lived|worked|hoped|noticed|seemed|looked|searched|wondered|realised|realized|received|attached|pasted|copied|uploaded|mentioned|had (?:a )?(?:lunch|dinner|breakfast|coffee|nap|snack)|woke|slept|ate)\b)(?:\p{L}{2,}ed|went|had|got|saw|took|made|found|left|gave|spent|flew|drove|ran|paid|built|told|spoke|swam|rode|became|hit|cut|taught|caught|gone|seen|taken|made|given|flown)\b`,
  'iu',
);
const day =
  /\b(?:yesterday|today|tonight|this (?:morning|afternoon|evening|week|month|weekend)|last (?:night|week|weekend|month|year|spring|summer|autumn|fall|winter|monday|tuesday|wednesday|thursday|friday|saturday|sunday)|(?:\d+|an?|two|three|four|five|six|a few|a couple of) (?:days?|weeks?|months?|years?) ago|on (?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)|(?:on|in) (?:the )?(?:\d{1,2}(?:st|nd|rd|th)? )?(?:of )?(?:january|february|march|april|may|june|july|august|september|october|november|december))\b/iu;
/** Of what has happened, the last one is meant. */
const weekday = /(?<!last |next |\bon a )(?:\bon )?\b((?:mon|tues|wednes|thurs|fri|satur|sun)day)\b(?!s)/giu;
/** What is forgotten tomorrow, by whomever it was said. */
const passing =
  /\b(?:error|exception|bug|stack ?trace|prompt|chatgpt|claude|gemini|answer you|this (?:code|file|message))\b/iu;
