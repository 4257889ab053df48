/** Whether a text asks, in any of the languages that are read, for what was said, done or found before. */
export function looksBack(text: string): boolean {
  const head = text.slice(0, longest);
  return asking.test(head) && shapes.some((shape) => shape.test(head));
}

const longest = 2_000;

/** "We decided on the blue tiles" tells; "which ones did we decide on" asks. */
const asking =
  /[?？]|^\W*(?:which|what|where|who|when|how|remind|wie|was|welche\p{L}*|wo|wer|wann|worüber|comment|quel\p{L}*|où|qui|quand|rappelle|(?:de )?qu[ée]|cuál\p{L}*|cómo|dónde|quién|cuándo|recuérdame|qual|quais|como|onde|quem|quando|lembra\p{L}*|che|come|dove|chi|quale|quali|ricordami)(?!\p{L})/iu;

const shapes: readonly RegExp[] = [
  /\b(?:you|we) (?:told|gave|showed|sent|mentioned|suggested|recommended|found|discussed|talked|spoke|looked at|came up|settled|agreed|decided)\b/iu,
  /\b(?:do|can) you remember\b|\bremind me\b|\blast time\b|\bwhat do you (?:know|remember) about\b/iu,
  /(?<!\p{L})(?:erinnerst du|weißt du noch|(?:letztes mal|neulich)|du (?:mir )?(?:\p{L}+ ){0,4}(?:empfohlen|genannt|gesagt|gezeigt|vorgeschlagen)|wir (?:\p{L}+ ){0,4}(?:gesprochen|besprochen|geredet|entschieden|ausgesucht))(?!\p{L})/iu,
  /(?<!\p{L})(?:tu te souviens|te rappelles|rappelle-moi|la dernière fois|(?:on|nous) (?:en |s['’])?(?:a|avait|avons|avions|est|était) (?:parlé|discuté|choisi|décidés?)|tu m['’](?:as|avais) (?:conseillé|dit|donné|proposé|recommandé))(?!\p{L})/iu,
  /(?<!\p{L})(?:te acuerdas|recuerdas|recuérdame|la última vez|hablamos|hablábamos|comentamos|decidimos|elegimos|me (?:recomendaste|dijiste|diste|propusiste))(?!\p{L})/iu,
  /(?<!\p{L})(?:lembras(?:-te)?|lembra-se|lembra que|lembra-me|da última vez|fal[aá]mos|convers[aá]mos|decidimos|escolhemos|me (?:recomendaste|recomendou|disseste|disse|deste|deu)|recomendaste-me|disseste-me)(?!\p{L})/iu,
  /(?<!\p{L})(?:ti ricordi|ricordami|l['’]ultima volta|(?:ne )?(?:abbiamo|avevamo) (?:parlato|deciso|scelto|discusso)|mi (?:hai|avevi) (?:consigliato|detto|dato|proposto))(?!\p{L})/iu,
];
