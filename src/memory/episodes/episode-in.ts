import { languageOf } from '@/lib/language';
import { askedIn } from '@/memory/episodes/asked';
import { withDays } from '@/memory/episodes/days';
import type { Exchange } from '@/memory/episodes/exchange-of';
import { happeningIn } from '@/memory/episodes/happening';
import { extractImportance } from '@/memory/episodes/is-extract';
import { looksBack } from '@/memory/episodes/looks-back';
import { outcomeOf } from '@/memory/episodes/outcome';
import { ownPieces } from '@/memory/episodes/prose';
import { wordings } from '@/memory/episodes/wording';
import { framingOf } from '@/memory/extraction/framing';
import { queryOf } from '@/memory/recall/query';
import { isSelfContained } from '@/memory/recall/self-contained';
import { saidAt } from '@/memory/trust';
import type { Candidate, Turn } from '@/memory/types';

/** What else is known of an exchange. */
export interface Beside {
  /** The words of the user's turn that other memories were read off. */
  learned: readonly string[];
  /** What the conversation was told of the user: an answer that repeats it says nothing new. */
  told: readonly string[];
  /** 0 to 1: how surely a request is complete in itself. */
  nothing(text: string): number;
}

const longest = 240;
/** A request this surely complete in itself has nothing of the user's. */
const mostNothing = 0.3;

/**
 * What is worth finding again of an exchange: what the user says has happened, or what they asked and what came of
 * that. At most one, in their own language; none of greetings, role-play, trivia and what memories were read off
 * already.
 */
export function episodeIn(exchange: Exchange, { learned, told, nothing }: Beside): Candidate | undefined {
  const { said } = exchange;
  const pieces = ownPieces(said.text, learned);
  if (!pieces || pieces.length === 0) return undefined;
  const at = saidAt(said);
  const happening = happeningIn(pieces, at);
  if (happening) return candidate(happening.text, happening.quote, happening.at ?? at);

  const asked = askedIn(pieces, exchange.isFirst);
  if (!asked || !exchange.answer || isRecollection(said.text) || isGiven(said.text)) return undefined;
  const isOwn = speaksOfSelf(said.text);
  if (!isOwn && Math.max(nothing(asked.words), nothing(said.text)) > mostNothing) return undefined;
  const language = languageOf(`${said.text}\n${exchange.answer.text}`);
  const words = withDays(asked.words, language, at)?.text;
  if (words === undefined) return undefined;

  const wording = wordings[language];
  const question = `${wording.asked} ${/[.!?…？]$/u.test(words) ? words : `${words}.`}`;
  if (isOwn && framingOf(asked.words) !== 'own') return candidate(question, asked.quote, at);
  const room = longest - question.length - wording.answer.length - 3;
  const outcome = outcomeOf(exchange.answer.text, said.text, told, room);
  if (!outcome || !(outcome.isNamed || (isOwn && !smallTalk.test(asked.words)))) return undefined;
  return candidate(`${question} ${wording.answer} ${outcome.words}`, asked.quote, at);
}

/** Whether a turn of the user says or asks something that an episode could be made of, whatever is answered. */
export function mayHoldEpisode(said: Turn): boolean {
  const pieces = ownPieces(said.text, []) ?? [];
  return happeningIn(pieces, saidAt(said)) !== undefined || askedIn(pieces, true) !== undefined;
}

function candidate(text: string, quote: string, validFrom: number | undefined): Candidate {
  return {
    kind: 'episode',
    text,
    quote,
    importance: extractImportance,
    confidence: 0.8,
    basis: 'inferred',
    ...(validFrom === undefined ? {} : { validFrom }),
  };
}

/** Role-play, and work on a text or an exercise that is handed over. */
function isGiven(text: string): boolean {
  return isSelfContained(text) || handedOver.test(text);
}

const handedOver =
  /\b(?:role[- ]?play(?:ing)?|(?:play|take|assume)(?: on)? the role|in this task|(?:the|a) (?:given|following|above)|given (?:the|an?|below)|(?:below|above) is)\b/iu;
/** The assistant is asked about itself, or what it thinks. */
const smallTalk =
  /\b(?:(?:do|did|are|were|have|would|what) (?:do )?you|your (?:favou?rite|opinion|name|day))\b(?! (?:know|recommend|suggest|advise))/iu;

/** A question about what was said before is no exchange of its own. */
function isRecollection(text: string): boolean {
  return looksBack(text) || queryOf(text, { now: 0 }).asksPast;
}

/** The user speaks of themselves, and not only of whom to answer. */
function speaksOfSelf(text: string): boolean {
  return firstPerson.test(text.slice(0, 4_000).replace(service, ' '));
}

const firstPerson =
  /(?<![\p{L}'’])(?:i['’](?:m|ve|d|ll)|i|me|my|mine|myself|we|our|ours|us|mein\p{L}*|mir|mich|unser\p{L}*|uns|wir|mon|ma|mes|moi|nous|notre|nos|mis?|nosotr[oa]s|nuestr[oa]s?|conmigo|meus?|minhas?|comigo|noss[oa]s?|mi[oa]|miei|mie|noi|nostr[oaie])(?![\p{L}'’])/iu;
/** What is said of oneself in asking for anything at all. */
const service =
  /(?<![\p{L}'’])(?:(?:give|tell|show|explain(?: to)?|help|teach|write|make|find|send|get|let|list|remind|walk|recommend|suggest)(?: to)? (?:me|us)|(?:can|could|may|should|do|would|must) (?:i|we|you)|(?:i|we) (?:need|want|would like|am looking for)|i['’](?:d like|m looking for)|gib mir|sag mir|zeig mir|hilf mir|kannst du mir|mir (?:ein|eine|einen) |dis-moi|donne-moi|aide-moi|explique-moi|dime|dame|me (?:puedes|podrías|recomiendas)|me diga|me dê|diga-me|dá-me|dimmi|dammi|mi (?:puoi|consigli))(?![\p{L}'’])/giu;
