import { type Category, categories } from '@/memory/categories';
import { contactsIn } from '@/memory/contacts';
import { type Domain, domains } from '@/memory/domains';
import type { Placer } from '@/memory/ports';
import type { Candidate } from '@/memory/types';

export type Said = Pick<Candidate, 'text' | 'key'> & { quote?: string | undefined };

/**
 * Which of these categories a memory is of: contacts by their shape, the others by the domains of a life that it
 * belongs to, by its natural key and by words that the placer, which knows English best, may not know.
 */
export function categoriesOf(
  { text, quote = '', key }: Said,
  placer: Placer,
  among: readonly Category[] = categories,
): Set<Category> {
  const found = new Set<Category>();
  if (among.includes('contacts') && (contactsIn(text).length > 0 || contactsIn(quote).length > 0)) {
    found.add('contacts');
  }
  const asked = told.filter(([category]) => among.includes(category));
  if (asked.length === 0) return found;
  const placed = placer.domains(text);
  for (const [category, { shares, keys = [], words }] of asked) {
    const isPlaced = shares.some(([domain, least]) => (placed[domains.indexOf(domain)] ?? 0) >= least);
    if (isPlaced || (key !== undefined && keys.includes(key)) || words.test(text)) found.add(category);
  }
  return found;
}

interface Signs {
  /** How surely it must belong to a domain: rather once too often where somebody wants none of it kept. */
  shares: [Domain, least: number][];
  keys?: string[];
  words: RegExp;
}

const told: [Category, Signs][] = [
  [
    'health',
    {
      shares: [
        ['allergy', 0.25],
        ['condition', 0.25],
        ['medication', 0.25],
        ['mind', 0.3],
      ],
      words:
        begun(`allerg alérg diabet diabét asthm asma migr[aä]in hiv aids cancer krebs tumou?r hypertens hipertens
        hypertonie bluthochdruck z[öo]liak celiac coeliac cœliaque cel[ií]ac depress dépress depres(?:ión|são|sione)
        anxiety angststörung ansiedad ansiedade pani[ck] adhd autis bipolar schizo ptsd pregnan schwanger enceinte
        embaraz grávida incinta medicat medikament médicament medicament farmac antidepress insulin therapist therapie
        thérap terap krank surgery operiert chirurg disab behinder wheelchair rollstuhl epilep dement blood[ -]pressure`),
    },
  ],
  [
    'finances',
    {
      shares: [
        ['finance', 0.25],
        ['budget', 0.5],
      ],
      words:
        begun(`sal[aá]r gehalt sueldo stipendi earn verdien gagne mortgage hypothek hypothèque hipoteca mutuo debt
        schulden dette deuda dívida debit loan kredit savings erspar épargn ahorr poupan risparm pension rente(?!\\p{L})
        retraite jubila invest aktien bankrupt insolv net[ -]worth vermögen miete loyer alquiler aluguel affitt`),
    },
  ],
  [
    'beliefs',
    {
      shares: [['values', 0.3]],
      words:
        begun(`catholic cathol kathol católic cattolic protestant evangeli christian christ(?!\\p{L}) chrétien
        cristian muslim musulm muçulm moslem islam jew(?!\\p{L}) jewish jüdisch juif juive judí jude[ui] ebre[oia] hindu
        buddh boudd bud+is sikh athe[ií] athée? ate[oua](?!\\p{L}) agnosti kosher halal ramadan pray(?!\\p{L}) church
        kirche église iglesia igreja chiesa mosque moschee mosquée synagog religi vote voting voted voto(?!\\p{L}) voté
        wähle gewählt politi labour[ -]party tory tories conservatives? republican democrat socialis sozialis communis
        kommunis kommunist greens(?!\\p{L}) grünen left-wing right-wing gauche izquierd esquerd anarchi feminis
        union[ -]member gewerkschaft syndiqu sindicat death[ -]penalty abortion abtreib avortement aborto independence
        brexit nationalis`),
    },
  ],
  [
    'location',
    {
      shares: [
        ['city', 0.2],
        ['dwelling', 0.35],
      ],
      keys: ['home', 'timezone'],
      words:
        begun(`live[sd]?[ ](?:in|at|near|on) living[ ]in based[ ]in moved[ ](?:to|from) grew[ ]up[ ]in born[ ]in
        (?:flat|apartment|house|home|office|studio|place)[ ](?:is[ ])?(?:in|near|at|on) wohn[et] zieh[et] habit[eo]ns?
        j’habite j'habite vivo[ ](?:en|em|a|in) moro[ ](?:em|no|na) abit[oi] résid timezone time[ ]zone zeitzone`),
    },
  ],
  [
    'people',
    {
      shares: [
        ['relatives', 0.3],
        ['children', 0.3],
        ['partner', 0.3],
        ['friends', 0.3],
        ['colleagues', 0.35],
      ],
      keys: ['partner'],
      words: relative(),
    },
  ],
  [
    'intimacy',
    {
      shares: [['partner', 0.3]],
      keys: ['partner'],
      words:
        begun(`gay(?!\\p{L}) lesb bisex queer homosex asexual pansexual trans(?!\\p{L}) transgender transsex
        nonbinary non-binary sex(?!\\p{L}) sexual sexuell fetish porn dating tinder boyfriend girlfriend husband
        wife(?!\\p{L}) spouse fianc married marriage verheirat marié casad[oa] sposat divorc geschieden scheidung
        divorzi single(?!\\p{L}) ledig célibat solter nubile celibe broke[ ]up break-?up split[ ]up getrennt séparé
        separad[oa] cheated affair(?!\\p{L}) in[ ]love verliebt amoureu enamorad apaixonad innamorat petite?[ ]amie?
        noviaz? novio namorad fidanzat my[ ]ex(?!\\p{L}) ex-(?:wife|husband|partner)`),
    },
  ],
];

