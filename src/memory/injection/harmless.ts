import { foldText } from '@/memory/injection/fold-text';

/**
 * A memory's words as they may stand in a block: on one line, nothing in them that cannot be seen, and without the
 * square brackets that a block begins and ends with. What talks of Throughline keeps no bracket at all.
 */
export function harmless(text: string): string {
  const plain = visible(text).replace(openingSquare, '(').replace(closingSquare, ')');
  return foldText(plain).letters.includes('throughline') ? unbracketed(plain) : plain;
}

/** The same for the block of one line, which ends with its first closing bracket: dashes stand for brackets. */
export function unbracketed(text: string): string {
  return visible(text)
    .replace(openingSquare, ' – ')
    .replace(openingRound, ' – ')
    .replace(closingSquare, ')')
    .replace(closingRound, ')')
    .replace(/\)+(?=\s*[\p{L}\p{N}])/gu, ' – ')
    .replaceAll(')', '')
    .replace(/\s+–(?:\s+–)*\s+/gu, ' – ')
    .replace(/^[\s–]+|[\s–]+$/gu, '');
}

function visible(text: string): string {
  return text
    .replace(/\u0085/gu, ' ')
    .replace(hidden, '')
    .replace(/\s+/gu, ' ')
    .trim();
}

/** Joiners and variation selectors have their place inside emoji and in scripts that need them, and nowhere else. */
const emoji = '\\p{Extended_Pictographic}\\p{Emoji_Modifier}';
const hidden = new RegExp(
  [
    `(?<![${emoji}\\ufe0f\\p{Lo}\\p{M}])[\\u200c\\u200d]`,
    `(?<![${emoji}])\\ufe0f`,
    '(?!\\s)[\\p{Cc}\\p{Cs}]',
    '(?![\\u200c\\u200d\\ufe0f])[\\p{Cf}\\p{Default_Ignorable_Code_Point}]',
  ].join('|'),
  'gu',
);

const openingSquare = bracket('[［⁅〔〖【〘〚⟦⟬⦋⦍⦏❲﹇﹝', '#0*91|#x0*5b|lbrack|lsqb');
const closingSquare = bracket(']］⁆〕〗】〙〛⟧⟭⦌⦎⦐❳﹈﹞', '#0*93|#x0*5d|rbrack|rsqb');
const openingRound = bracket('(（﹙⁽₍❨❪⦅⸨﴾｟', '#0*40|#x0*28|lpar');
const closingRound = bracket(')）﹚⁾₎❩❫⦆⸩﴿｠', '#0*41|#x0*29|rpar');

/** One of these brackets, plain, behind backslashes, or as an entity. */
function bracket(characters: string, entities: string): RegExp {
  const any = [...characters].map((character) => `\\${character}`).join('');
  return new RegExp(`\\\\*(?:[${any.replace(/\\([^[\]()])/gu, '$1')}]|&(?:amp;)*(?:${entities});)`, 'giu');
}
