/*
 * Words beside which a secret stands, in the languages extraction reads. A label is one or two words, what it is for,
 * and "is" or a sign; none of them may begin within a word.
 */

export const start = '(?<![\\p{L}\\p{N}])';
export const end = '(?![\\p{L}\\p{N}])';

export const password = oneOf(
  'pass ?(?:word|code)|passwd|pwd|passwort|kennwort|mot de passe|mdp|contraseña|contrasena|senha',
  "palavra-passe|parola d[’']ordine",
);

export const network = oneOf(
  '(?:wi-?fi|wlan|wpa2?|network|netzwerk)[ -]?(?:key|code|schlüssel|clé)|clé wi-?fi|chiave wi-?fi',
  'clave (?:del |de la |de )?wi-?fi|clave',
);

export const phrase = oneOf(
  'pass ?phrase|(?:seed|recovery|backup|mnemonic|wallet|secret) phrase|mnemonic|wiederherstellungsphrase',
  'phrase de récupération|frase semilla|frase de recuperación|frase-semente|frase di recupero',
);

export const key = oneOf(
  'api[ _-]?(?:key|token|secret)|secret|token|geheimschlüssel|api-schlüssel|zugangstoken',
  '(?:access|secret|private|auth|client|encryption|master|signing)[ _-]?(?:key|token|secret)',
  "(?:licen[cs]e|product|deploy)[ _-]?(?:key|token|secret)|clé api|jeton d[’']accès",
  'clave api|clave privada|chave (?:de )?api|chiave api',
);

export const pin = oneOf(
  '(?:(?:door|gate|alarm|entry|safe|lock|garage) )?pin(?: code| number)?|geheimzahl|code secret',
  '(?:door|gate|alarm|entry|access|safe|lock|unlock|garage)[ -]?code',
  'cvv2?|cvc2?|card security code|sicherheitscode|kartenprüfnummer',
);

export const once = oneOf(
  '(?:verification|security|one[- ]time|login|sign-in|2fa|two-factor|authentication) (?:pass)?codes?',
  'otp(?: code)?|einmal(?:code|passwort)|bestätigungscode|(?:sms-)?tan|code de vérification',
  'código de verificación|código de verificação|codice di verifica',
);

export const recovery = oneOf(
  '(?:recovery|backup|rescue|emergency|scratch)[ -]codes?|wiederherstellungscodes?',
  'codes? de (?:récupération|secours)|códigos? de (?:recuperación|respaldo|recuperação)',
  'codici? di (?:recupero|backup)',
);

const whose = 'the |my |our |a |das |den |die |mein |meinen |la |le |el |il |mi |mon |o |meu ';
export const purpose = `(?: (?:for|to|of|on|at|für|vom|zum|pour|de|du|para|per|di|del|do|da) (?:${whose})?[^\\s:=]{1,40}(?: [^\\s:=]{1,20})?)?`;
export const is =
  "(?:[’']s| is| was| are| ist| war| lautet| heißt| est| es| era| é| è|:| =|=| \\()(?: now|:| still|\\*{2}|__)?";
const opening = '\\s{0,3}["\'`“«„]?';

/** A label with all that leads to its secret, and the secret. */
export function beside(label: string, value: string): RegExp {
  return new RegExp(`(?<label>${start}(?:${label})${purpose}${is}${opening})${value}`, 'giu');
}

export function oneOf(...lists: string[]): string {
  return lists.join('|');
}
