import { looksRandom } from '@/memory/redaction/randomness';
import { allIf, type SecretShape } from '@/memory/redaction/shape';

/** Keys and tokens that are known by how they look, whatever stands around them. */
export const keys: SecretShape[] = [
  // Key files; one whose end was cut off hides everything after its beginning.
  {
    shape:
      /-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----[\s\S]*?(?:-----END [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----|$)/g,
  },
  { shape: /(?<label>\bPrivate-Lines: \d{1,4}\s{1,2})[A-Za-z0-9+/=\s]{16,20000}/g },
  { shape: /\bAGE-SECRET-KEY-1[A-Z0-9]{20,100}/gi },

  // Their maker's prefix.
  {
    shape:
      /\b(?:sk|pk|rk|whsec|gsk|xai|pplx|fw|nvapi|lin_api|sntryu|sntrys|ntn|secret)[-_][A-Za-z0-9_-]{16,300}/g,
    extent: allIf((key) => looksRandom(key.slice(key.search(/[-_]/) + 1))),
  },
  {
    shape:
      /\b(?:gh[pousr]_|github_pat_|glpat-|gldt-|glrt-|glsa_|ph[xc]_|hf_|npm_|do[op]_v1_|shp(?:at|ss|pa|ca)_|xox[abeprs]-|xapp-|ya29\.|SG\.|pypi-|dckr_pat_|figd_|hv[sb]\.|sbp_|r8_|PMAK-|NRAK-|HRKU-|pscale_(?:tkn|pw|oauth)_|dp\.(?:pt|st|ct)\.|sq0(?:atp|csp|idp)-|GOCSPX-|AT[AC]TT3|rubygems_|tskey-|dapi)[A-Za-z0-9._=-]{16,400}/g,
    extent: allIf((key) => /\d/.test(key) || looksRandom(key)),
  },
  // A cloud's key id, and the secret that is written behind it.
  {
    shape:
      /\b(?:AKIA|ASIA|AGPA|AROA|ANPA)[A-Z0-9]{12,60}(?:[\s,:;"'|/]{1,5}[A-Za-z0-9/+]{40}(?![A-Za-z0-9/+]))?/g,
  },
  { shape: /\bAIza[A-Za-z0-9_-]{30,60}/g },
  { shape: /(?<![A-Za-z0-9/])1\/\/0[A-Za-z0-9_-]{30,200}/g },
  { shape: /(?<![A-Za-z0-9_~.-])[A-Za-z0-9_~.]{3}\dQ~[A-Za-z0-9_~.-]{30,40}/g },
  { shape: /\b(?:SK|key-)[0-9a-f]{32}\b/g },
  { shape: /\bEAA[A-Za-z0-9]{60,400}/g, extent: allIf(looksRandom) },
  { shape: /(?<![\w.-])[A-Za-z0-9]{14}\.atlasv1\.[A-Za-z0-9_=-]{40,100}/g },
  // Bots: their number and key.
  { shape: /(?<![\w:])\d{8,10}:[A-Za-z0-9_-]{35}(?![\w-])/g },
  { shape: /\b[MNO][A-Za-z0-9_-]{23,27}\.[A-Za-z0-9_-]{6}\.[A-Za-z0-9_-]{27,40}/g },
  {
    shape:
      /\bhttps:\/\/(?:hooks\.slack\.com\/(?:services|workflows)|(?:canary\.|ptb\.)?discord(?:app)?\.com\/api\/webhooks)\/[A-Za-z0-9/_-]{20,200}/g,
  },
  // Web tokens, and what a request is signed with.
  { shape: /(?<![\w-])eyJ[A-Za-z0-9_-]{8,4000}\.[A-Za-z0-9_-]{8,4000}\.?[A-Za-z0-9_-]{0,4000}/g },
  {
    shape: /(?<label>\b(?:Bearer|Basic|Token) )[A-Za-z0-9._~+/=-]{16,2000}/gi,
    extent: allIf((found) => looksRandom(found)),
  },
  { shape: /(?<label>\bAuthorization["']?\s?[:=]\s?["']?(?:[A-Za-z]{1,20} )?)[A-Za-z0-9._~+/=:-]{8,2000}/gi },
  { shape: /(?<label>\b(?:Set-)?Cookie["']?: ?)[^\n"'=]{1,100}=[^\n"']{4,4000}/gi },
  // Purses.
  { shape: /\b[xyzt]prv[1-9A-HJ-NP-Za-km-z]{100,115}/g },
  {
    shape: /(?<![A-Za-z0-9])(?:5[1-9A-HJ-NP-Za-km-z]{50}|[KL][1-9A-HJ-NP-Za-km-z]{51})(?![A-Za-z0-9])/g,
    extent: allIf(looksRandom),
  },
  { shape: /\b[0-9a-f]{32}-us\d{1,2}\b/g },
  { shape: /\bAAAA[A-Za-z0-9_-]{7}:[A-Za-z0-9_-]{100,200}/g },
  { shape: /\bpat[A-Za-z0-9]{14}\.[0-9a-f]{64}\b/g },
  { shape: /\bsl\.[A-Za-z0-9_-]{100,300}/g },
  { shape: /\b(?:LTAI|AKID)[A-Za-z0-9]{12,40}\b/g, extent: allIf(looksRandom) },
  // A product's: five times five.
  {
    shape: /(?<![\w-])[A-Z0-9]{5}(?:-[A-Z0-9]{5}){4}(?![\w-])/g,
    extent: allIf((key) => /\d/.test(key) && /[A-Z]/.test(key)),
  },
  { shape: /\bnsec1[a-z0-9]{50,70}/g },
  // Passwords as they are kept by servers.
  {
    shape:
      /(?<![\w$])\$(?:2[abxy]|argon2(?:id|i|d)|5|6|7|y|scrypt|pbkdf2[a-z0-9-]{0,10})\$[A-Za-z0-9./+$=,-]{20,300}/g,
  },
  { shape: /\botpauth:\/\/\S{8,600}/gi },
  { shape: /(?<label>\bWIFI:[^\n]{0,120}?;?P:)[^;\n]{1,100}/g },
];
