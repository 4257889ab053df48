import { judgedTurn } from '@/memory/extraction/judged/features';
import { judgeOutputs, type KeptKind, keptKinds } from '@/memory/extraction/judged/outputs';
import { type Phrase, phrasesIn } from '@/memory/extraction/judged/phrases';
import type { Judge } from '@/memory/ports';

/** Phrases of one sentence that follow each other and together tell one thing. */
export interface Passage {
  phrases: Phrase[];
  start: number;
  end: number;
  /** How surely it is worth keeping, 0 to 1: as its surest phrase is. */
  durable: number;
  kind: KeptKind;
}

/** A detail that trails behind something worth keeping may be less sure of itself. */
const enough = { leading: 0.5, trailing: 0.35, byItself: 0.85 };
const mostPhrases = 600;

/** What the judge would keep of a turn, in its order, and what it thinks of each phrase. */
export function passagesIn(
  text: string,
  judge: Judge,
): { passages: Passage[]; phrases: (Phrase & { durable: number })[] } {
  const phrases = phrasesIn(text).slice(0, mostPhrases);
  const weighed = judge.weigh(judgedTurn(phrases));
  const durableAt = (at: number) => weighed[at]?.phrase[judgeOutputs.indexOf('durable')] ?? 0;
  const runs: number[][] = [];
  for (const at of phrases.keys()) {
    const run = runs.at(-1);
    const isNext = run?.at(-1) === at - 1 && phrases[at - 1]?.sentence === phrases[at]?.sentence;
    const isBound = isNext && isHalf(phrases[at]) && durableAt(at) < enough.byItself;
    if (run && (isBound || (isNext && goesOn(phrases[at]) && durableAt(at) >= enough.trailing))) run.push(at);
    else if (durableAt(at) >= enough.leading) runs.push([at]);
  }
  return {
    passages: runs.map((run) => {
      const own = run.flatMap((at) => phrases[at] ?? []);
      const kinds = run.map((at) => weighed[at]?.kinds());
      const sums = keptKinds.map((_, kind) => kinds.reduce((sum, one) => sum + (one?.[kind] ?? 0), 0));
      return {
        phrases: own,
        start: own[0]?.start ?? 0,
        end: own.at(-1)?.end ?? 0,
        durable: Math.max(...run.map(durableAt)),
        kind: likeliest(sums, text.slice(own[0]?.start, own.at(-1)?.end)),
      };
    }),
    phrases: phrases.map((phrase, at) => ({ ...phrase, durable: durableAt(at) })),
  };
}

/** What begins with "I" and addresses nobody tells no assistant what to do. */
function likeliest(sums: readonly number[], words: string): KeptKind {
  const isRule = !ownSubject.test(words) || addressed.test(words);
  const possible = sums.map((sum, kind) => (keptKinds[kind] === 'procedure' && !isRule ? 0 : sum));
  return keptKinds[possible.indexOf(Math.max(...possible))] ?? 'fact';
}

const ownSubject =
  /^(?:i|i'm|im|i've|ive|we|we're|we've|my|our|ich|wir|je|j'\p{L}+|nous|yo|eu|io)(?![\p{L}\p{N}])/iu;
const addressed =
  /(?<!\p{L})(?:you|your|you're|answer\p{L}*|repl(?:y|ies)|explanations?|summar\p{L}+|du|dir|dich|dein\p{L}*|ihnen|antwort\p{L}*|tu|te|toi|tes|vous|vos|réponses?|ti|respuestas?|você|respostas?|risposte)(?!\p{L})|\p{L}-moi/iu;

function goesOn(phrase: Phrase | undefined): boolean {
  if (!phrase || opens.test(phrase.text) || asks.test(phrase.text)) return false;
  return !(phrase.sentence.asks && asksOn.test(phrase.link));
}

/** "…, which crops suit shade?" */
const asksOn = /(?:which|who|where|quale|qual|quel|welche)$/;

function isHalf(phrase: Phrase | undefined): boolean {
  return phrase !== undefined && bound.test(phrase.link);
}

/** "My throat closes up when I eat kiwi" says nothing without its second half, which says nothing alone. */
const bound = /^(?:when|while|if|unless|since|or|who|wenn|während|seit|quand|si|cuando|quando|se)$/;

/** What is wanted is no detail of what was told. */
const asks =
  /^(?:please|help|give|recommend|suggest|plan|tell|show|write|find|make|list|explain|create|design|what|what's|which|where|how|when|why|who|can|could|would|should|do|does|any|ideas?|tips?|bitte|kannst|welche\p{L}*|was|wie|wo|donne|propose|quel\p{L}*|comment|peux|dame|recomi\p{L}+|qué|cómo|puedes|sugere|qual|como|podes?|pode|consigli\p{L}*|quale|come|puoi)(?![\p{L}\p{N}])/iu;
/** A phrase that begins with a subject of its own is a statement of its own. */
const opens =
  /^(?:i|i'm|im|i've|ive|i'd|i'll|we|we're|we've|my|our|he|he's|she|she's|they|they're|ich|wir|mein\p{L}*|unser\p{L}*|je|j'\p{L}+|nous|mon|ma|mes|notre|nos|yo|mi|mis|soy|tengo|vivo|eu|o meu|a minha|meu|minha|sou|tenho|io|il mio|la mia|sono|ho|er|sie|il|elle|él|ella|ele|ela|lui|lei)(?![\p{L}\p{N}])/iu;
