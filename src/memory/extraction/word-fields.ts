/** What a word can be about, as far as the rules have to know. */
const fields = [
  'food',
  'health',
  'travel',
  'home',
  'family',
  'people',
  'work',
  'money',
  'study',
  'hobbies',
  'writing',
  'tools',
  'schedule',
  'identity',
] as const;

export type WordField = (typeof fields)[number];

/**
 * Words that place a sentence in a field, lower-case, singular. A trailing `*` takes every word that begins so.
 * A word may stand under several fields. Words of the other languages extraction reads are at the end of a list.
 */
const words: Record<WordField, string> = {
  food: `food eat eats ate eating eaten cook cooks cooked cooking cuisine meal dinner lunch breakfast brunch supper snack
    dish recipe restaurant cafe bakery bake baking barbecue grill vegetarian* vegan* pescatarian* omnivore carnivore
    kosher halal keto paleo diet dietary gluten lactose dairy milk cheese yoghurt yogurt butter cream egg meat beef pork
    chicken lamb fish seafood shellfish shrimp prawn sushi tofu soy nut peanut almond cashew sesame bread pasta pizza
    noodle rice potato tomato onion garlic mushroom olive avocado fruit apple banana mango pineapple berry strawberry
    vegetable salad soup curry taco burger sandwich cilantro coriander spice spicy pepper chili chilli salt sugar
    sweet sweets dessert cake chocolate candy coffee espresso tea wine beer alcohol* cocktail whisky rum drink drinks
    drinking juice soda broccoli spinach bean lentil chickpea oat protein calorie flavour flavor taste chef kitchen
    hungry grocery groceries vegetarisch* vegetarier* veganer* essen trinke manger mange viande fromage comida comer como
    carne cibo mangio mangiare nüsse noix nueces mariscos marisco`,
  health: `health healthy allerg* intoleran* diabet* asthma* coeliac celiac disease illness sick doctor dentist hospital
    surgery medicine medical medication medicate* pill insulin metformin antibiotic* penicillin vaccine symptom pain
    migraine injury injured knee back shoulder ankle disability disabled wheelchair blind deaf dyslexi* autis* adhd
    anxiety anxious depression depressed therapy therapist bipolar ptsd ocd insomnia sleep pregnan* cancer epilep*
    eczema psoriasis arthritis hypertension cholesterol blood thyroid ibs crohn gout anaemia anaemic anemia anemic
    fitness workout exercise gym weight obese smoker smoke smoking sober phobia fear gluten lactose
    gesund* krank* santé maladie salud enfermedad saúde doença salute malattia alérgic* allergisch*`,
  travel: `travel* trip holiday vacation flight fly flying plane airline airport hotel hostel airbnb resort cruise train
    passport visa itinerary sightsee* tourist tourism luggage backpack* abroad destination beach island museum landmark
    camping glamping journey commute moved relocat* roadtrip reise* urlaub voyage* vacances viaje* viajar vacaciones
    viagem férias viaggi* vacanza`,
  home: `home house apartment flat condo rent landlord tenant mortgage neighbour* neighbor* neighbourhood neighborhood
    garden yard balcony furniture sofa bedroom bathroom kitchen renovat* decor* roof heating live lives lived living
    moved based city town village suburb countryside roommate flatmate housemate wohne wohnung haus habite maison vivo
    casa moro abito`,
  family: `family wife husband spouse partner fiancé fiancée fiance fiancee girlfriend boyfriend married marriage wedding
    divorced engaged kid child children son daughter baby toddler teenager teen newborn twin mother father mum mom dad
    parent sister brother sibling grandmother grandfather grandma grandpa grandparent grandson granddaughter aunt uncle
    cousin niece nephew stepson stepdaughter stepmother stepfather pet dog puppy cat kitten familie frau mann kinder
    famille femme mari enfant* familia esposa marido hijo hija família filho filha famiglia moglie marito figli*`,
  people: `friend* buddy neighbour neighbor roommate flatmate colleague coworker boss guest host party gift people social
    introvert* extrovert* date dating relationship crowd crowds freund* ami amie amigo* amiga* amico amica`,
  work: `work worked working job career employer employee employed unemployed company office boss manager colleague
    coworker client customer business startup founder freelance* profession salary interview resume cv promotion
    retired shift meeting team project deadline industry developer engineer* programmer designer nurse teacher lawyer
    accountant remotely remote consultant arbeite arbeit travaille trabajo trabalho lavoro`,
  money: `money budget salary income earn earns wage tax taxes mortgage loan debt invest* saving savings bank stock stocks
    crypto bitcoin pension retire retirement price cheap expensive afford cost insurance fund euro
    dollar credit geld argent dinero dinheiro soldi`,
  study: `study studies studied studying student university college school degree bachelor master masters phd thesis
    dissertation exam test homework course class classes lecture professor teacher tutor learn learns learning learner
    learnt learned education textbook math maths mathematics physics chemistry biology history philosophy language
    studiere étudie étudiant* estudio estudiante estudo estudante studio studente`,
  hobbies: `hobby hobbies hike hikes hiking walk walking run runs running runner marathon jog jogging swim swimming cycle
    cycling bike biking climb climbing ski skiing snowboard* surf surfing sail sailing yoga pilates dance dancing sport
    sports football soccer basketball tennis golf volleyball cricket rugby chess game games gaming gamer videogame
    boardgame puzzle movie movies film films cinema documentary documentaries series show shows tv anime manga comic
    novel novels book books read reads reading author authors poetry poem music jazz rock pop classical opera concert
    band song guitar piano violin drum sing singing paint painting drawing draw photograph* photo camera craft knit*
    sew* crochet woodwork* pottery garden gardening birdwatch* fishing hunting museum art theatre theater musical*
    horror podcast travel outdoors nature film wandern lesen musik bücher randonnée lecture musique livre livres
    senderismo música libro libros leer ler livro musica leggere libri`,
  writing: `write writes writing writer wrote essay email e-mail letter blog article report novel story grammar
    spelling wording paragraph bullet bullets emoji emojis formal informal concise brief answer answers reply replies
    response responses translate translation markdown`,
  tools: `code coding programming program software app computer laptop pc macbook macos windows linux ubuntu debian arch
    android iphone ipad phone tablet vim neovim emacs vscode ide editor git github docker kubernetes python javascript
    typescript java rust golang kotlin ruby php react vue svelte angular node nodejs django sql postgres excel
    spreadsheet notion obsidian slack browser chrome firefox terminal shell api database cloud aws metric imperial
    celsius fahrenheit car tesla`,
  schedule: `schedule calendar morning mornings evening evenings night nights weekend weekends weekday weekdays monday
    tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays fridays saturdays sundays
    daily weekly wake routine timezone appointment deadline busy free o'clock am pm`,
  identity: `name named called born birthday age old years nationality citizen immigrant native language speak speaks
    religion religious muslim christian catholic jewish hindu buddhist atheist gay lesbian bisexual queer trans
    transgender nonbinary pronoun pronouns man woman gender male female introvert* extrovert* left-handed heiße
    m'appelle llamo chamo chiamo`,
};

