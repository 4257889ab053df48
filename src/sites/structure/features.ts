import { wordsOf } from '@/sites/structure/words';

/** A way to find an element again that outlasts a build of the site: no hashed class, no text. */
export interface Feature {
  css: string;
  /** Tells two names of one kind from two names of different kinds. */
  kind: string;
  words: readonly string[];
}

/** Best first: attributes that say what something is, then names of tags, then classes. */
export function featuresOf(element: Element): Feature[] {
  const attributes = [...element.attributes].filter(({ name }) => isNaming(name));
  return [
    ...attributes
      .filter(({ name, value }) => mayName(name, value))
      .map(({ name, value }) => valued(name, value)),
    ...attributes.filter(({ name }) => name.startsWith('data-')).map(({ name }) => named(name)),
    ...(element.localName.includes('-') && /^[a-z-]+$/.test(element.localName) ? [tagged(element)] : []),
    ...[...element.classList].filter(isStableClass).map(classed),
  ];
}

const naming = new Set(['id', 'name', 'role', 'type']);

function isNaming(name: string): boolean {
  return naming.has(name) || /^data-[a-z-]{2,40}$/.test(name);
}

/** Attributes whose values are words of people: names, titles, what was said. */
const carriesWords = /(?:author|sender|name|title|label|text|value|content|placeholder|tooltip|by)$/;

function mayName(attribute: string, value: string): boolean {
  if (!isStableName(value)) return false;
  if (!carriesWords.test(attribute) || attribute === 'name') return true;
  return /^(?:user|human|assistant|bot|ai|model|(?:user|assistant|bot|ai|human)-message)$/i.test(value);
}

function valued(name: string, value: string): Feature {
  return { css: `[${name}="${value}"]`, kind: name, words: wordsOf(value) };
}

function named(name: string): Feature {
  return { css: `[${name}]`, kind: 'attribute', words: wordsOf(name.slice('data-'.length)) };
}

function tagged({ localName }: Element): Feature {
  return { css: localName, kind: 'tag', words: wordsOf(localName) };
}

function classed(name: string): Feature {
  const css = /^[\w-]+$/.test(name) ? `.${name}` : `[class~="${name}"]`;
  return { css, kind: 'class', words: wordsOf(name) };
}

/** Says how something looks, which many a thing does. */
const utility = new RegExp(
  `^(?:${[
    'flex|grid|block|inline|items|justify|content|self|text|bg|font|leading|tracking|rounded|border|shadow',
    'overflow|min|max|gap|space|w|h|p|px|py|pt|pb|m|mx|my|mt|mb|ml|mr|z|top|left|right|bottom|inset|opacity',
    'cursor|select|transition|duration|ease|hover|focus|dark|group|relative|absolute|sticky|static|fixed',
    'hidden|visible|truncate|whitespace|break|order|col|row|size|object|aspect|prose|ring|outline|pointer|sr',
    'container',
  ].join('|')})(?:-|$)`,
);

function isStableClass(name: string): boolean {
  return (
    isStableName(name) && !utility.test(name) && !/^(?:css|sc|svelte|jsx|emotion|styled|jss|mui)-/.test(name)
  );
}

/** Words of a language, joined; a hash has digits, or letters that nobody can say. */
function isStableName(name: string): boolean {
  if (name.length > 40 || !/^[A-Za-z]+(?:(?:-{1,2}|_{1,2}|[/:.])[A-Za-z]+)*$/.test(name)) return false;
  const words = wordsOf(name);
  return words.every(isWord) && name.length / words.length >= 2.5;
}

function isWord(word: string): boolean {
  if (word.length >= 6 && /^[a-f]+$/.test(word)) return false;
  return word.length < 4 || (/[aeiouy]/.test(word) && !/[bcdfghjklmnpqrstvwxz]{5}/.test(word));
}
