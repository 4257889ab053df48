/** The commonest words of the languages most spoken on chat sites, without diacritics; they hardly tell texts apart. */
export const stopWords: ReadonlySet<string> = new Set(
  [
    'a an and are as at be been but by can could did do does for from had has have he her him his how i if in into is',
    'it its just me my no not of on or our she so some than that the their them then there they this to up us was we',
    'were what when where which who why will with would you your am im ive dont also about please',
    'aber als am an auch auf aus bei bin das dass dem den der des die doch du ein eine einem einen einer er es fur hat',
    'habe ich ihr im ist ja kein mein meine mich mir mit nach nicht noch nur oder sein sich sie sind so uber um und uns',
    'von vor war was wenn wer wie wir wird zu zum zur',
    'au aux avec ce ces cette dans de des du elle en est et eux il ils je la le les leur lui ma mais mes moi mon ne nos',
    'notre nous on ou par pas plus pour qu que qui sa se ses son suis sur ta te tu un une vos votre vous',
    'al como con cual cuando del donde el ella ellos era es esta este esto fue ha hay la las lo los mas me mi mis muy ni',
    'no nos para pero por porque que quien se ser si sin sobre soy su sus tambien te tengo tu un una y yo',
    'ao com da das do dos ela ele em era essa esse eu foi isso mais mas meu minha na nao nas no nos os ou para pela pelo',
    'por que se sem ser seu sua tem uma voce',
    'che chi ci con del della di dove e ed era gli ha ho il io la le lei lo lui ma mi mia mio nel nella non per piu piu',
    'quando questo si sono su sua suo tra un una uno',
    'aan dat de deze die dit een en er het hij ik in is je maar met mijn naar niet of om ook op te van voor was wat we zijn',
  ]
    .join(' ')
    .split(' '),
);
