/** Whom a memory tells of, by its subject: "my sister is vegan" tells of the sister. */
export function aboutOf(text: string): 'user' | 'other' {
  return others.test(text) ? 'other' : 'user';
}

const others =
  /^(?:(?:my|our)(?: [\p{L}-]+){0,2} (?:wife|husband|partner|spouse|girlfriend|boyfriend|fianc\p{L}+|mother|mum|mom|father|dad|parents?|daughters?|sons?|kids?|child(?:ren)?|toddler|baby|twins|lad|sisters?|brothers?|siblings?|gran\p{L}*|nan\p{L}*|aunt\p{L}*|uncle|nieces?|nephews?|cousins?|in-laws|[\p{L}]+-in-law|boss|manager|landlord|landlady|flatmates?|roommates?|housemates?|neighbou?rs?|friends?|mates?|colleagues?|team|company|dogs?|cats?|pupp\p{L}+|kittens?|horses?|rabbits?|hens?)(?![\p{L}])|(?:he|she|they|aunt|uncle|granny|mum|dad)(?![\p{L}])|(?:mein|unser|mon|ma|mes|notre|nos|mi|mis|nuestr[oa]s?|meu|minha|meus|minhas|(?:il )?mio|(?:la )?mia)\p{L}* (?!name|nom|nombre|nome)\p{L}+ (?:ist|hat|mag|isst|wohnt|arbeitet|est|a|aime|habite|travaille|es|tiene|vive|trabaja|é|tem|mora|trabalha|è|ha|abita|lavora)(?![\p{L}]))/iu;
