/** What one can be reached by. */
export type ContactSort = 'email' | 'phone' | 'address';

export interface Contact {
  sort: ContactSort;
  start: number;
  /** Behind its last character. */
  end: number;
}

/** E-mail addresses, phone numbers and postal addresses in a text, told by their shape, without what overlaps. */
export function contactsIn(text: string): Contact[] {
  const found: Contact[] = [];
  for (const { sort, shape, isReal = () => true } of shapes) {
    for (const { 0: match, index, groups } of text.matchAll(shape)) {
      const start = index + (groups?.label?.length ?? 0);
      const end = index + match.length;
      const isTaken = found.some((other) => start < other.end && other.start < end);
      if (!isTaken && isReal(text.slice(start, end))) found.push({ sort, start, end });
    }
  }
  return found.sort((one, other) => one.start - other.start);
}

interface ContactShape {
  sort: ContactSort;
  shape: RegExp;
  isReal?(found: string): boolean;
}

/** Letters' words of a street's name, each begun with a capital, a small one or two between them. */
const name = "\\p{Lu}[\\p{L}'’.-]{0,30}";
const small = "(?:d[aeo]s?|del|de la|de los|di|della|du|des|van|van der|von|of|y|l[’']|al)";
const names = `${name}(?:(?: ${small})? ${name}){0,4}`;
const house = '\\d{1,5} ?[A-Za-z]?(?:[-/]\\d{1,4})?';

const afterName = [
  'Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Drive|Dr|Court|Courts|Ct|Square|Squares|Sq|Boulevard|Blvd|Way',
  'Place|Pl|Terrace|Close|Crescent|Gardens|Grove|Hill|Mews|Parade|Park|Row|Walk|Wharf|Highway|Hwy',
  'Parkway|Pkwy|Circle|Cir|Trail|Alley|Gateway|Heights|Green|View|Rise|Quay',
].join('|');
const beforeName = [
  'Rua|Avenida|Av\\.?|Travessa|Praça|Praceta|Largo|Estrada|Calçada|Alameda|Calle|Carrer|Plaza|Plaça',
  'Paseo|Camino|Carretera|Ronda|Rue|Avenue|Boulevard|Bd|Place|Chemin|Impasse|Allée|Quai|Route|Via',
  'Viale|Piazza|Corso|Vicolo|Strada|Piazzale|[Uu]l\\.|Ulica|[Aa]l\\.|[Oo]s\\.|Plac',
].join('|');
const endOfName = [
  'stra(?:ße|sse)|str\\.|weg|gasse|platz|allee|damm|ufer|steig|brücke|gata|gatan|gaten|vägen|väg|vej',
  'veien|vegen|veg|gade|stien|vænget|stræde|katu|kuja|polku|(?<=n)tie|tänav|laan|straat|gracht|plein',
  'kade|stræti|stræti|straeti|braut|krogen|utca|hove|singel|dijk|vang',
].join('|');

