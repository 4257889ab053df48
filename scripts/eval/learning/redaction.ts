import * as v from 'valibot';
import { type Contact, type ContactSort, contactsIn } from '@/memory/contacts';
import { redactSecrets, removed } from '@/memory/redact';
import type { Figures } from '../figures';

const rowShape = v.object({
  text: v.string(),
  spans: v.array(v.object({ type: v.string(), start: v.number(), end: v.number() })),
});

type Span = v.InferOutput<typeof rowShape>['spans'][number];
type Place = Pick<Span, 'start' | 'end'>;

/** What must never be kept, and what is kept only where the user allows it, by the names of the data set. */
const secretTypes = new Set(['CREDIT_CARD', 'US_SSN', 'IBAN_CODE', 'US_DRIVER_LICENSE']);
const contactTypes: Record<ContactSort, ReadonlySet<string>> = {
  email: new Set(['EMAIL_ADDRESS']),
  phone: new Set(['PHONE_NUMBER']),
  address: new Set(['STREET_ADDRESS']),
};

/**
 * Precision and recall over the marked spans of texts: secrets that are taken out, contacts that are told. A place
 * that was found is right where it overlaps a marked one, and a marked one is found where something overlaps it; a
 * secret is found only where nothing of it is left.
 */
export function redaction(rows: readonly unknown[]): Figures {
  const texts = rows.map((row) => v.parse(rowShape, row));
  const secrets = new Tally();
  const contacts = { email: new Tally(), phone: new Tally(), address: new Tally() };
  const anyContact = new Tally();
  for (const { text, spans } of texts) {
    const marked = spans.filter(({ type }) => secretTypes.has(type));
    secrets.add(placesRemoved(text), marked, covers);
    const told = contactsIn(text);
    for (const sort of sorts) {
      const ofSort = told.filter((contact: Contact) => contact.sort === sort);
      const wanted = spans.filter((span) => contactTypes[sort].has(span.type) && isWhole(span, text, sort));
      contacts[sort].add(ofSort, wanted, overlaps);
      anyContact.add(ofSort, wanted, overlaps);
    }
  }
  return Object.assign(
    secrets.figures('redaction'),
    anyContact.figures('contacts'),
    ...sorts.map((sort) => contacts[sort].figures(`contacts.${sort}`)),
    { 'counts.redaction': texts.length },
  );
}

const sorts = ['email', 'phone', 'address'] as const satisfies readonly ContactSort[];

class Tally {
  private found = 0;
  private right = 0;
  private marked = 0;
  private reached = 0;

  add(found: readonly Place[], marked: readonly Place[], reaches: typeof overlaps): void {
    this.found += found.length;
    this.marked += marked.length;
    this.right += found.filter((place) => marked.some((span) => overlaps(place, span))).length;
    this.reached += marked.filter((span) => found.some((place) => reaches(place, span))).length;
  }

  figures(name: string): Figures {
    return {
      [`${name}.precision`]: this.found === 0 ? Number.NaN : this.right / this.found,
      [`${name}.recall`]: this.marked === 0 ? Number.NaN : this.reached / this.marked,
      [`counts.${name}`]: this.marked,
    };
  }
}

/** Some addresses of the set are marked in pieces, of which a bare number tells nobody anything. */
function isWhole({ start, end }: Place, text: string, sort: ContactSort): boolean {
  return sort !== 'address' || /\p{L}/u.test(text.slice(start, end));
}

function overlaps(one: Place, other: Place): boolean {
  return one.start < other.end && other.start < one.end;
}

function covers(one: Place, other: Place): boolean {
  return one.start <= other.start && other.end <= one.end;
}

/** Where the words between what was removed stand in the text tells what was removed. */
function placesRemoved(text: string): Place[] {
  const [first = '', ...kept] = redactSecrets(text).split(removed);
  let start = first.length;
  return kept.map((words) => {
    const end = words === '' ? text.length : text.indexOf(words, start);
    const place = { start, end };
    start = end + words.length;
    return place;
  });
}
