import { expect, test } from 'vitest';
import { staticVocabulary } from '@/inference/static-vocabulary';
import { staticWords } from '@/inference/static-words';

test.each([
  ["I don't like it, and can't say why", 'i do not like it and can not say why'],
  ["It's John's; we've said we'll go, won't we?", 'it john we said we go will not we'],
  ['L’été à Zürich: ﬁne, Straße', 'l ete a zurich fine strasse'],
  ['Ｆｕｌｌ　ｗｉｄｔｈ', 'full width'],
  ['room 12345b, 3.5 km', 'room 1234 5 b 3 5 km'],
  ['東京 tower на реке', '東京 tower на реке'],
  ["rock 'n' roll O'Brien", 'rock n roll o brien'],
  ['a🙂b', 'a b'],
  ['', ''],
])('the words of “%s”', (text, words) => {
  expect(staticWords(text).join(' ')).toBe(words);
});

test('an unknown word is told by the longest pieces that are known', () => {
  const vocabulary = staticVocabulary(['cook', 'book', 'c', '##book', '##oo', '##k', '##s', 'o']);
  expect(vocabulary.rowOf('cook')).toBe(0);
  expect(vocabulary.rowOf('cookbooks')).toBeUndefined();
  expect(vocabulary.piecesOf('cookbooks')).toEqual([0, 3, 6]);
  expect(vocabulary.piecesOf('cook')).toEqual([2, 4, 5]);
  expect(vocabulary.piecesOf('xyz')).toEqual([]);
});
