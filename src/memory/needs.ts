import { domainsOf, lexicon, wordsOf } from '@/memory/domain-words';
import type { Domain } from '@/memory/domains';
import { ownLines } from '@/memory/extraction/own-lines';

type Needs = Partial<Record<Domain, number>>;

/**
 * What someone who helps with a matter asks about first. The numbers are ranks, chosen by thinking each matter
 * through and not measured: 1 is the matter itself, 0.7 is asked nearly every time (where do you live?), 0.5 to 0.6
 * is a constraint that spoils the answer when overlooked (what can you not eat?), 0.3 to 0.4 often helps, 0.2 now and
 * then. Whether a memory is used is decided by recall, which weighs these against its importance and its words.
 */
const concepts = {
  // The city and what cannot be eaten decide where to eat; company and purse only shade it.
  dining: { food: 1, home: 0.7, health: 0.6, money: 0.3, family: 0.2, people: 0.2 },
  // At home the city is beside the point, the other eaters are not.
  cooking: { food: 1, health: 0.6, family: 0.4, schedule: 0.2 },
  // One leaves from home, eats on the way, and an illness travels along.
  trip: {
    travel: 1,
    home: 0.7,
    food: 0.6,
    health: 0.6,
    money: 0.5,
    hobbies: 0.5,
    family: 0.4,
    schedule: 0.3,
  },
  // A day out is chosen by what one likes and where one is.
  outing: {
    hobbies: 0.9,
    home: 0.7,
    family: 0.5,
    health: 0.5,
    people: 0.4,
    food: 0.3,
    schedule: 0.3,
    money: 0.2,
  },
  // Who it is for comes before what they like.
  gift: { family: 0.9, people: 0.9, hobbies: 0.7, money: 0.4, food: 0.2 },
  // Guests are relatives or friends, and they eat.
  party: { people: 0.8, family: 0.8, food: 0.8, health: 0.6, home: 0.5, money: 0.3, schedule: 0.3 },
  // A letter is signed: who writes, in which manner, from which position.
  letter: { writing: 1, identity: 0.8, work: 0.6, people: 0.3, family: 0.2 },
  application: { work: 1, identity: 0.9, writing: 0.8, study: 0.7, home: 0.3 },
  prose: { writing: 1, identity: 0.2 },
  code: { tools: 1, work: 0.4, writing: 0.3, study: 0.2 },
  device: { tools: 1, money: 0.5, work: 0.4, hobbies: 0.3 },
  fitness: { health: 1, hobbies: 0.7, schedule: 0.4, food: 0.3, home: 0.2, identity: 0.2 },
  // Medication, allergies and age before everything else.
  medicine: { health: 1, identity: 0.4, food: 0.3, family: 0.2 },
  mind: { health: 1, work: 0.4, schedule: 0.4, family: 0.3, people: 0.3 },
  housing: { home: 1, money: 0.6, family: 0.5, work: 0.3, hobbies: 0.2 },
  finance: { money: 1, work: 0.6, home: 0.5, family: 0.4, identity: 0.3 },
  career: { work: 1, study: 0.5, identity: 0.4, money: 0.3, home: 0.3, schedule: 0.2 },
  learning: { study: 1, work: 0.4, hobbies: 0.3, schedule: 0.3, identity: 0.3 },
  // Films, books, games and music are a matter of taste, seldom of anything else.
  leisure: { hobbies: 1, family: 0.2, people: 0.2, home: 0.2 },
  week: { schedule: 1, work: 0.6, family: 0.5, home: 0.5, health: 0.5, food: 0.4, hobbies: 0.4 },
  children: { family: 1, health: 0.4, food: 0.3, home: 0.3, study: 0.2 },
  pet: { family: 1, home: 0.5, health: 0.5, money: 0.2 },
  relationship: { people: 0.9, family: 0.9, hobbies: 0.3, identity: 0.3 },
  // Skin and principles: allergies and what one refuses to buy.
  looks: { health: 0.6, identity: 0.6, hobbies: 0.5, money: 0.4, work: 0.2 },
  vehicle: { tools: 1, money: 0.5, family: 0.4, home: 0.3, travel: 0.3 },
  nearby: { home: 1, travel: 0.3 },
  self: { identity: 1, work: 0.5, family: 0.4, home: 0.4, hobbies: 0.4 },
} satisfies Record<string, Needs>;

type Concept = keyof typeof concepts;

