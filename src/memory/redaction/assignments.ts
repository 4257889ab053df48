import { isPlaceholder } from '@/memory/redaction/addresses';
import { isMixed, looksRandom } from '@/memory/redaction/randomness';
import { allIf, type SecretShape } from '@/memory/redaction/shape';

/** `API_KEY=…`, `"client_secret": "…"`, `const authToken = '…'`: lines of settings and of code. */
export const assignments: SecretShape[] = [
  {
    shape:
      /(?<label>(?<![A-Za-z0-9_.-])[A-Za-z_][A-Za-z0-9_.-]{1,80}["']?[^\S\n]{0,3}(?:=>|:=|=|:)[^\S\n]{0,3}["'`]?)(?:(?<=")[^"\n]{4,500}|(?<=')[^'\n]{4,500}|(?<=`)[^`\n]{4,500}|[^\s"'`,;]{4,500})/g,
    extent: allIf((value, label) => {
      const name = label.match(/^[\w.-]+/)?.[0] ?? '';
      return isSecretName(name) && isSecretValue(value, name, /["'`]$/.test(label));
    }),
  },
];

/** Its words, told apart by signs or by capitals: the last is a secret's, and none says that it is something else. */
function isSecretName(name: string): boolean {
  const words = name
    .split(/[_.-]+|(?<=[a-z0-9])(?=[A-Z])/)
    .map((word) => word.toLowerCase())
    .filter((word) => word !== '');
  if (words.some((word) => ofSomethingElse.has(word))) return false;
  const last = words.at(-1) ?? '';
  const before = words.at(-2) ?? '';
  if (/^(?:key|keys|auth|dsn|id|hash|salt|seed|pass|pin|code|string|pepper)$/.test(last))
    return before !== '' && keyOf.has(before);
  return secretWord.test(last);
}

const secretWord =
  /(?:pass(?:word|wd|phrase)|pwd|secrets?|token|(?:api|secret|access|private)key|credentials?|sess(?:ion)?id)$/;
const keyOf = wordSet(`
  api access secret private auth encryption encrypt signing sign master account storage service
  license licence jwt session app client admin db database user root smtp mail ftp ssh hmac aes
  deploy webhook sentry connection stripe openai anthropic google github aws azure gcp slack twilio
  sendgrid wifi wpa otp totp recovery backup token password`);
const ofSomethingElse = wordSet(`
  count max min limit num name type path file url uri length size index public primary foreign sort
  cache partition object row map usage budget expires expiry expiration ttl env var label hint field
  input reset policy header regex pattern title placeholder message error column table prefix suffix
  format per total used remaining example`);

function isSecretValue(value: string, name: string, quoted: boolean): boolean {
  if (isPlaceholder.test(value) || /[()[\]{}<>]/.test(value.slice(0, 40)) || /\s/.test(value)) return false;
  if (looksRandom(value)) return true;
  // A setting in capitals holds a value, where code may name another variable.
  const isSetting = name === name.toUpperCase();
  const isPassword =
    /pass|pwd/i.test(name) && !/^(?:password|passwort|string|text|secret|hidden|required)$/i.test(value);
  if (isSetting) return isMixed(value) || isPassword;
  if (!quoted) return isMixed(value) && !/^[A-Za-z_$][\w$]*(?:\.[A-Za-z_$][\w$]*)*$/.test(value);
  return isPassword || isMixed(value);
}

function wordSet(words: string): ReadonlySet<string> {
  return new Set(words.trim().split(/\s+/));
}
