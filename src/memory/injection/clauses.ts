import { unended } from '@/memory/injection/line';

/** A sentence on its way into a longer one. */
export interface Clause {
  /** Without the full stop. */
  words: string;
  /** Present where the sentence begins with "I" and is short enough to share it with another. */
  shared?: SharedSubject | undefined;
}

interface SharedSubject {
  subject: 'I' | 'Ich';
  /** What follows the subject: "am allergic to nuts". */
  predicate: string;
  /** Another predicate may follow: it would seem to fall under a "not" or a "want to". */
  goesOn: boolean;
}

/** `aside` goes behind the words in brackets. */
export function clauseOf(sentence: string, { isRule = false, aside = '' } = {}): Clause {
  const own = unended(sentence);
  const words = aside === '' ? own : `${own} (${aside})`;
  if (isRule && order.test(own)) return { words: `please ${withSmallStart(words)}` };
  return { words, shared: sharedIn(words) };
}

/** One sentence of clauses: those that share their subject in a series, and the others after it. */
export function joinClauses(clauses: readonly Clause[]): string {
  const series = seriesIn(clauses);
  const others = clauses.filter((clause) => !series.includes(clause));
  const [first = '', ...rest] = [...inSeries(series), ...others.map(({ words }) => words)];
  const whole = [first, ...rest.map(withSmallStart)].join('; ');
  return `${whole.charAt(0).toUpperCase()}${whole.slice(1)}${/[.!?。！？…]["'”’)]*$/u.test(whole) ? '' : '.'}`;
}

/** Those with the subject of the first that has one; of those that nothing may follow, one, at the end. */
function seriesIn(clauses: readonly Clause[]): Clause[] {
  const subject = clauses.find(({ shared }) => shared)?.shared?.subject;
  const sharing = clauses.filter(({ shared }) => shared && shared.subject === subject);
  const last = sharing.find(({ shared }) => !shared?.goesOn);
  return [...sharing.filter(({ shared }) => shared?.goesOn), ...(last ? [last] : [])];
}

/** "I live in Lisbon, am allergic to nuts and work as a nurse", or nothing. */
function inSeries([first, ...rest]: readonly Clause[]): string[] {
  if (!first) return [];
  const predicates = rest.flatMap(({ shared }) => shared?.predicate ?? []);
  const last = predicates.pop();
  const start = [first.words, ...predicates].join(', ');
  return [last === undefined ? start : `${start} ${conjunctions[first.shared?.subject ?? 'I']} ${last}`];
}

const conjunctions: Record<SharedSubject['subject'], string> = { I: 'and', Ich: 'und' };

function sharedIn(words: string): SharedSubject | undefined {
  const match = /^(?<subject>I|Ich)(?<short>['’](?:m|ve))? (?<rest>\p{Ll}.+)$/u.exec(words);
  const { subject, short = '', rest = '' } = match?.groups ?? {};
  if ((subject !== 'I' && subject !== 'Ich') || winding.test(words)) return undefined;
  const verb = short === '' ? '' : short.endsWith('m') ? 'am ' : 'have ';
  return { subject, predicate: verb + rest, goesOn: !reaching.test(rest) };
}

/** A sentence with parts of its own would be lost among others. */
const winding =
  /[,;:!?…–—"“”]|\.\s|\s(?:and|or|but|because|since|although|unless|while|when|if|so|which|who|that|und|oder|aber|weil|wenn|dass|ob|sondern|da)\s/u;
const reaching =
  /\b(?:not|never|no|hardly|rarely|only|will|would|can|could|should|must|may|might|nicht|kein\p{L}*|nie|will|möchte|kann|soll|muss|darf)(?!\p{L})|n['’]t(?!\p{L})|(?:^|\s)(?:want|wish|like|love|hate|prefer|plan|need|have|try|hope|intend|used|going|wanting|planning|trying|hoping|learning)\s(?:\p{L}+\s)?to\s/u;
const order =
  /^(?:always|never|don['’]t|do|use|answer|reply|respond|write|keep|be|avoid|give|show|explain|call|address|format|include|start|end|make|speak|talk|skip|stop|put|add|prefer|assume|convert|translate|tell|ask|treat|quote|cite|list|summari[sz]e)\s/i;

/** A first word that is written with a capital for standing first; names and nouns keep theirs. */
const smallInside =
  /^(?:My|Our|We|It|The|There|When|If|Please|Always|Never|Mein\p{L}*|Unser\p{L}*|Ich|Wir|Wenn|Bitte|Immer|Je|J['’]|Mon|Ma|Mes|Notre|Nous|Quand|Mis?|Nuestr[oa]s?|Yo|Me|No|Vivo|Soy|Tengo|Trabajo|Estoy|Prefiero|Quiero|Siempre|Cuando|Meus?|Minhas?|Eu|Não|Moro|Sou|Tenho|Trabalho|Estou|Prefiro|Quero|Gosto|Sempre|Il mio|La mia|Non|Sono|Ho|Lavoro|Preferisco|Voglio|Quando)(?!\p{L})|^(?:An?)\s/u;

function withSmallStart(words: string): string {
  return smallInside.test(words) || order.test(words)
    ? words.charAt(0).toLowerCase() + words.slice(1)
    : words;
}
