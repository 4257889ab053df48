import fc from 'fast-check';

/** What a site makes of the text of a prompt until it is read again; the same for every part of it. */
export type Mangle = (text: string) => string;

const same: Mangle = (text) => text;
const each =
  (pattern: RegExp, replacement: string): Mangle =>
  (text) =>
    text.replace(pattern, replacement);

/** In the order in which sites come to them; one of each row. */
const ways: readonly (readonly Mangle[])[] = [
  [(text) => text.normalize('NFD'), (text) => text.normalize('NFC')],
  [each(/'/g, '’'), each(/['"]/g, '“')],
  [each(/ – /g, ' -- '), each(/ – /g, ' — ')],
  [each(/[[\]()]/g, '\\$&'), each(/[[\]()#*_.!-]/g, '\\$&')],
  [
    (text) =>
      text
        .replaceAll('&', '&amp;')
        .replaceAll('<', '&lt;')
        .replaceAll('"', '&quot;')
        .replaceAll("'", '&#39;'),
    (text) =>
      text
        .replaceAll('[', '&#91;')
        .replaceAll(']', '&#93;')
        .replaceAll('(', '&lpar;')
        .replaceAll(')', '&#x29;'),
    (text) => text.replaceAll('ü', '&uuml;').replaceAll('é', '&eacute;').replaceAll('–', '&ndash;'),
  ],
  [
    each(/^(\p{L}[^\n]*:)$/gmu, '**$1**'),
    each(/^(\p{L}[^\n]*:)$/gmu, '## $1'),
    each(/^(\p{L}[^\n]*:)$/gmu, '\\# $1'),
  ],
  [each(/^(\\?[[(].*[\])])$/gmu, '**$1**'), each(/^(\\?[[(].*[\])])$/gmu, '`$1`')],
  [
    each(/^- /gm, '• '),
    each(/^- /gm, '* '),
    each(/^- /gm, '1. '),
    each(/^- /gm, '  – '),
    each(/^- /gm, ''),
    each(/^- /gm, '\\- '),
  ],
  [each(/ /g, '\u00a0'), each(/ /g, '  '), each(/ /g, '&nbsp;'), each(/$/gm, '  ')],
  [
    each(/\s*\n\s*/g, ' '),
    each(/\n/g, '\n\n'),
    each(/\n/g, '\n   \n'),
    each(/\n/g, '\r\n'),
    each(/\n{2,}/g, '\n'),
  ],
];

export const mangle: fc.Arbitrary<Mangle> = fc
  .tuple(...ways.map((row) => fc.oneof({ weight: 3, arbitrary: fc.constant(same) }, fc.constantFrom(...row))))
  .map((chosen) => (text) => chosen.reduce((done, way) => way(done), text));
