import type { Language } from '@/lib/language';

/** How a wish about an answer is joined to a request, in one language; each a part of a regular expression. */
export interface RequestWords {
  /** Who is asked for words does one of these with them. */
  verbs: string;
  /** "in Spanish", "as a table". */
  joins: string;
  /** What is wanted not: "without emojis", "no jargon". */
  without: string;
  /** Before the word for how something shall be: "keep it", "make that a bit". */
  keep: string;
  /** How something shall be, where its form tells that. */
  comparative: string;
  /** "Use TypeScript". */
  use: string;
  /** Said around a wish. */
  fillers: string;
  /** What does not begin the words of a wish: they would be about something of the moment. */
  momentary: string;
}

export const requestWords: Record<Language, RequestWords> = {
  en: {
    verbs:
      'write|rewrite|code|implement|program|script|answer|reply|respond|explain|describe|say|put|format|summari[sz]e|rephrase|present|solve|do (?:it|this|that)|make (?:it|this|that)|give (?:it|me (?:it|that|the answer|an answer|your answer))',
    joins: 'in|as|using',
    without: 'without(?: any)?|no|avoid(?: any)?|skip the',
    keep: String.raw`(?:keep|make|write|phrase|put) (?:it|this|that|them|(?:your|the|all) \p{L}+)(?: (?:all|a bit|a little|much|even|very|really|nice and))?`,
    comparative: String.raw`(?:more|less) \p{L}{3,}|\p{L}{3,}er(?! than)`,
    use: 'use(?: only)?',
    fillers:
      'please|pls|now|again|thanks|ok(?:ay)?|can you|could you|would you|but|and|the answer|a bit|a little|much|even|way|this time|instead|too long|make it|make that|keep it|do it|try',
    momentary:
      'given|following|above|same|my|our|your|his|her|their|me|us|you|it|this|that|these|those|which|what|case|advance|order|addition|general|total|front|time|mind|person|general|fact|terms of|well|soon|possible|much|many|usual|matter|idea|problem|need|worries|way|one of|it is|i|the',
  },
  de: {
    verbs:
      'schreib\\p{L}*|programmier\\p{L}*|antworte\\p{L}*|erklär\\p{L}*|beschreib\\p{L}*|formulier\\p{L}*|fass\\p{L}*|sag\\p{L}*|mach (?:es|das)|gib (?:es|mir die antwort)',
    joins: 'auf|in|als|mithilfe von',
    without: 'ohne|keine?n?|bitte keine?n?',
    keep: String.raw`(?:halt(?:e)?|mach|fass|schreib|formulier\p{L}*) (?:es|das|dich|sie|deine antworten|die antwort)(?: (?:etwas|ein bisschen|viel|noch|bitte))?`,
    comparative: String.raw`(?:mehr|weniger) \p{L}{3,}|\p{L}{3,}er`,
    use: 'benutze?|verwende|nutze',
    fillers:
      'bitte|jetzt|nochmal|noch|danke|ok(?:ay)?|kannst du|könntest du|aber|und|etwas|ein bisschen|viel|mach es|mach das|das ganze|diesmal|stattdessen',
    momentary:
      'mein\\p{L}*|unser\\p{L}*|dein\\p{L}*|ihr\\p{L}*|diese\\p{L}*|jene\\p{L}*|de[rmnsi]\\p{L}?|das|die|ruhe|zukunft|summe|der|ahnung|problem|sorge|ordnung|fall',
  },
  fr: {
    verbs: 'écris|réécris|code|programme|réponds|explique|décris|résume|formule|dis|fais-le|mets-le|donne-le',
    joins: "en|sous forme de|sous forme d['’]|à l['’]aide de",
    without: "sans|pas d['’]|pas de |évite les |évite ",
    keep: '(?:fais|garde|rends|écris)(?:-le| ça| cela| tes réponses)?(?: un peu| beaucoup| bien)?',
    comparative: String.raw`(?:plus|moins) \p{L}{3,}`,
    use: 'utilise',
    fillers:
      "s['’]il te plaît|stp|svp|merci|maintenant|encore|mais|et|un peu|beaucoup|fais|peux-tu|pourrais-tu|cette fois|plutôt",
    momentary:
      'mon|ma|mes|notre|nos|ton|ta|tes|ce|cet|cette|ces|le|la|les|fait|général|attendant|cas|effet|souci|problème',
  },
  es: {
    verbs:
      'escribe|escríbelo|reescribe|programa|responde|contesta|explica|explícalo|describe|resume|resúmelo|formula|di|dilo|hazlo|dámelo|ponlo',
    joins: 'en|como|usando',
    without: 'sin|nada de|evita los|evita las|evita',
    keep: '(?:hazlo|mantenlo|déjalo|ponlo|escríbelo)(?: un poco| mucho| bien)?',
    comparative: String.raw`(?:más|menos) \p{L}{3,}`,
    use: 'usa|utiliza',
    fillers: 'por favor|gracias|ahora|otra vez|pero|y|un poco|mucho|hazlo|puedes|podrías|esta vez|mejor',
    momentary:
      'mi|mis|nuestr\\p{L}*|tu|tus|su|sus|este|esta|estos|estas|ese|esa|el|la|los|las|cuenta|caso|general|total|duda|problema|embargo',
  },
  pt: {
    verbs:
      'escreve|escreva|reescreve|programa|responde|responda|explica|explique|descreve|descreva|resume|resuma|formula|diz|diga|faz isso|faça isso|faz|coloca|põe',
    joins: 'em|como|usando',
    without: 'sem|nada de|evita|evite',
    keep: '(?:faz|faça|mantém|mantenha|deixa|deixe|escreve|torna)(?: isso| isto|-o)?(?: um pouco| muito| bem)?',
    comparative: String.raw`(?:mais|menos) \p{L}{3,}`,
    use: 'usa|use|utiliza|utilize',
    fillers: 'por favor|obrigad[oa]|agora|de novo|mas|e|um pouco|muito|faz|podes|pode|desta vez|antes',
    momentary:
      'meus?|minhas?|noss\\p{L}*|teus?|tuas?|seus?|suas?|este|esta|esse|essa|o|a|os|as|conta|caso|geral|total|dúvida|problema',
  },
  it: {
    verbs:
      'scrivi\\p{L}*|riscrivi\\p{L}*|programma|rispondi|spiega\\p{L}*|descrivi\\p{L}*|riassumi\\p{L}*|formula|dillo|fallo|dammelo|mettilo',
    joins: 'in|come|usando',
    without: 'senza|niente|evita',
    keep: "(?:fallo|tienilo|rendilo|scrivilo)(?: un po['’]| molto| ben)?",
    comparative: String.raw`(?:più|meno) \p{L}{3,}`,
    use: 'usa|utilizza',
    fillers:
      "per favore|grazie|ora|adesso|ancora|ma|e|un po['’]|molto|fallo|puoi|potresti|stavolta|piuttosto",
    momentary:
      'mi[oa]|miei|mie|nostr\\p{L}*|tu[oa]|tuoi|tue|su[oa]|quest\\p{L}*|quell\\p{L}*|il|lo|la|i|gli|le|caso|generale|totale|conto|dubbio|problema',
  },
};
