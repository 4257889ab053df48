/**
 * What a sentence makes of the words around it: `own` the user speaks as themselves; `skip` this sentence is a
 * request or a supposition; `stop` what follows is material or a role as well; `drop` so is what came before.
 */
export type Framing = 'own' | 'skip' | 'stop' | 'drop';

const polite =
  "(?:please |kindly |hey |hi |ok(?:ay)? |now |then |and |can you |could you |would you |will you |can i get you to |i want you to |i need you to |i'd like you to |help me (?:to )?|let's )*";
const opening = String.raw`^[^\p{L}\p{N}"']*${polite}`;

const aboutText = new RegExp(
  `${opening}(?:translate|rewrite|re-write|rephrase|reword|paraphrase|proofread|proof-read|summari[sz]e|correct (?:this|the|my|these)|edit (?:this|the|my)|fix (?:this|the|my) (?:text|sentence|grammar|paragraph|email|spelling)|improve (?:this|the|my) (?:text|sentence|email|paragraph|writing)|classify|find the (?:mis|error|mistake|grammar)|identify (?:the|all|any)|convert (?:this|the|these)|extract|complete the|continue (?:this|the)|analy[sz]e (?:this|the|these)|what (?:is|does) (?:this|the following)|given (?:the|a|an|this)|the following|here(?:'s| is) (?:the|a|an|my) (?:text|email|letter|essay|draft|paragraph|story|poem|message|cover letter|cv|resume|bio|post|transcript)|übersetze?|schreib|korrigiere|traduis|traduisez|corrige|tradu(?:ce|cir|zca|za|z)|traduci|riscrivi|escribe|écris|escreva|scrivi)(?![\\p{L}\\p{N}])`,
  'iu',
);
const fiction = new RegExp(
  `${opening}(?:write|create|compose|tell|generate|make up|continue|draft)\\b.{0,60}\\b(?:story|tale|poem|haiku|limerick|novel|song|lyrics|rap|dialogue|dialog|conversation|scene|script|monologue|diary|journal entry|speech|screenplay|character|fan ?fic(?:tion)?|backstory|joke|sonnet|sentences|example)s?\\b`,
  'iu',
);
const draft = new RegExp(
  `${opening}(?:write|draft|compose|create|generate|prepare|reply|respond|post|tweet|answer (?:this|the|to))\\b`,
  'iu',
);
const role =
  /\b(?:pretend|(?:let's|let us|please|we) role-?play|role-?play(?:ing)?(?= (?:as|a|an|with|that|this|game|scenario)\b|\s*:)|let's play|imagine|suppose|let's (?:say|assume|suppose|imagine)|hypothetical(?:ly)?|picture this|in this (?:scenario|game|story)|for the sake of argument|play the (?:role|part)|take on the role|in the role of|stay in character|nehmen wir an|stell dir vor|angenommen|imaginons|supposons|imagine que|imaginemos|supongamos|suponhamos|immagina|supponiamo|fais comme si)\b/iu;
const youAre = new RegExp(
  `${opening}(?:from now on,? |as of now,? )?(?:you (?:are|'re)(?: now)?|you will (?:be|act|play)|act(?:ing)?(?: like| as)|act as if|be) (?:a |an |my |the )?(?<who>.{1,60})`,
  'iu',
);
/** An assistant told to be an expert still serves the user; told to be anyone else, both may be playing. */
const helper =
  /\b(?:assistant|nutritionist|dietitian|dietician|doctor|coach|tutor|teacher|expert|advis[eo]r|planner|chef|therapist|trainer|consultant|mentor|assistent\p{L}*|ernährungsberater\p{L}*|experte|expertin|nutritionniste|experte?|asistente|nutricionista|profesor\p{L}*|professor\p{L}*|assistente|esperto|guide|travel agent|career counsellor|specialist|helpful|professional)\b/iu;
const supposition =
  /^(?:[^\p{L}]*(?:and |but |so |or )?)(?:what if|if (?:i|we|my)\b|were i\b|had i\b|assuming|assume|as if|wenn ich|si j'|si je|si yo|si fuera|se eu|se io|se fossi)/iu;
const quoting =
  /\b(?:how (?:do|can|would|should) (?:i|you|we) say|what does .* mean|as if|like i'm (?:five|5)|starts? with)\b/iu;

/** Sentences to be worked on, and puzzles: whoever "I" is in them, it is nobody. */
const exercise =
  /(?<![\p{L}])(?:conjugate|fill in the (?:blanks?|gaps?)|choose the (?:right|correct) (?:word|form|verb)|(?:put|turn|change) .{0,40}\b(?:in|into) the (?:past|present|future|passive|plural)|worksheet|word problem|logic puzzle|riddle|(?:problem|exercise|question|q) ?\d+|mark scheme|setze? .{0,30}\bins?|bilde .{0,30}(?:satz|sätze|form)|(?:aufgabe|übung) \d|indirekte rede|lückentext|(?:mets|mettez|mettre) .{0,30}(?:passé|présent|futur|imparfait|pluriel)|exercice \d|conjugue|conjuga|completa|complète|completar|pon(?:er)? .{0,30} en (?:pasado|futuro|plural)|problema \d+|ejercicio|coniuga|volgi al|esercizio|passa(?:r|e)? .{0,30}para o (?:passado|futuro|plural)|exercício)(?![\p{L}])/iu;
/** Somebody is given a part, or the stage is set. */
const playing =
  /^\s*\*[^*\n]{3,80}\*|\b(?:d&d|dungeons (?:and|&) dragons|rap battle|improv|in character|stage directions?|rollenspiel|jeu de rôle|juego de rol|gioco di ruolo)\b|^\W*(?:du bist|sie sind|tu es|vous êtes|(?:tú )?eres|você é|tu és|(?:tu )?sei) (?<who>(?:ein\p{L}*|mein\p{L}*|der|die|une?|le|la|mon|ma|el|un[oa]?|mi|uma?|o|a|il|lo|mio|mia) .{1,60})/iu;

export function framingOf(sentence: string): Framing {
  if (exercise.test(sentence)) return 'drop';
  const played = playing.exec(sentence);
  if (played) return helper.test(played.groups?.who ?? '') ? 'skip' : 'drop';
  if (aboutText.test(sentence)) return /\b(?:above|previous|preceding)\b/i.test(sentence) ? 'drop' : 'stop';
  if (role.test(sentence) || fiction.test(sentence)) return 'stop';
  const who = youAre.exec(sentence)?.groups?.who;
  if (who !== undefined) return helper.test(who) ? 'skip' : 'stop';
  if (draft.test(sentence)) return /:/.test(sentence) ? 'stop' : 'skip';
  return supposition.test(sentence) || quoting.test(sentence) ? 'skip' : 'own';
}
