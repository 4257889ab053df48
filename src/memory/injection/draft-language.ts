import { plainWords } from '@/lib/plain-words';
import { type BlockLanguage, blockLanguages } from '@/memory/injection/wording';

/**
 * The language a draft is written in, told by its small words; English where they do not tell. A long draft shows it
 * in its first words.
 */
export function draftLanguage(draft: string): BlockLanguage {
  const words = plainWords(draft.slice(0, 2_000));
  const marks = draft.slice(0, 2_000).toLowerCase();
  const score = (language: BlockLanguage) =>
    words.filter((word) => smallWords[language].has(word)).length + (letters[language]?.test(marks) ? 1 : 0);
  const scored = blockLanguages.map((language) => ({ language, score: score(language) }));
  const [best, next] = scored.sort((one, other) => other.score - one.score);
  return best && best.score > (next?.score ?? 0) ? best.language : 'en';
}

/** Letters that only one of the languages writes. */
const letters: Partial<Record<BlockLanguage, RegExp>> = {
  de: /[äß]/,
  fr: /[œë]|\b[ldjnqc][’']|ç(?!ã)/,
  es: /[ñ¿¡]/,
  pt: /[ãõ]/,
  it: /\b(?:dell|nell|un|all|quest)[’']/,
};

/** As `plainWords` writes them: without accents and apostrophes. */
const smallWords: Record<BlockLanguage, ReadonlySet<string>> = {
  en: new Set(
    `the and is are was of to for with my me i you it this that what which how where when who can could should would
    do does dont im not have has please give make write tell suggest help from on at be or if an some any about there
    in a one two explain find list show plan compare translate create need want like get new best good between into`.split(
      /\s+/,
    ),
  ),
  de: new Set(
    `der die das und ist sind war von zu fur mit mein meine meinen meiner mir mich ich du sie wir es ein eine einen
    einem einer was welche welcher wie wo wann wer kann konnte soll sollte nicht kein keine habe hat haben bitte auf
    bei in im am oder wenn den dem des auch noch nach uber aus um schon gibt gib mach schreib schlag hilf als heute
    morgen abend warum`.split(/\s+/),
  ),
  fr: new Set(
    `le la les et est sont de des du un une pour avec mon ma mes moi je tu il elle nous vous ce cette ces que quel
    quelle quels comment ou quand qui peux peut dois pas ne ai as avons avez sil plait sur dans chez au aux en si par
    donne fais ecris propose aide jai suis quoi pourquoi cest quest plus sans`.split(/\s+/),
  ),
  es: new Set(
    `el la los las y es son de del un una para con mi mis me yo tu ella nosotros esto esta este que cual como donde
    cuando quien puedo puede puedes debo no he ha tengo por favor en al o si dame haz escribe propon ayudame sugiere
    soy estoy muy hay lo se porque mas sin hacer quiero necesito`.split(/\s+/),
  ),
  pt: new Set(
    `o a os as e sao de do da dos das um uma para com meu minha meus minhas me eu voce ele ela isto esta este isso que
    qual como onde quando quem posso pode podes devo nao tenho por favor em no na nos nas ao ou se faz faca escreve
    escreva sugere sugira ajuda ajude sou estou muito ha mais sem fazer quero preciso`.split(/\s+/),
  ),
  it: new Set(
    `il lo la i gli le e sono di del della dei delle un una uno per con mio mia miei mi io tu lui lei noi questo questa
    che quale come dove quando chi posso puo puoi devo non ho hai ha favore in nel nella al alla o se dammi fai scrivi
    suggerisci aiutami sto molto piu senza fare voglio perche cosa ce da`.split(/\s+/),
  ),
};