/** Answers to one word, remembered because drafts repeat their words; bounded so that it cannot grow without end. */
const rememberedWords = 5_000;

/**
 * Looks a word up in lists of words, as they are written above. A plural is found under its singular.
 * @returns the names of the lists the word stands in
 */
function lexicon<Name extends string>(lists: Record<Name, string>): (word: string) => readonly Name[] {
  const exact = new Map<string, Name[]>();
  const stems: [stem: string, name: Name][] = [];
  for (const [name, list] of Object.entries(lists) as [Name, string][]) {
    for (const word of new Set(list.split(/\s+/))) {
      if (word.endsWith('*')) stems.push([word.slice(0, -1), name]);
      else exact.set(word, [...(exact.get(word) ?? []), name]);
    }
  }
  const known = new Map<string, readonly Name[]>();
  return (word) => {
    const before = known.get(word);
    if (before) return before;
    if (known.size >= rememberedWords) known.clear();
    const named = [word, ...singulars(word)].flatMap((form) => exact.get(form) ?? []);
    const begun = stems.filter(([stem]) => word.startsWith(stem)).map(([, name]) => name);
    const found = [...new Set([...named, ...begun])];
    known.set(word, found);
    return found;
  };
}

const fieldsOfWord = lexicon(words);

/** The fields whose words a text holds; none is an ordinary answer. */
export function fieldsOf(text: string): WordField[] {
  const found = new Set(wordsOf(text).flatMap((word) => fieldsOfWord(word)));
  return fields.filter((field) => found.has(field));
}

/** Lower-case words of a text; an apostrophe or hyphen inside a word belongs to it, its parts count as well. */
function wordsOf(text: string): string[] {
  const plain = text.normalize('NFC').toLowerCase().replaceAll('’', "'");
  const found = plain.match(/[\p{L}\p{N}]+(?:['-][\p{L}\p{N}]+)*/gu) ?? [];
  return found.flatMap((word) => (/['-]/.test(word) ? [word, ...word.split(/['-]/)] : [word]));
}

/** What an English plural may be the plural of. */
function singulars(word: string): string[] {
  if (word.length < 4 || !word.endsWith('s') || word.endsWith('ss')) return [];
  const forms = [word.slice(0, -1)];
  if (word.endsWith('ies')) forms.push(`${word.slice(0, -3)}y`);
  if (word.endsWith('es')) forms.push(word.slice(0, -2));
  return forms;
}
