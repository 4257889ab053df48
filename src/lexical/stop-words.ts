import type { Language } from '@/lib/language';

/** Function words, as `plainWords` writes them. Few: BM25 weighs common words down by itself. */
export const stopWords: Record<Language, ReadonlySet<string>> = {
  en: wordsOf(
    `a an and are as at be been but by do for from had has have i if in is it its me my of on or our so that the their
    them they this to was we were with you your`,
  ),
  de: wordsOf(
    `aber als am an auch auf aus bei bin bist das dass dein deine dem den der des die dir dich du ein eine einem einen
    einer eines er es fur habe haben hat ich ihr ihre im in ist ja mein meine meinem meinen meiner mich mir mit oder
    sein seine sich sie sind so und uns unser unsere vom von war waren was wie wir zu zum zur`,
  ),
  fr: wordsOf(
    `a ai as au aux avec avez avons c ce ces cest cette d dans de des du elle en es est et eu il ils j je jai l la le
    les leur lui m ma mais me mes moi mon n nous on ont ou par pour qu que qui s sa se ses son sont suis sur t ta te tes
    toi ton tu un une vos votre vous y`,
  ),
  es: wordsOf(
    `a al con de del el ella en era eres es esta este esto fue ha han he hay la las le les lo los me mi mis mas muy o
    para pero por que se si son soy su sus te ti tu tus un una unos unas y ya yo`,
  ),
  pt: wordsOf(
    `a ao aos as com da das de do dos e ela ele em era es esta este eu foi ha isso isto ja lhe mais mas me meu meus
    minha minhas muito na nas no nos o os ou para pela pelo por que se seu seus sou sua suas te teu tua tu um uma
    voce`,
  ),
  it: wordsOf(
    `a ad ai al alla alle anche c che ci con d da dal de dei del della delle di e ed era gli ha hai hanno ho i il in io
    l la le lei lo lui ma me mi mia mie miei mio ne nei nel nella o per piu questo questa se si sono su sua suo ti tu tuo
    tua un una uno`,
  ),
};

function wordsOf(list: string): ReadonlySet<string> {
  return new Set(list.split(/\s+/u));
}