const shapes: ContactShape[] = [
  {
    sort: 'email',
    shape:
      /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){0,3}\.\p{L}{2,24}/gu,
  },

  // "12 Rose Street", "Rosenweg 12", "Rua das Flores 12", "12 rue de la Paix", "PO Box 12".
  {
    sort: 'address',
    shape: new RegExp(
      `(?<![\\p{L}\\p{N}])${house},? (?:${name} ){1,4}(?:${afterName})(?![\\p{L}\\p{N}])`,
      'gu',
    ),
  },
  {
    sort: 'address',
    shape: new RegExp(
      `(?<![\\p{L}\\p{N}])(?:${name} ){0,3}(?:\\p{Lu}[\\p{L}'’-]{0,30}(?:${endOfName})|Stra(?:ße|sse)|Str\\.|Weg|Platz|Allee|utca|u\\.|tér|rkp\\.|Kesk|Fjord) ?${house}(?![\\p{L}\\p{N}])`,
      'gu',
    ),
  },
  {
    sort: 'address',
    shape: new RegExp(
      `(?<![\\p{L}\\p{N}])(?:${beforeName})(?: ${small})? ${names},? (?:n[º°.]?o? ?)?${house}(?![\\p{L}\\p{N}])`,
      'gu',
    ),
  },
  {
    sort: 'address',
    shape: new RegExp(
      `(?<![\\p{L}\\p{N}])\\d{1,4}(?: bis| ter)?,? (?:[Rr]ue|[Aa]venue|[Bb]oulevard|[Pp]lace|[Cc]hemin|[Ii]mpasse|[Aa]llée|[Qq]uai|[Rr]oute|[Cc]ours)(?: (?:de la|de l[’']|de|du|des|d[’']|la|le))? ?${names}`,
      'gu',
    ),
  },
  {
    sort: 'address',
    shape:
      /(?<![\p{L}\p{N}])(?:P\.? ?O\.? ?Box|Postbox|Postfach|Apartado|Casella postale|Boîte postale|BP|PSC|Unit|CMR|Box) \d{2,6}(?:,? Box \d{2,6})?(?![\p{L}\p{N}])/giu,
  },
  {
    sort: 'address',
    shape: /(?<![\p{L}\p{N}])(?:Apt|Apartment|Suite|Ste|Flat)\.? ?#?\d{1,5}[A-Z]?(?![\p{L}\p{N}])/gu,
  },

  {
    sort: 'address',
    shape:
      /(?<label>(?<![\p{L}\p{N}])(?:zip|zip ?code|post ?code|postal code|postleitzahl|plz|code postal|código postal|cep|cap)(?: is| ist| est| es| é| è|:| =)\s{0,2})(?=[A-Z0-9 -]{0,8}\d)[A-Z0-9]{2,6}(?:[ -][A-Z0-9]{2,4})?(?![\p{L}\p{N}])/giu,
  },
  // "Lives at", "my address is": what follows needs less to be one.
  {
    sort: 'address',
    shape: new RegExp(
      `(?<label>(?<![\\p{L}\\p{N}])(?:live[sd]? at|living at|resid(?:e|es|ing) at|staying at|address(?:es)?(?: is| are|:)?|sent to[?:]?|located at|wohn[et]{0,2}(?: in der| am| im)?|habite(?: au)?|vivo (?:en|na|no|em)|moro (?:na|no)|abito in)[\\s:]{1,6})(?:${house},? ${names}|(?:\\d{1,6},? )?${names},? ${house})(?![\\p{L}\\p{N}])`,
      'gu',
    ),
  },

  { sort: 'phone', shape: /(?<![\p{L}\p{N}+])\+\d(?:[ ().-]{0,3}\d){6,14}(?!\d)/gu },
  { sort: 'phone', shape: /(?<![\p{L}\p{N}])\(\d{2,5}\) ?\d(?:[ .-]?\d){4,9}(?!\d)/gu },
  {
    sort: 'phone',
    shape: /(?<![\p{L}\p{N}.-])(?:001[-. ]|1[-. ])?\d{3}([-. ])\d{3}\1\d{4}(?![\p{L}\p{N}]|[-.]\d)/gu,
  },
  {
    sort: 'phone',
    shape: /(?<![\p{L}\p{N}.,/-])0\d{1,4}[ /-](?:\d{2,4}[ -]?){1,5}\d{2,8}(?![\p{L}\p{N}]|[-.]\d)/gu,
    isReal: (found) => hasDigits(found, 8, 13) && !/^\d{3}-\d{2}-\d{4}$/.test(found),
  },
  {
    sort: 'phone',
    shape: /(?<![\p{L}\p{N}.,-])(?<!\d )[679]\d{2}[ -]\d{3}[ -]\d{3}(?![\p{L}\p{N}]|[ -.,]?\d)/gu,
  },
  { sort: 'phone', shape: /(?<![\p{L}\p{N}.,-])(?<!\d )0\d(?: \d\d){4}(?![\p{L}\p{N}]|[ -]\d)/gu },
  {
    sort: 'phone',
    shape:
      /(?<label>(?<![\p{L}\p{N}])(?:phone|telephone|tel|call(?: me| him| her| them| us)?|ring|mobile|cell|cellphone|whatsapp|text me|sms|fax|handy|handynummer|telefon|telefonnummer|rufnummer|téléphone|portable|teléfono|móvil|telefone|telemóvel|celular|telefono|cellulare)(?:[ :.=’'-]{1,3}(?:number|no|nr|is|on|at|me|us|ist|est|es|é|è|unter|au|al|ao|my|mine)(?!\p{L})){0,4}[ :.=-]{0,3})\(?\d(?:[ ().-]{0,2}\d){5,13}(?!\d)/giu,
  },
  {
    sort: 'phone',
    shape:
      /(?<![\p{L}\p{N}.,+-])\d(?:[ ().-]{0,2}\d){6,13}(?=[ -]?(?:office|fax|mobile|home|work|cell)(?!\p{L}))/giu,
  },
];

function hasDigits(text: string, fewest: number, most: number): boolean {
  const count = text.match(/\d/g)?.length ?? 0;
  return count >= fewest && count <= most;
}
