import { contentWords } from '@/lib/content-words';
import { plainWords } from '@/lib/plain-words';

/** What a sentence says, as far as words tell: enough to see whether two sentences say the same, or the opposite. */
export interface Claim {
  /** Words that carry it, in their order, one for all of its kin. */
  words: readonly string[];
  isNegative: boolean;
  /** Sets one thing before another: the order of its words is what it says. */
  compares: boolean;
}

export function claimOf(text: string): Claim {
  const words = [...contentWords(text)].filter((word) => !turning.has(word) && !neutral.has(word)).map(kinOf);
  return {
    words: [...new Set(words)].filter((word) => word !== attitude),
    isNegative: isNegative(text),
    compares: comparing.test(text),
  };
}

/** Whether `claim` adds nothing to `known`. */
export function isWithin(claim: Claim, known: Claim): boolean {
  if (claim.words.length === 0 || claim.isNegative !== known.isNegative) return false;
  return claim.words.every((word) => holds(known, word)) && !isOtherOrder(claim, known);
}

/** Whether both are about the same and only one can be right. */
export function contradicts(claim: Claim, known: Claim): boolean {
  if (claim.words.length === 0) return false;
  const isSameMatter =
    claim.words.every((word) => holds(known, word)) && known.words.every((word) => holds(claim, word));
  return isSameMatter && (claim.isNegative !== known.isNegative || isOtherOrder(claim, known));
}

/** "not", "never", "hate", "used to" and the like, in the languages that are read. */
export function isNegative(text: string): boolean {
  return plainWords(text).some((word) => turning.has(word)) || turningShapes.test(text);
}

/** Two words, as `contentWords` gives them, that differ in their endings at most. */
export function areAlike(one: string, other: string): boolean {
  if (one === other) return true;
  const shorter = Math.min(one.length, other.length);
  if (shorter < shortestAlike) return false;
  const same = Math.ceil(shorter * 0.75);
  return one.slice(0, same) === other.slice(0, same);
}

const shortestAlike = 6;

/** The word that stands for all that are said in its place. */
export function kinOf(word: string): string {
  return kin.get(word) ?? word;
}

/** Adds nothing to a statement: how one says "I", "am" and "called" in the languages whose words are known. */
export function isNeutral(word: string): boolean {
  return neutral.has(word);
}

/** A relation ("like", "live", "want") that must not be said where the turn does not say it or its kin. */
export function isRelation(word: string): boolean {
  return Object.hasOwn(relations, kinOf(word));
}

function holds({ words }: Claim, word: string): boolean {
  return words.some((other) => areAlike(word, other));
}

function isOtherOrder(claim: Claim, known: Claim): boolean {
  if (!claim.compares && !known.compares) return false;
  const shared = claim.words.filter((word) => holds(known, word));
  const places = shared.map((word) => known.words.findIndex((other) => areAlike(word, other)));
  return places.some((place, index) => index > 0 && place < (places[index - 1] ?? 0));
}

const comparing =
  /(?<![\p{L}])(?:prefer|rather|over|than|instead|more|better|lieber|als|besser|plutôt|que|préfère|prefiero|prefiro|preferisco|mejor|melhor|meglio|più)(?![\p{L}])/iu;

const turning =
  stems(`not no never none nor neither without cannot cant couldnt dont doesnt didnt isnt arent wasnt werent
  wont wouldnt shouldnt havent hasnt hadnt aint nothing nobody hate hates hated dislike dislikes detest avoid avoids
  avoiding refuse stop stopped quit former formerly anymore unable nicht kein keine keinen keinem keiner nie niemals ohne
  hasse ungern weder pas jamais sans aucun aucune deteste nunca jamas sin odio tampoco ningun nao sem odeio nem non mai
  senza nessun niet geen nooit zonder inte aldrig utan ikke aldri nigdy bez нет никогда не`);
const turningShapes = /ない|ません|不|没|沒|無|无|않|못|\bused to\b|\bno longer\b|\bex-/iu;

const neutral =
  stems(`also now still currently really very just quite actually basically generally usually mostly
  name named called call one old year age aged person people user someone lot bit thing called known
  ich bin ist sind war habe hat haben wir mein meine meinen meinem meiner mir mich und der die das den dem ein eine einen
  einem einer in im am auf fur mit von zu heisse name auch jetzt derzeit
  je suis est ai mon ma mes nous notre et le la les un une des du de en au aux avec pour mappelle jai aussi
  yo soy es he mi mis nuestro nuestra y el los las uno del al con para por llamo tengo tambien
  eu sou e tenho meu minha meus minhas nosso nossa o os um uma do da dos das no na com chamo estou estoy
  io sono ho mio mia miei mie nostro nostra il lo gli i uno dello della di con per chiamo
  ik ben heb mijn een het van`);

/** What one does with a thing, and the words for it. */
const relations: Record<string, string> = {
  like: `like love enjoy adore favourite favorite fan prefer fond rather mag liebe bevorzuge gerne gern lieber aime
    adore prefere gusta gustan encanta encantan prefiero gosto adoro prefiro amo piace piacciono preferisco`,
  live: 'live based reside resident home hometown move moved relocate wohne lebe ziehe habite vis vivo moro abito',
  work: 'work job employed employer arbeite travaille trabajo trabalho lavoro',
  want: 'want plan hope intend aim dream goal wish going mochte will veux quiero quero voglio',
  use: 'use using',
  eat: 'eat',
  drink: 'drink',
  speak: 'speak language',
  learn: 'learn study',
  need: 'need require',
};
const attitude = 'like';
const things: Record<string, string> = {
  child: 'child children kid',
  ...Object.fromEntries(
    'two three four five six seven eight nine ten eleven twelve'
      .split(' ')
      .map((word, index) => [String(index + 2), word]),
  ),
};
const kin = new Map(
  Object.entries({ ...relations, ...things }).flatMap(([name, words]) =>
    [...stems(words)].map((word) => [word, name] as const),
  ),
);

function stems(words: string): Set<string> {
  return new Set([...plainWords(words), ...contentWords(words)]);
}
