import { type Finding, type Rule, rule } from '@/memory/extraction/rules/rule';

const fact: Finding = { kind: 'fact', importance: 0.7, confidence: 0.85 };
const name: Finding = { ...fact, key: 'name', importance: 0.8 };
const home: Finding = { ...fact, key: 'home' };
const employer: Finding = { ...fact, key: 'employer', importance: 0.65 };
const occupation: Finding = { ...employer, key: 'occupation' };
const allergy: Finding = { ...fact, importance: 0.95 };
const diet: Finding = { ...allergy, importance: 0.9 };
const condition: Finding = { ...allergy, importance: 0.9 };
const family: Finding = { ...fact, importance: 0.6 };
const taste: Finding = { ...fact, kind: 'preference', importance: 0.5 };

/** One row a language and statement; the words end where the statement's object begins. */
const shapes: [shape: string, finding: Finding][] = [
  // German
  ['(?:ich heiße|mein name ist|ich bin der|ich bin die) (?=\\p{Lu})', name],
  ['ich (?:wohne|lebe)(?: (?:jetzt|seit \\p{L}+))? (?:in|bei|nahe) (?:der )?(?=\\p{Lu})', home],
  ['ich bin (?:letztes jahr |vor kurzem |gerade )?nach (?=\\p{Lu})\\p{L}+ gezogen', home],
  [
    'ich arbeite als |ich bin (?:\\p{L}+ )?(?:lehrer|krankenschwester|krankenpfleger|arzt|ärztin|student|entwickler|ingenieur|anwält|anwalt|koch|köchin|bäcker|journalist|architekt|rentner|erzieher)(?:in)?(?!\\p{L})',
    occupation,
  ],
  ['ich arbeite (?:bei|für|an der|am) (?=\\p{Lu})', employer],
  ['ich bin (?:\\p{L}+ )?(?:allergisch|intolerant) gegen ', allergy],
  ['ich habe (?:eine )?\\p{L}*(?:allergie|intoleranz|unverträglichkeit)', allergy],
  [
    'ich bin (?:streng |strikt )?(?:vegetarier(?:in)?|veganer(?:in)?|vegetarisch|vegan|laktoseintolerant|glutenintolerant)',
    diet,
  ],
  ['ich (?:esse|trinke) (?:kein|keine|keinen|nie|nur) ', diet],
  [
    'ich (?:habe|leide an|leide unter) (?:diabetes|asthma|zöliakie|migräne|bluthochdruck|adhs|epilepsie|depressionen)',
    condition,
  ],
  ['ich bin (?:diabetiker(?:in)?|schwanger|asthmatiker(?:in)?)', condition],
  ['ich (?:mag|liebe|hasse|bevorzuge) ', taste],
  ['mein(?:e)? lieblings\\p{L}+ (?:ist|sind) ', taste],
  ['ich \\p{L}+ gerne? ', taste],
  [
    'ich habe (?:eine? |zwei |drei |vier |\\d )(?:\\p{L}+ )?(?:kinder|söhne|töchter|sohn|tochter|hunde?|katzen?)(?!\\p{L})',
    family,
  ],
  // French
  ["j'ai (?:une? |deux |trois |quatre |\\d )(?:enfants?|fils|filles?|chiens?|chats?)(?!\\p{L})", family],
  ["je m'appelle |mon (?:nom|prénom) est |appelle-moi (?=\\p{Lu})", name],
  ["j'habite |je vis (?:à|en|au|aux) |je suis basée? (?:à|en) ", home],
  ["j'ai déménagé (?:à|en|au) ", home],
  [
    'je travaille comme |je suis (?:infirmi|médecin|avocat|profess|étudiant|ingénieur|développeu|cuisini|boulang|journaliste|architecte|comptable)',
    occupation,
  ],
  ['je travaille (?:chez|pour|à la|au) (?!moi)', employer],
  ['je suis (?:très |gravement )?(?:allergique|intolérante?) ', allergy],
  ["j'ai une (?:allergie|intolérance) ", allergy],
  ['je suis (?:végétarien(?:ne)?|végane?|vegan|pescétarien(?:ne)?)', diet],
  ["je ne (?:mange|bois) (?:pas|jamais|plus) (?:de |d')?", diet],
  [
    "je suis (?:diabétique|asthmatique|enceinte|cœliaque|coeliaque)|j'ai (?:du diabète|de l'asthme|le diabète)",
    condition,
  ],
  ["j'(?:adore|aime|apprécie) |je (?:préfère|déteste) |je n'aime pas ", taste],
  ['mon \\p{L}+ préféré est |ma \\p{L}+ préférée est ', taste],
  // Spanish
  ['(?:yo )?tengo (?:una? |un |dos |tres |cuatro |\\d )(?:hij[oa]s?|perr[oa]s?|gat[oa]s?)(?!\\p{L})', family],
  ['(?:yo )?me llamo (?=\\p{Lu})|mi nombre es (?=\\p{Lu})|llámame (?=\\p{Lu})', name],
  ['(?:yo )?vivo en (?:la )?(?=\\p{Lu})|me (?:he mudado|mudé) a (?=\\p{Lu})', home],
  [
    '(?:yo )?trabajo como |soy (?:enfermer|médic|abogad|profesor|ingenier|estudiante|maestr|cociner|periodista|arquitect|programador)',
    occupation,
  ],
  ['(?:yo )?trabajo (?:en|para) (?!(?:esto|eso|ello|casa|mi|un (?:proyecto|problema))(?!\\p{L}))', employer],
  ['(?:yo )?soy (?:muy )?(?:alérgic[oa]|intolerante) a', allergy],
  ['(?:yo )?tengo (?:una )?(?:alergia|intolerancia) ', allergy],
  ['(?:yo )?(?:soy|me hice) (?:vegetarian[oa]|vegan[oa]|celíac[oa])', diet],
  ['(?:yo )?(?:no|nunca) (?:como|bebo) ', diet],
  [
    '(?:yo )?(?:soy (?:diabétic[oa]|asmátic[oa])|tengo (?:diabetes|asma|celiaquía|hipertensión|tdah)|estoy embarazada)',
    condition,
  ],
  ['(?:a mí )?(?:no )?me (?:gustan?|encantan?) (?:mucho )?|(?:yo )?(?:odio|detesto|prefiero) ', taste],
  ['mi \\p{L}+ (?:favorit[oa]|preferid[oa]) es ', taste],
  // Portuguese
  [
    '(?:eu )?tenho (?:uma? |um |dois |duas |três |quatro |\\d )(?:filh[oa]s?|cachorros?|cães|gat[oa]s?)(?!\\p{L})',
    family,
  ],
  ['(?:eu )?(?:me chamo|chamo-me) (?=\\p{Lu})|(?:o )?meu nome é (?=\\p{Lu})', name],
  [
    '(?:eu )?(?:moro|vivo) (?:em|no|na|nos) (?=\\p{Lu})|(?:eu )?mudei-me para (?=\\p{Lu})|(?:eu )?me mudei para (?=\\p{Lu})',
    home,
  ],
  [
    '(?:eu )?trabalho como |(?:eu )?sou (?:enfermeir|médic|advogad|professor|engenheir|estudante|cozinheir|jornalista|programador)',
    occupation,
  ],
  ['(?:eu )?trabalho (?:na|no|para a|para o) (?=\\p{L})(?!meu|minha|projeto)', employer],
  ['(?:eu )?(?:sou (?:alérgic[oa]|intolerante)|tenho (?:alergia|intolerância)) ', allergy],
  ['(?:eu )?sou (?:vegetarian[oa]|vegan[oa]|celíac[oa])', diet],
  ['(?:eu )?(?:não|nunca) (?:como|bebo) ', diet],
  [
    '(?:eu )?(?:sou (?:diabétic[oa]|asmátic[oa])|tenho (?:diabetes|asma|hipertensão|tdah)|estou grávida)',
    condition,
  ],
  ['(?:eu )?(?:não )?(?:gosto(?: muito)? d[eoa]s?|adoro|amo|odeio|detesto|prefiro) ', taste],
  // Italian
  ['(?:io )?ho (?:una? |un |due |tre |quattro |\\d )(?:figli[oae]?|can[ei]|gatt[oi])(?!\\p{L})', family],
  ['(?:io )?mi chiamo (?=\\p{Lu})|il mio nome è (?=\\p{Lu})', name],
  ['(?:io )?(?:vivo|abito) (?:a|in|vicino a) (?=\\p{Lu})|mi sono trasferit[oa] a (?=\\p{Lu})', home],
  [
    "(?:io )?lavoro come |(?:io )?sono (?:un |un'|una )?(?:infermier|medico|avvocat|insegnante|ingegnere|student|cuoc|giornalista|architett|programmat)",
    occupation,
  ],
  ['(?:io )?lavoro (?:per|presso|in|alla|al) (?!(?:questo|casa|un progetto)(?!\\p{L}))', employer],
  ['(?:io )?sono (?:molto )?(?:allergic[oa]|intollerante) ', allergy],
  ["(?:io )?ho (?:un'|una )?(?:allergia|intolleranza) ", allergy],
  ['(?:io )?sono (?:vegetarian[oa]|vegan[oa]|celiac[oa])', diet],
  ['(?:io )?(?:non|mai) (?:mangio|bevo) ', diet],
  ["(?:io )?(?:sono (?:diabetic[oa]|asmatic[oa]|incinta)|ho (?:il diabete|l'asma|la celiachia))", condition],
  ['(?:a me )?(?:non )?mi (?:piace|piacciono) |(?:io )?(?:adoro|odio|detesto|preferisco) ', taste],
];

/** Objects that point into the conversation in any of the five languages. */
const pointing =
  /^(?:das|dies\p{L}*|es|dich|dein\p{L}*|sie|ihn|nicht(?: mehr)?$|den |ça|cela|ce|cette|ces|ton|ta|tes|votre|vos|te|t'|tu|tus|su|sus|esto|eso|est[ea]|es[ea]|lo|la respuesta|el resultado|isso|isto|ess[ea]|tua|teu|sua|seu|você|questo|questa|quello|tuo|tua|ti|que|che|dass|wenn|wie|comment|cómo|como (?:você|tu))(?![\p{L}])/iu;

export const otherLanguages: Rule[] = shapes.map(([shape, finding]) =>
  rule(shape, (match, clause) => {
    if (finding.kind !== 'preference') return finding;
    const object = clause.text.slice(match[0].length);
    if (object.trim() === '' || pointing.test(object)) return undefined;
    return finding;
  }),
);
