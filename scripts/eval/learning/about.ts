/** Whom a memory tells of, by its subject: "my sister is vegan" tells of the sister. */
export function aboutOf(text: string): 'user' | 'other' {
  return others.test(text) ? 'other' : 'user';
}

const possessives =
  'my|our|the|mein\\p{L}*|unser\\p{L}*|mon|ma|mes|notre|nos|mi|mis|nuestr[oa]s?|(?:o |a |os |as )?(?:meus?|minhas?|noss[oa]s?)|(?:il |la |i |le )?(?:mio|mia|miei|mie|nostr[oaie])';
/** People and animals close to somebody, in six languages; compounds ("Schwiegermutter", "sister-in-law") too. */
const close = [
  'wife|husband|partner|spouse|girlfriend|boyfriend|fianc\\p{L}+|mother|mum|mom|mam|father|dad|parents?|daughters?|sons?|kids?|child(?:ren)?|toddler|baby|twins|lads?|sisters?|brothers?|siblings?|gran\\p{L}*|nan|nana|nanny|aunt\\p{L}*|uncle|nieces?|nephews?|cousins?|in-laws|\\p{L}+-in-law|boss|manager|landlord|landlady|flatmates?|roommates?|housemates?|lodgers?|neighbou?rs?|friends?|mates?|colleagues?|team|company|students?|pupils?|patients?|dogs?|cats?|parrot|pupp\\p{L}+|kittens?|horses?|pony|rabbits?|hens?|tortoise|lab|greyhound|budgie|hamster|ex',
  'mann|frau|\\p{L}*freund(?:in)?|\\p{L}*mutter|mama|\\p{L}*vater|papa|eltern|tochter|töchter|sohn|söhne|kind(?:er)?|schwestern?|brüder|bruder|oma|opa|tante|onkel|nichte|neffe|cousine?|chefin|chef|vermieter(?:in)?|nachbar(?:in|n)?|kolleg(?:e|in|en)|hund|katze|kater|pferd|mitbewohner(?:in)?',
  'femme|mari|compagn(?:on|e)|copine?|mère|maman|père|parents|filles?|fils|enfants?|sœurs?|soeurs?|frères?|mamie|papi|grand-\\p{L}+|belle-\\p{L}+|beau-\\p{L}+|tante|oncle|nièce|neveu|cousine?s?|chef|patronn?e?|propriétaire|voisine?s?|collègues?|ami(?:e|s)?|chien(?:ne)?|chatte?|cheval|coloc\\p{L}*',
  'mujer|esposa|marido|esposo|pareja|novi[oa]|madre|mamá|padre|papá|padres|hij[oa]s?|herman[oa]s?|abuel[oa]s?|tí[oa]s?|sobrin[oa]s?|prim[oa]s?|suegr[oa]s?|jef[ea]|caser[oa]|vecin[oa]s?|compañer[oa]s?|amig[oa]s?|perr[oa]s?|gat[oa]s?|caballo',
  'mulher|esposa|marido|namorad[oa]|mãe|pai|pais|filh[oa]s?|irmã|irmãs?|irmãos?|avó|avô|avós|ti[oa]s?|sobrinh[oa]s?|prim[oa]s?|sogr[oa]s?|chefe|senhori[oa]|vizinh[oa]s?|colegas?|amig[oa]s?|cachorr[oa]s?|cão|cadela|gat[oa]s?|cavalo',
  'moglie|marito|compagn[oa]|fidanzat[oa]|madre|mamma|padre|papà|genitori|figli[oae]?|sorell[ae]|fratell[oi]|nonn[oaie]|zi[oa]|nipot[ei]|cugin[oaie]|suocer[oa]|capo|padron[ea]|vicin[oaie]|collegh?[aei]|soci[oa]|amic[oa]|cane|cagnolin[oa]|gatt[oa]|cavallo',
].join('|');

const others = new RegExp(
  String.raw`^(?:(?:${possessives}) (?:[\p{L}-]+ ){0,2}(?:${close})(?![\p{L}])|(?:he|she|they|er|sie|elle|il|ils|él|ella|ele|ela|lui|lei)(?![\p{L}])|(?:aunt|uncle|granny|mum|dad|oma|opa|maman|papa|mamá|papá|mamma|papà)(?![\p{L}]))`,
  'iu',
);
