/*
 * How each command begins, in English, German, French, Spanish, Portuguese and Italian. What follows the match are the
 * command's words. Politeness before it is taken away, and apostrophes are straight.
 */

const end = '(?![\\p{L}\\p{N}])';
const mark = String.raw`\s*(?:[:,–—-]\s*|\s)`;
const closing = String.raw`(?=\s*(?:$|[.,:;!?)\n–—]|-\s))`;

const shape = (...phrases: string[]) => new RegExp(`^(?:${phrases.join('|')})`, 'iu');

/** What may stand before any command. */
export const politeness = shape(
  `(?:(?:hey|hi|hello|ok|okay|oh|and|also|so|well|now|great|thanks|thank you|please|kindly|btw|by the way|one more thing|bitte|hallo|und|übrigens|s'il te pla[iî]t|stp|au fait|et|por favor|oye|y|e|ah|per favore|a propósito)(?:[,!.:]\\s*|\\s+))*` +
    `(?:(?:claude|chatgpt|gemini|throughline)[,!:]?\\s+)?` +
    `(?:(?:can|could|will|would) you (?:please |kindly )?|(?:i'd like|i would like|i want|i need) you to |you (?:can|should|may) (?:now )?|kannst du (?:bitte )?|könntest du (?:bitte )?|peux-tu |pourrais-tu |puedes |podrías |podes |pode |puoi )?` +
    `(?:please |kindly |bitte )?`,
);

/** Plainly for the memory, whatever follows. */
export const rememberAnything = shape(
  `(?:remember|save|keep|note(?: down)?|memori[sz]e|store)(?: (?:this|the following))(?: (?:about me|for me|fact|detail))?(?: (?:for (?:later|the future|next time|future (?:chats|conversations|reference))|in (?:your )?memory|to (?:your )?memory))?\\s*:`,
  `(?:add|save|commit|store)(?: this)?(?: (?:to|in)) (?:your |my |the )?(?:long[- ]term )?memor(?:y|ies)(?:\\s*:| that${end})`,
  `(?:remember|note) (?:for (?:later|the future|next time|future (?:chats|conversations|reference)))(?:\\s*[:,]| that${end})`,
  `(?:a )?note to (?:self|myself)\\s*[:,–—-]`,
  `(?:make|take)(?: a)? note(?:\\s*:| that${end})`,
  `(?:please )?remember\\s*:`,
  `(?:merke?|notiere?)(?: dir)?(?: bitte)?(?: folgendes| das)?(?: für später)?\\s*:|notiz an mich(?: selbst)?\\s*:|(?:bitte )?merken\\s*:`,
  `(?:retiens|retenez|note|mémorise)(?: bien)?(?: ceci| ça| cela)?\\s*:|note (?:à|pour) moi(?:-même)?\\s*:`,
  `(?:recuerda|memoriza|apunta|guarda)(?: esto)?\\s*:|nota (?:para|a) m[ií](?: mism[oa])?\\s*:`,
  `(?:lembra-te|lembre-se|lembra|memoriza|memorize|guarda|guarde)(?: (?:disto|disso|isto|isso))?\\s*:|nota para mim(?: mesm[oa])?\\s*:`,
  `(?:ricorda|ricordati|memorizza|annota)(?: questo)?\\s*:|nota (?:per me|a me stess[oa])\\s*:`,
);

/** For the memory where what follows is about the user, or is all that is said. */
export const rememberThat = shape(
  `(?:remember|don't forget|never forget|do not forget|note|memori[sz]e)\\s*,?\\s+that${end}`,
  `(?:merke? dir|behalte?|denke? daran|vergiss nicht|dir(?: bitte)? merken)(?: bitte)?,? (?:dass|daß)${end}`,
  `(?:retiens|retenez|souviens-toi|souvenez-vous|rappelle-toi|rappelez-vous|n'oublie pas|n'oubliez pas|note|retenir|mémorise)(?: bien)? (?:que${end}|qu')`,
  `(?:recuerda|recuerde|recordar|acuérdate de|ten presente|no olvides|no te olvides de|apunta|memoriza) que${end}`,
  `(?:lembra-te(?: de)?|lembre-se(?: de)?|lembra|lembre|lembrar|não (?:te )?esqueças(?: de)?|não (?:se )?esqueça(?: de)?|memoriza|memorize|guarda|guarde) que${end}`,
  `(?:ricorda|ricordati|ricordare|tieni a mente|non dimenticare|non dimenticarti|memorizza|annota) che${end}`,
);

