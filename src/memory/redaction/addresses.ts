import { isMixed, looksRandom } from '@/memory/redaction/randomness';
import { allIf, type SecretShape } from '@/memory/redaction/shape';

/** Secrets inside addresses, connection strings and commands. */
export const addresses: SecretShape[] = [
  // A user name and password, or a token in their place.
  { shape: /\b[a-z][a-z0-9+.-]{1,20}:\/\/[^\s/:@]{0,100}:[^\s/@]{1,200}@\S{0,300}/gi },
  {
    shape: /(?<label>\b[a-z][a-z0-9+.-]{1,20}:\/\/)[A-Za-z0-9_-]{16,200}@/gi,
    extent: allIf((token) => looksRandom(token.slice(0, -1))),
  },
  {
    shape:
      /(?<label>[?&#;](?:access_?token|id_?token|refresh_?token|auth_?token|token|api_?key|apikey|client_?secret|secret|password|passwd|pwd|jwt|x-amz-(?:signature|credential|security-token)|sig|signature)=)[^\s&#;"'<>)\]]{4,4000}/gi,
    extent: allIf((value) => !isPlaceholder.test(value)),
  },
  {
    shape:
      /(?<label>[?&#;](?:key|code|auth|session|session_?id|sid|state|nonce|ticket|invite|otp|hash)=)[^\s&#"'<>)\]]{8,4000}/gi,
    extent: allIf(looksRandom),
  },
  // "Server=…;User Id=…;Password=…;", "AccountKey=…;"
  {
    shape:
      /(?<label>\b(?:AccountKey|SharedAccessKey|SharedAccessSignature|Password|Pwd|SharedSecret\w{0,10}) ?= ?)[^;\s"']{4,500}(?=;|$|["'\s])/gim,
    extent: allIf((value) => !isPlaceholder.test(value) && (isMixed(value) || looksRandom(value))),
  },
  // What commands take: "-u name:password", "--password …", "login … password …".
  { shape: /(?<label>\bcurl\b[^\n]{0,300}? (?:-u|--user)[ =]["']?[^\s:"']{1,80}:)[^\s"']{3,200}/g },
  {
    shape:
      /(?<label>(?<=\s)--?(?:password|passwd|pass|token|api-key|apikey|secret|client-secret|access-key|auth-token)[ =]["']?)[^\s"']{4,500}/gi,
    extent: allIf((value) => !isPlaceholder.test(value) && (isMixed(value) || looksRandom(value))),
  },
  {
    shape:
      /(?<label>\b(?:sshpass -p ?|docker login [^\n]{0,200}?-p |redis-cli [^\n]{0,200}?-a |mysql(?:dump)? [^\n]{0,200}?-p|login \S{1,100} password )["']?)[^\s"']{4,200}/g,
    extent: allIf((value) => !isPlaceholder.test(value)),
  },
];

/** What stands for a value that is put in later. */
export const isPlaceholder =
  /^(?:[$<{%[(*]|\.{2,}|x{3,}|your|my[-_]|enter|insert|change|todo|none\b|null\b|undefined\b|true\b|false\b|process\.env|os\.|env\.|-)/i;