/** Words of a draft that raise a concept, as in the lists of `domain-words`. */
const conceptsOfWord = lexicon<Concept>({
  dining: `restaurant dinner lunch brunch supper takeaway takeout dine dining cafe café bistro pub eatery reservation
    tapas menu foodie food foods eat eating drink bar cuisine dish restaurante ristorante restaurants essen abendessen
    dîner cena cenare comer almoço jantar comida`,
  cooking: `recipe cook cooking bake baking meal meals breakfast snack ingredient grocery groceries dessert lasagne soup
    salad smoothie lunchbox marinade leftover leftovers cake curry pasta protein dinner kochen rezept recette cuisiner
    receta cocinar receita cozinhar ricetta cucinare`,
  trip: `trip travel* traveling travelling vacation holiday holidays flight fly hotel hostel airbnb itinerary visit visiting
    destination sightseeing landmark abroad luggage pack packing cruise resort backpacking tour tourist honeymoon
    getaway accommodation airport reise* urlaub voyage* vacances viaje* viajar viagem viajar viaggi* vacanza`,
  outing: `activity activities outing outdoors excursion weekend attraction adventure nightlife date picnic festival event
    class classes club`,
  gift: 'gift gifts present presents birthday anniversary christmas xmas valentine* geschenk* cadeau* regalo* presente',
  party: `party potluck barbecue bbq host hosting wedding guest guests invitation invite celebrate celebration reception
    baby-shower housewarming feier fête fiesta festa`,
  letter: `email e-mail emails letter message reply invitation complaint apology toast speech note newsletter tweet post
    mail brief* lettre courriel carta correo lettera`,
  application:
    'cover-letter resume résumé cv linkedin bio biography portfolio application lebenslauf bewerbung currículum',
  prose:
    'essay blog article report rewrite rephrase proofread polish tone wording draft paragraph caption story poem',
  code: `code coding function script bug debug refactor compile compiler programming program api regex sql database query
    deploy deployment docker git github python javascript typescript java rust kotlin swift golang ruby php react vue
    angular svelte django css html backend frontend framework library algorithm test tests unit-test terminal shell bash
    linux server app editor ide`,
  device: `laptop computer phone smartphone tablet headphones monitor keyboard printer router camera tv software app gadget
    smartwatch ipad iphone macbook`,
  fitness: `workout exercise exercises gym fitness marathon run running jog jogging yoga pilates stretch stretching muscle
    training cardio swim swimming cycling weight fit stamina sport sports hike hiking ski skiing`,
  medicine: `symptom* pain headache medication medicine doctor pill vaccine allergy allergies supplement supplements vitamin*
    fever cough cold flu rash antibiotic* ibuprofen paracetamol aspirin dose injury sore hurt hurts diet blood pregnant
    pregnancy doctor's`,
  mind: 'stress stressed anxiety anxious sleep insomnia tired burnout depressed lonely meditation meditate relax therapy overwhelmed motivation',
  housing: `apartment flat house rent landlord lease mortgage furniture decorate decorating renovate renovation sofa bedroom
    kitchen garden gardening plants neighbourhood neighborhood move moving relocate paint wohnung appartement piso`,
  finance: `budget invest* tax taxes loan savings saving pension retirement insurance salary debt stocks bank afford finance*
    finances money expense expenses mortgage steuer* impôts impuestos impostos tasse`,
  career: `job career interview promotion boss resign resignation coworker colleague hire hired salary raise freelance
    profession internship networking workplace manager work`,
  learning: `learn learning course study studying exam textbook tutor tutorial practice homework university degree class
    vocabulary lesson certificate lernen apprendre aprender estudiar estudar imparare`,
  leisure: `movie movies film films series show shows book books novel read reading music song playlist album concert game
    games podcast documentary documentaries anime manga comic museum theatre theater musical watch hobby hobbies puzzle
    gaming exhibition libro livre buch film* musik musique música musica`,
  week: 'week schedule routine calendar agenda morning evening habit habits planner timetable productivity woche semaine semana settimana',
  children:
    'kid kids child children son daughter baby toddler teenager toy toys bedtime parenting playground kindergarten nursery',
  pet: 'dog dogs cat cats pet pets puppy kitten vet leash litter hamster rabbit',
  relationship: `wife husband girlfriend boyfriend partner friend friends sister brother mother father mom mum dad parents
    in-laws date dating relationship roommate neighbour neighbor spouse`,
  looks: `outfit outfits wear clothes clothing dress shirt suit shoes jacket coat fashion makeup make-up skincare moisturizer
    moisturiser shampoo sunscreen foundation primer lipstick perfume cosmetics hair haircut beauty wardrobe boutique
    skin mascara serum deodorant soap`,
  vehicle: 'car cars suv suvs vehicle truck motorcycle scooter ebike e-bike van sedan hatchback drive',
  nearby: 'nearby local neighbourhood weather commute downtown',
  self: 'myself self-introduction introduction dating-profile horoscope bio',
});