/** Finds a word that begins as one of these; a space within one is written `[ ]`. */
function begun(words: string): RegExp {
  const all = words.trim().split(/\s+(?![^[]*\])/);
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${all.join('|')})`, 'iu');
}

/** "My sister", "meine Chefin", "is my flatmate". */
function relative(): RegExp {
  const mine =
    'my|our|mein(?:e[mnrs]?)?|unsere?[mnrs]?|mon|ma|mes|notre|nos|mis?|nuestr[oa]s?|meus?|minhas?|nosso|nossa|mio|mia|miei|mie|nostr[oaie]';
  const who = [
    'wife|husband|partner|spouse|girlfriend|boyfriend|fianc\\p{L}+|mother|mum|mom|father|dad|parents?|daughters?|sons?',
    'kids?|child(?:ren)?|sisters?|brothers?|siblings?|grand\\p{L}+|aunt|uncle|nieces?|nephews?|cousins?|in-laws|family',
    'boss|manager|supervisor|colleagues?|co-?workers?|landlord|landlady|(?:flat|room|house)mates?|neighbou?rs?|friends?',
    'teacher|doctor|client|ex|frau|mann|partnerin|freund(?:in|e)?|mutter|mama|vater|papa|eltern|tochter|töchter|söhne?',
    'kind(?:er)?|schwester|bruder|brüder|geschwister|oma|opa|großmutter|großvater|tante|onkel|nichte|neffe|chefin?|kolleg\\p{L}+|nachbar(?:n|in|innen)?',
    'femme|mari|mère|père|maman|parents|fille|fils|enfants?|sœur|soeur|frère|grand-mère|grand-père|oncle|cousine?|patron|collègues?|amie?s?',
    'mujer|esposa|esposo|marido|madre|padre|hij[oa]s?|herman[oa]s?|abuel[oa]|tí[oa]|sobrin[oa]|prim[oa]|jef[ea]|colega|amig[oa]s?',
    'mulher|mãe|pai|pais|filh[oa]s?|irmãos?|irmã|avó|avô|ti[oa]|sobrinh[oa]|chefe|moglie|marito|figli[oae]?|sorella|fratello|nonn[oa]|zi[oa]|nipote|capo|collega|amic[oai]',
  ].join('|');
  return new RegExp(`(?<!\\p{L})(?:${mine}) (?:\\p{L}+ ){0,2}?(?:${who})(?!\\p{L})`, 'iu');
}
