import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { miniSearchIndex } from '@/lexical/minisearch-index';
import { stem } from '@/lexical/stem';
import { type Language, languages } from '@/lib/language';
import { plainWords } from '@/lib/plain-words';

/** Forms of one word. */
const together: Record<Language, string> = {
  en: `hike/hikes/hiked/hiking plan/plans/planned/planning dance/danced/dancing manage/manages/managing
    study/studies/studied call/called box/boxes/boxed watch/watches allergy/allergies recipe/recipes
    connect/connection allergic/allergically happy/happiness`,
  de: `Tochter/Töchter Katze/Katzen Haus/Häuser Wohnung/Wohnungen Allergie/Allergien Nuss/Nüsse Kind/Kinder
    Buch/Bücher vegetarisch/vegetarische/vegetarischen Straße/Strassen Prüfung/Prüfungen`,
  fr: `allergie/allergies allergique/allergiques travaille/travaillé/travailler habite/habité enfant/enfants
    végétarien/végétarienne cheval/chevaux préféré/préférée/préférées voyage/voyager réunion/réunions`,
  es: `gato/gatos hija/hijas trabajo/trabajar/trabajando alergia/alergias canción/canciones alérgico/alérgica
    comer/comiendo vivo/vivir reunión/reuniones niño/niños`,
  pt: `gato/gatos filha/filhas trabalho/trabalhar/trabalhando alergia/alergias canção/canções reunião/reuniões
    alérgico/alérgica moro/morar irmão/irmãos viajar/viajei`,
  it: `gatto/gatti figlia/figlie lavoro/lavorare/lavorando allergia/allergie allergico/allergica vivo/vivere
    cucina/cucinare riunione/riunioni città/citta mangiare/mangiato`,
};

/** Words that must not meet. */
const apart: Record<Language, string> = {
  en: 'plan/plane hop/hope ring/rose news/newt bus/business',
  de: 'Kirche/Kirsche Buch/Bauch Leben/Liebe Hund/Hand Reise/Rasen',
  fr: 'cheval/cheveux poisson/poison dessert/désert chat/château vin/vent',
  es: 'gato/gasto hijo/hilo caro/carro perro/pero casa/caza',
  pt: 'gato/gasto filho/filme carro/caro avó/ave pai/pão',
  it: 'gatto/getto figlio/foglio penna/pena casa/cassa pesce/pasta',
};

describe.each(languages)('in %s', (language) => {
  const stemOf = (word: string) => stem(plainWords(word)[0] ?? '', language);

  test.each(groups(together[language]))('the forms “%s” have one stem', (forms) => {
    expect(new Set(forms.split('/').map(stemOf)).size, forms.split('/').map(stemOf).join(' ')).toBe(1);
  });

  test.each(groups(apart[language]))('“%s” have two', (words) => {
    expect(new Set(words.split('/').map(stemOf)).size).toBe(2);
  });

  test('a stem is never empty, and what is no word of its letters stays as it is', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-zß]{1,60}$/), (word) => {
        expect(stem(word, language).length).toBeGreaterThan(0);
      }),
    );
    for (const word of ['москва', '2025', 'b2b', '東京', 'x'.repeat(500)])
      expect(stem(word, language)).toBe(word);
  });
});

test.each([
  ['Meine Töchter sind allergisch gegen Nüsse', 'Welche Nuss verträgt meine Tochter?'],
  ['Mes enfants sont allergiques aux fruits de mer', 'Un repas pour un enfant allergique'],
  ["J'habite près de l'école", 'Quelle est mon école ?'],
  ['Mis hijas son alérgicas a los frutos secos', 'una cena para mi hija alérgica'],
  ['As minhas filhas são alérgicas a amendoim', 'um jantar para a minha filha alérgica'],
  ["Le mie figlie sono allergiche all'uovo", 'una cena per mia figlia senza uovo'],
])('finds “%s” by “%s”', (text, query) => {
  const index = indexOf({ it: text, other: 'Something else entirely' });
  expect(index.search(query, 5).map(({ id }) => id)).toEqual(['it']);
});

test('finds a word as it stands where the language of a text and of a query differ', () => {
  const words = ['Lena', 'Python', 'Lissabon', 'Manchester', 'Alfama', 'Rammstein'];
  for (const word of words) {
    const index = indexOf({
      en: `My sister and I like ${word} a lot`,
      de: `Meine Schwester und ich mögen ${word} sehr`,
      fr: `Ma sœur et moi aimons beaucoup ${word}`,
      es: `A mi hermana y a mí nos gusta mucho ${word}`,
    });
    for (const query of [
      `tell me about ${word}`,
      `was weißt du über ${word}`,
      `parle-moi de ${word}`,
      word,
    ]) {
      expect(
        index.search(query, 9).map(({ id }) => id),
        query,
      ).toEqual(expect.arrayContaining(['en', 'de', 'fr', 'es']));
    }
  }
});

test('puts the very form that is asked for before another of the same word', () => {
  const index = indexOf({ one: 'I was running home', other: 'I was in a run home' });
  expect(index.search('running', 2).map(({ id }) => id)).toEqual(['one', 'other']);
  expect(index.search('run', 2).map(({ id }) => id)).toEqual(['other', 'one']);
});

test('answers the whole of a query whose words it holds in other forms', () => {
  const index = indexOf({ it: 'Meine Töchter mögen Katzen', other: 'Ich mag Tee' });
  expect(index.search('Mag meine Tochter eine Katze?', 1)[0]).toMatchObject({ id: 'it' });
  expect(indexOf({ it: 'hiking plans' }).search('hike plan', 1)[0]?.share).toBe(1);
});

test('finds nothing by the function words of any of the languages', () => {
  const index = indexOf({
    de: 'Das ist für mich',
    fr: 'Il est avec moi',
    es: 'Es para mí',
    it: 'Questo è per me',
  });
  for (const query of ['das ist für mich', 'il est avec moi', 'es para mi', 'questo è per me'])
    expect(index.search(query, 5)).toEqual([]);
});

function groups(list: string): string[] {
  return list.split(/\s+/u);
}

function indexOf(texts: Record<string, string>) {
  const index = miniSearchIndex();
  index.add(Object.entries(texts).map(([id, text]) => ({ id, text })));
  return index;
}
