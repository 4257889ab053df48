/** The commonest words of some languages, as `plainWords` gives them. They hardly tell texts apart; negations do. */
export const stopWords: ReadonlySet<string> = new Set(
  `a an and are as at be been but by can could did do does for from had has have he her him his how i if in into is it
  its just me my of on or our she so some than that the their them then there they this to up us was we were what when
  where which who why will with would you your im ive about also please
  aber als am auch auf aus bei bin das dass dem den der des die doch du ein eine einem einen einer er es fur hat habe
  ich ihr im ist ja mein meine mich mir mit nach noch nur oder sein sich sie sind uber um und uns von vor war wenn wer
  wie wir wird zu zum zur
  au aux avec ce ces cette dans de du elle en est et eux il ils je la le les leur lui ma mais mes moi mon nos notre nous
  ou par plus pour qu que qui sa se ses son suis sur ta te tu un une vos votre vous
  al como con cual cuando del donde el ella ellos era esta este esto fue ha hay las lo los mas mi mis muy ni para pero
  porque quien ser si sobre soy su sus tambien tengo y yo
  ao com da das dele ela em essa esse eu foi isso meu minha na nas os pela pelo por sem seu sua tem uma voce
  che chi ci di dove e ed gli ho io lei mia mio nel nella piu questo sono suo tra uno
  aan dat deze dit een het hij ik je maar met mijn naar om ook op van voor wat zijn`.split(/\s+/u),
);
