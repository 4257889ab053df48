import { hashText } from '@/lib/hash-text';
import { redactSecrets } from '@/memory/redact';

/**
 * A value of any depth without the secrets in its texts. Where a text names something (an id, a key of a record), one
 * with a secret is replaced by its hash, so that it still names the same thing and nothing else.
 */
export function withoutSecrets<Value>(value: Value): Value {
  return cleaner().clean(value) as Value;
}

/** Fields that name something. */
const names = /^(?:id|key|provisionalKey|.*(?:Id|Ids|By))$/;
/** What the engine itself names things by, and plain words. */
const isPlain = /^(?:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|[A-Za-z]{1,20}|)$/;

/** An act has most of its texts several times: in a memory, before and after, and in what it was read off. */
function cleaner() {
  const known = new Map<string, string>();

  function clean(value: unknown, field = ''): unknown {
    if (typeof value === 'string') return cleanText(value, field);
    if (Array.isArray(value)) return value.map((item) => clean(item, field));
    if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, item]) => [cleanName(name), clean(item, name)]),
    );
  }

  function cleanText(text: string, field: string): string {
    if (field === 'url') return cleanAddress(text);
    return names.test(field) ? cleanName(text) : redacted(text);
  }

  function cleanName(name: string): string {
    return redacted(name) === name ? name : `hidden-${hashText(name)}`;
  }

  /** An address still leads somewhere without what it asks there, which is written in signs of its own. */
  function cleanAddress(url: string): string {
    if (redacted(readable(url)) === readable(url)) return url;
    const [place = ''] = url.split(/[?#]/);
    return redacted(readable(place));
  }

  function redacted(text: string): string {
    if (isPlain.test(text)) return text;
    const before = known.get(text);
    if (before !== undefined) return before;
    const after = redactSecrets(text);
    known.set(text, after);
    return after;
  }

  return { clean };
}

function readable(url: string): string {
  const spaced = url.replaceAll('+', ' ');
  try {
    return decodeURIComponent(spaced);
  } catch {
    // A percent sign that is only that.
    return spaced;
  }
}