/** "Remember my name is Ana": without "that" only of oneself, and only as a statement. */
export const rememberOwn = shape(
  `(?:remember|don't forget|do not forget)${mark}(?=(?:i|i'm|i've|we|we're|we've|my|our)${end})`,
);
export const ownStatement = shape(
  `(?:i'm|i've|we're|we've)${end}`,
  `(?:i|we) (?!(?:said|told|asked|mentioned|showed|sent|gave|wrote|was|were|talked|discussed|had|did|want|need|ask|say|tell|just|already|posted|shared)${end})\\p{L}`,
  `(?:my|our) (?:[\\p{L}'-]+ ){1,4}?(?:is|are|has|have|lives?|works?|likes?|loves?|hates?|prefers?|plays?|goes|turns|can't|cannot|doesn't|don't|isn't|aren't|speaks?|was born)${end}`,
);

const answering =
  '(?:always|never|answer|reply|respond|speak|talk|address|be (?:brief|concise|formal|informal|honest|direct|polite|kind|critical)|keep your|call me|use (?:metric|imperial|british|american|celsius|fahrenheit|simple|plain|short|inclusive|informal|formal)|explain things|format your|avoid)';

/** How to behave from now on: a procedure. */
export const rememberTo = shape(
  `(?:remember|don't forget|do not forget) to (?=${answering}${end})`,
  `(?:rappelle-toi|souviens-toi|n'oublie pas) (?:de |d')(?=(?:toujours |ne jamais )?(?:répondre|écrire|utiliser|expliquer|parler|me tutoyer)${end})`,
  `(?:recuerda|acuérdate de|no olvides) (?=(?:siempre |no )?(?:responder|contestar|usar|escribir|hablar|tutearme)${end})`,
  `(?:lembra-te|lembre-se|não te esqueças|não se esqueça) de (?=(?:sempre |não )?(?:responder|usar|escrever|falar)${end})`,
  `(?:ricorda|ricordati|non dimenticare) di (?=(?:sempre |non )?(?:rispondere|usare|scrivere|parlare)${end})`,
  `denke? daran,? (?=(?:immer |stets |nie )?.{0,60}\\bzu (?:antworten|schreiben|verwenden|benutzen|sprechen)${end})`,
);

