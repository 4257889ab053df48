import { expect, test } from 'vitest';
import { type Language, languageOf } from '@/lib/language';

const texts: [Language, string][] = [
  ['en', 'Suggest a restaurant for Friday dinner'],
  ['en', 'pizza'],
  ['en', 'Explain die casting in one paragraph'],
  ['en', 'Plan a weekend in Roma for me and my sister'],
  ['en', 'const x = await fetch(url);'],
  ['en', '金曜日の夕食のレストランを提案して'],
  ['de', 'Wo essen wir am Freitag?'],
  ['de', 'Plane meine Woche'],
  ['de', 'Schreib mir bitte eine E-Mail an den Vermieter'],
  ['fr', 'Où manger ce soir ?'],
  ['fr', 'Propose-moi un restaurant pour vendredi'],
  ['fr', "Qu'est-ce que je peux cuisiner sans gluten ?"],
  ['es', '¿Dónde cenamos el viernes?'],
  ['es', 'Recomiéndame un restaurante para cenar'],
  ['es', 'Escribe un correo a mi jefe'],
  ['pt', 'Onde jantamos na sexta?'],
  ['pt', 'Sugira um restaurante para jantar'],
  ['pt', 'Escreve um e-mail para o meu chefe, não muito longo'],
  ['it', 'Dove mangiamo venerdì?'],
  ['it', 'Consigliami un ristorante per cena'],
  ['it', 'Scrivi una mail al mio capo'],
];

test.each(texts)('%s: %s', (language, text) => {
  expect(languageOf(text)).toBe(language);
});