/** Concepts that take more than one word to name. */
const phrases: [RegExp, Concept][] = [
  [/\b(?:near (?:me|here|my)|around here|in my (?:city|area|town|neighbou?rhood)|where i live)\b/i, 'nearby'],
  [/\bthings? to do\b|\bwhat (?:can|should|could) (?:i|we) do\b/i, 'outing'],
  [/\bplan (?:my|our|the) (?:day|week|month|weekend)\b/i, 'week'],
  [/\bcover letter\b|\bpersonal statement\b/i, 'application'],
  [/\b(?:about me|who am i|introduce (?:me|myself)|describe me)\b/i, 'self'],
  [/\bhungry\b|\bwhat(?:'s| is) for dinner\b/i, 'cooking'],
];

/** A domain that the draft's own words are about, when no concept says more. */
const mentioned = 0.5;

const arithmetic =
  /^(?:what(?:'s| is)|calculate|compute|solve|how much is)?[\s\d+\-*/×÷x().,=^%?!√]*(?:(?:plus|minus|times|divided by|of|squared|cubed|percent)[\s\d+\-*/().,=^%?!]*)*$/i;
const givenText =
  /^\W*(?:please |can you |could you )*(?:translate|summari[sz]e|extract|classify|convert|count|sort|spell|find the (?:mis|error|mistake|synonym|antonym)|correct the|what does .* mean|how do (?:you|i) (?:say|spell|pronounce)|übersetze?|traduis|traduce|traduci|traduz)\b/i;
const rewriting =
  /^\W*(?:please |can you |could you |help me )*(?:rewrite|rephrase|reword|paraphrase|proofread|edit|polish|improve|shorten|correct)\b/i;
const fiction =
  /^\W*(?:please |can you |could you )*(?:write|tell|compose|create|generate|invent|make up)\b.{0,40}\b(?:story|poem|haiku|limerick|song|joke|dialogue|scene|novel|tale|rap|sonnet|riddle|fable)\b/i;
const trivia =
  /^\W*(?:who|when|where|why|which|what(?:'s| is| are| was| were| did| does| do)?|how (?:many|much|far|old|tall|big|long|does|do|did|was|is|are)|define|explain|describe|list|name|tell me about|is|are|was|were|does|did|do)\b/i;
/** The asker's own matter: they speak of themselves, or want advice. */
const personal =
  /\b(?:i|i'm|i've|i'd|me|my|mine|we|our|us|myself|should|recommend\w*|suggest\w*|advice|advise|ideas?|tips?|good|best|better|great|must-(?:try|see|visit)|near|nearby|worth|cheap|plan|need|gift|ich|mir|mein\w*|je|moi|mon|ma|mes|yo|me|mi|eu|io|mio|mia|puedo|kann|posso|peux)\b/i;

/**
 * The domains of memory that bear on a draft, 0 to 1 each. Empty for what is complete in itself: code without a
 * question, sums, a text to translate, a question of general knowledge.
 */
export function needsOf(draft: string): Map<Domain, number> {
  const needs = new Map<Domain, number>();
  const prose = ownLines(draft.slice(0, 20_000))
    .map(({ text }) => text)
    .join('\n')
    .slice(0, 4_000)
    .trim();
  if (!/\p{L}/u.test(prose) || arithmetic.test(prose) || givenText.test(prose)) return needs;
  if (fiction.test(prose) || rewriting.test(prose)) return raise(needs, concepts.prose);
  if (trivia.test(prose) && !personal.test(prose)) return needs;
  for (const concept of conceptsIn(prose)) raise(needs, concepts[concept]);
  for (const domain of domainsOf(prose)) raise(needs, { [domain]: mentioned });
  return needs;
}

function conceptsIn(text: string): Set<Concept> {
  const found = new Set(wordsOf(text).flatMap((word) => conceptsOfWord(word)));
  for (const [phrase, concept] of phrases) if (phrase.test(text)) found.add(concept);
  return found;
}

function raise(needs: Map<Domain, number>, by: Needs): Map<Domain, number> {
  for (const [domain, weight] of Object.entries(by) as [Domain, number][]) {
    needs.set(domain, Math.max(weight, needs.get(domain) ?? 0));
  }
  return needs;
}