/** "Update: …" says that something known is no longer so. */
export const updateMarked = shape(
  `(?:update|change|correct)(?: (?:your memory|what you (?:know|remember)(?: about me)?))\\s*[:,–—-]`,
);
export const updateOpening = shape(
  `actually\\s*,?\\s`,
  `(?:correction|update|korrektur|berichtigung|aktualisierung|mise à jour|corrección|actualización|correção|atualização|correzione|aggiornamento)\\s*:`,
  `(?:eigentlich|tatsächlich|en fait|finalement|en realidad|de hecho|na verdade|afinal|in realtà|veramente)\\s*,?\\s`,
);
export const isChange = new RegExp(
  [
    `\\b(?:(?:i|we)(?:'ve| have)?(?: just| recently| finally)? moved(?! (?:it|this|that|the|them|on|away from the)${end})|now(?:adays)?|no longer|any ?more|(?:i|we)(?:'ve| have)?(?: just)? (?:changed|switched) (?!my mind|our minds?)|quit|left my|got (?:married|divorced|engaged|promoted|a new)|(?:i|we)(?:'ve| have)? (?:sold|retired|divorced)|broke up|became|gave up|stopped (?:eating|drinking|smoking|working|living|playing|taking)|turned \\d)`,
    `(?<!\\p{L})(?:jetzt|inzwischen|mittlerweile|nicht mehr|gezogen|umgezogen|geheiratet|gekündigt|gewechselt)${end}`,
    `(?<!\\p{L})(?:maintenant|désormais|(?:ne |n').{1,30} plus|déménagé|ai changé|ai quitté|suis devenue?|suis mariée?)${end}`,
    `(?<!\\p{L})(?:ahora|ya no|me mudé|me he mudado|cambié|he cambiado|dejé)${end}`,
    `(?<!\\p{L})(?:agora|já não|me mudei|mudei(?:-me)?|deixei|troquei)${end}`,
    `(?<!\\p{L})(?:ora|adesso|non .{1,30} più|mi sono trasferit[oa]|ho cambiato|ho lasciato)${end}`,
    `^(?:my|our) (?:[\\p{L}'-]+ ){1,3}?(?:is|are|isn't|aren't)${end}`,
    `^(?:i|i'm|we|we're)${end}.{3,80}, not${end}`,
  ].join('|'),
  'iu',
);
/** Wishes and reports about the work at hand. */
export const isWish =
  /^(?:i|we)(?:'d|'m| am| would)?(?: just| really| only)? (?:want|need|would|like you|think|thought|mean|meant|wonder(?:ed|ing)?|guess|tried|got (?:it|an|this|the)|looking|trying|was|were|asked|have a (?:question|problem|request)|don't (?:want|need|think|understand|get|know))\b/i;

/** What is meant is one statement about the user. */
export const forgetThat = shape(
  `(?:forget|stop remembering) that${end}`,
  `forget (?=(?:i'm|i've|we're|we've|i (?:am|have|play|like|love|hate|live|work|own|prefer|use|used to|study|drive|speak|eat|drink|can't|don't)|we (?:are|have|live|own))${end})`,
  `(?:delete|erase|remove|wipe) (?:the |any |your |that )?memory (?:that|of)${end}`,
  `vergiss(?: bitte)?,? (?:dass|daß)${end}`,
  `oublie(?:z|r)? (?:que${end}|qu')`,
  `(?:olvida|olvídate de|olvide|olvidar) que${end}`,
  `(?:esquece|esqueça|esquece-te de|esquecer)(?: de)? que${end}`,
  `(?:dimentica|dimenticati|dimenticare)(?: di)? che${end}`,
);
/** "… that I ever mentioned my ex": what was said is meant, not that it was said. */
export const saying = shape(
  `(?:i|we)(?:'ve| have)?(?: ever| just)? (?:said|told you|asked|wrote|mentioned|talked about|spoke about)(?: (?:that|about))?${end}`,
);
/** What is meant is something of the user's. */
export const forgetOwn = shape(
  `(?:forget|stop remembering)(?: all)?(?: about)? (?=(?:my|our)${end})`,
  `(?:delete|erase|remove|wipe) (?:the |any |all |all the |your |every )?memor(?:y|ies) (?:about|on|of) (?=(?:my|our)${end})`,
  `vergiss(?: bitte)? (?=(?:mein|unser)\\p{L}*${end})`,
  `oublie(?:z)? (?=(?:mon|ma|mes|notre|nos)${end})`,
  `olvida(?:te de)? (?=(?:mi|mis|nuestr[oa]s?)${end})`,
  `esque(?:ce|ça) (?=(?:[oa]s? )?(?:meus?|minhas?|noss[oa]s?)${end})`,
  `dimentica (?=(?:(?:il|la|i|le) )?(?:mio|mia|miei|mie|nostr[oaie])${end})`,
);
/** What is meant is all that is known of something. */
export const forgetAll = shape(
  `forget (?:everything|all|anything|whatever|what)(?: (?:that )?(?:you(?:'ve| have)?|i(?:'ve| have)?|we(?:'ve| have)?)(?: ever)? (?:know|knew|remember|learn(?:ed|t)|have|stored|saved|told you|said|mentioned))? about${end}`,
  `(?:delete|erase|remove|wipe) (?:everything|all|anything|whatever|what)(?: (?:that )?you(?:'ve| have)? (?:know|remember|learn(?:ed|t)|have|stored|saved))? about${end}`,
  `(?:delete|erase|remove|wipe) (?:the |any |all |all the |your |every )?memor(?:y|ies) (?:about|on)${end}`,
  `(?:vergiss|lösche?)(?: bitte)? (?:alles|was)(?:,? was)?(?: (?:du|ich dir))? ?über${end}(?= )`,
  `oublie(?:z)? tout(?: ce que (?:tu sais|je t'ai dit))? (?:sur|de|à propos de)${end}`,
  `olvida todo(?: lo que (?:sabes|te dije))? (?:sobre|de|acerca de)${end}`,
  `esque(?:ce|ça) tudo(?: o que (?:sabes|sabe|te disse))? (?:sobre|acerca de|de|do|da)${end}`,
  `dimentica tutto(?: (?:quello|ciò) che (?:sai|ti ho detto))? (?:su|sul|sulla|di|del|della)${end}`,
);
/** "… from your memory", behind what is meant. */
export const forgetFrom =
  /^(?:delete|erase|remove|wipe|drop) (?:that (?=(?:i|i'm|we|my)\b))?(?<words>.{2,120}?) from (?:your|the) memory(?=\s*(?:$|[.,!]))/iu;

const topic = '([\\p{L}][\\p{L} ]{0,40}?)';
const self = '(?:me|myself|us)';
/** The whole prompt; its one group that matched is what it asks about, where that is not the user at large. */
export const tells = new RegExp(
  `^(?:${[
    `(?:so )?what(?: else)?(?: all)? (?:do|did|have) you (?:know|remember|recall|learn(?:ed|t)?|stored?|saved?|got)(?: so far)? (?:about|of|on) (?:${self}|${topic})`,
    `what(?: all)? have you (?:learned|learnt|stored|saved|remembered|memori[sz]ed)(?: so far)? (?:about|on) (?:${self}|${topic})`,
    `(?:tell|show) me (?:what|everything|all)(?: that)? you(?:'ve| have)? (?:know|remember|learned|learnt|stored|saved) about (?:${self}|${topic})`,
    `(?:list|show)(?: me)?(?: all)? (?:my memories|your memories (?:of|about) me|what you (?:know|remember) about me)`,
    `do you (?:know|remember) (?:anything|something) about (?:${self}|${topic})`,
    `what(?:'s| is) in your memory(?: about (?:${self}|${topic}))?`,
    `was weißt du(?: alles| so| schon)?(?: alles)? über (?:mich|uns|${topic})`,
    `was hast du dir(?: alles)? über (?:mich|uns|${topic}) gemerkt`,
    `(?:que sais-tu|qu'est-ce que tu sais|tu sais quoi|de quoi te souviens-tu)(?: déjà)? (?:de|sur|à propos de) (?:moi|nous|${topic})`,
    `¿?\\s*qué (?:sabes|recuerdas)(?: ya)? (?:de|sobre|acerca de) (?:mí|mi|nosotros|${topic})`,
    `(?:o )?que (?:é que )?(?:tu |você )?(?:sabes|sabe|lembras|lembra|te lembras)(?: já)? (?:de|sobre|acerca de) (?:mim|nós|${topic})`,
    `(?:che )?(?:cosa )?(?:sai|ricordi)(?: già)? (?:di|su) (?:me|noi|${topic})`,
  ].join(
    '|',
  )})(?: (?:already|so far|please|right now|now|by now|schon|bitte|déjà|ya|já|già))*\\s*[?.!]*\\s*$`,
  'iu',
);
/** Parts of a life: "my rights as a tenant" and "my code" are no such thing. */
export const isPartOfLife = new RegExp(
  `^(?:and )?(?:my|our|meinen?|meine[mr]?|unsere?n?|mon|ma|mes|notre|nos|mis?|nuestr[oa]s?|(?:[oa]s? )?(?:meus?|minhas?)|(?:il |la |i |le )?(?:mi[oae]|miei)) (?:${[
    'health|diet|food|eating habits|allerg(?:y|ies)|medication|condition|fitness|sleep|family|partner|wife|husband|boyfriend|girlfriend|kids|child(?:ren)?|sons?|daughters?|parents|mother|father|mum|mom|dad|brothers?|sisters?|friends?|boss|colleagues|pets?|dogs?|cats?|home|house|flat|apartment|city|work|jobs?|career|stud(?:y|ies)|projects?|hobb(?:y|ies)|interests?|tastes?|preferences?|habits|routines?|goals?|plans?|life|travels?|trips?|finances|money|budget|car|bike|devices|languages?|beliefs|values|past|personality',
    'gesundheit|ernährung|allergien?|familie|frau|mann|kinder|eltern|freunde|arbeit|job|beruf|hobbys?|vorlieben|ziele|pläne|leben|reisen|wohnung',
    'santé|régime|allergies|famille|femme|mari|enfants|parents|amis|travail|métier|loisirs|goûts|préférences|objectifs|projets|vie|voyages|maison',
    'salud|dieta|alergias|familia|mujer|marido|hijos|padres|amigos|trabajo|aficiones|gustos|preferencias|metas|planes|vida|viajes|casa',
    'saúde|alergias|família|mulher|filhos|pais|amigos|trabalho|passatempos|gostos|preferências|objetivos|planos|vida|viagens',
    'salute|allergie|famiglia|moglie|marito|figli|genitori|amici|lavoro|hobby|gusti|preferenze|obiettivi|piani|vita|viaggi',
  ].join('|')})(?: (?:and|und|et|y|e) .{2,30})?$`,
  'iu',
);

/** Nothing of this prompt is to be kept. */
export const ignores = shape(
  `(?:(?:please )?(?:don't|do not|never) (?:remember|save|store|memori[sz]e|record|keep|learn)(?: any of)? (?:this|that|what i(?:'m about to)? (?:say|write|tell you)(?: (?:here|now|next))?)(?: (?:chat|conversation|message|prompt|one|turn))?(?: (?:please|in (?:your )?memory|to (?:your )?memory))?|(?:(?:this|that|what follows|everything i say (?:here|now))(?: one| message| chat| conversation)?(?: is|'s) )?(?:strictly |all )?off the record|(?:keep|leave) (?:this|that)(?: one| message| chat| conversation)? (?:out of|away from) (?:your|the) memory|(?:this(?: is|'s) )?not for (?:your|the) memory)${closing}`,
  `(?:merke? dir (?:das|dies|folgendes)(?: hier)?(?: bitte)? nicht|(?:behalte?|speichere?) (?:das|dies)(?: bitte)? nicht|das (?:sollst|musst|brauchst) du dir nicht (?:zu )?merken)${closing}`,
  `(?:ne (?:retiens|retenez|mémorise|garde|gardez|enregistre) pas (?:ça|ceci|cela)|n'enregistre pas (?:ça|ceci|cela))${closing}`,
  `no (?:recuerdes|guardes|memorices) esto${closing}`,
  `não (?:guardes|guarde|memorizes|memorize|registes|registre|te lembres d|se lembre d)\\s?(?:isto|isso)${closing}`,
  `non (?:ricordare|memorizzare|salvare) (?:questo|ciò)|non (?:ricordarlo|memorizzarlo|salvarlo)${closing}`,
);

const these = '(?:that|this|those|these|them)';
const again = '(?: (?:again|now|please|any ?more|from now on))*';
/** What was told to the conversation last is not wanted. */
export const unuses = shape(
  `(?:please )?stop (?:using|mentioning|referring to|including|adding) ${these}(?: (?:memory|memories|info|information|facts?)(?: about me)?)?${again}${closing}`,
  `(?:please )?stop bringing ${`(?:it|${these})`} up${again}${closing}`,
  `(?:please )?(?:don't|do not|never) (?:bring ${`(?:it|${these})`} up|(?:use|mention) ${`(?:it|${these})`})(?: memory| memories)? (?:again|any ?more|in (?:the )?future)${closing}`,
  `(?:hör auf|lass es),? (?:das|dies) zu (?:verwenden|benutzen|erwähnen)${closing}`,
  `(?:verwende|benutze|erwähne) (?:das|dies)(?: bitte)? nicht (?:mehr|wieder|noch einmal)${closing}`,
  `(?:komm nicht (?:wieder|mehr|noch einmal) damit|sprich das nicht (?:mehr|wieder|noch einmal) an)${closing}`,
  `(?:arrête d'utiliser (?:ça|cela)|n'utilise plus (?:ça|cela)|ne (?:mentionne plus|reparle plus de) (?:ça|cela)|n'en (?:re)?parle plus)${closing}`,
  `(?:deja de (?:usar|mencionar) (?:eso|esto)|no (?:uses|menciones|vuelvas a (?:usar|mencionar)) (?:más )?(?:eso|esto)(?: más| otra vez)?)${closing}`,
  `(?:para de (?:usar|mencionar) (?:isso|isto)|não (?:uses|use|menciones|mencione|voltes a (?:usar|mencionar)) (?:mais )?(?:isso|isto)(?: mais| outra vez)?)${closing}`,
  `(?:smetti di (?:usare|menzionare) (?:questo|quello|ciò)|non (?:usare|menzionare) più (?:questo|quello|ciò)|non (?:usarlo|menzionarlo|parlarne) più)${closing}`,
);
