// @vitest-environment happy-dom
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { siteFrom } from '@/sites/dom';
import { findChat } from '@/sites/structure/find-chat';
import { siteMapOf } from '@/sites/structure/site-map';

/** Pages made up at random: a chat or none, among all that sites put around one. */
const url = new URL('https://chat.example.org/c/5d0c7a34-1be2-4c55-9f0e-6a4b8c1d2e3f');

type Role = 'user' | 'assistant';
interface Chat {
  html: string;
  /** Whether the page says who speaks. */
  isMarked: boolean;
}

const words = fc
  .array(fc.constantFrom('tide', 'lamp', 'Why', 'soup', 'of', 'bread', 'seven', 'user', 'model', 'Rome'), {
    minLength: 1,
    maxLength: 12,
  })
  .map((all) => all.join(' '));

/** What a question and an answer look like, on many kinds of sites. */
const styles: readonly { turn: (role: Role, text: string) => string; isMarked: boolean }[] = [
  { turn: (role, text) => `<div data-role="${role}"><div>${text}</div></div>`, isMarked: true },
  {
    turn: (role, text) =>
      `<section data-testid="turn-${role}"><h4 class="sr-only">Said:</h4><div><p>${text}</p></div><button>Copy</button></section>`,
    isMarked: true,
  },
  { turn: (role, text) => `<div class="x1 message-${role} flex"><p>${text}</p></div>`, isMarked: true },
  { turn: (role, text) => `<${role}-message><div>${text}</div></${role}-message>`, isMarked: true },
  {
    turn: (role, text) =>
      `<div class="row"><div class="${role}-avatar">${role === 'user' ? 'U' : 'AI'}</div><div class="body">${text}</div></div>`,
    isMarked: true,
  },
  {
    turn: (role, text) => `<div class="${role}-name">${role}</div><div class="body">${text}</div>`,
    isMarked: true,
  },
  {
    turn: (role, text) =>
      role === 'user' ? `<div class="_9f3a">${text}</div>` : `<div class="_b7c1"><p>${text}</p></div>`,
    isMarked: false,
  },
  { turn: (_, text) => `<div class="bubble">${text}</div>`, isMarked: false },
  {
    turn: (role, text) =>
      role === 'user' ? `<div class="q">${text}</div>` : `<div class="bot-markdown"><p>${text}</p></div>`,
    isMarked: false,
  },
];

const composers = fc.constantFrom(
  '<form><textarea name="prompt"></textarea><button type="submit">Go</button></form>',
  '<div class="composer"><div contenteditable="true" role="textbox" id="chat-input"><p>draft</p></div><button data-testid="send"></button></div>',
  '<form><textarea></textarea><button><svg></svg></button></form>',
);

const items = fc.array(words, { minLength: 2, maxLength: 6 });
const tag = fc.constantFrom('div', 'section', 'li', 'article');

/** None of them is a conversation with a machine. */
const others = fc.oneof(
  items.map((all) => `<nav>${all.map((each) => `<a class="user-chat" href="#">${each}</a>`).join('')}</nav>`),
  items.map(
    (all) =>
      `<div class="sidebar">${all.map((each) => `<div data-role="user">${each}</div>`).join('')}</div>`,
  ),
  items.map(
    (all) =>
      `<div class="history">${all.map((each) => `<div class="user-chat">${each}</div>`).join('')}</div>`,
  ),
  items.map(
    (all) =>
      `<div class="related">${all.map((each, i) => `<div class="${i % 2 ? 'bot-answer' : 'user-question'}">${each}</div>`).join('')}</div>`,
  ),
  items.map(
    (all) =>
      `<div>${all.map((each, i) => `<div class="${i % 2 ? 'answer' : 'question'}">${each}</div>`).join('')}</div>`,
  ),
  fc
    .tuple(items, tag)
    .map(
      ([all, name]) =>
        `<div class="comments">${all.map((each, i) => `<${name} class="${i % 2 ? 'model' : 'user'}">${each}</${name}>`).join('')}</div>`,
    ),
  fc
    .tuple(items, tag)
    .map(
      ([all, name]) =>
        `<div>${all.map((each, i) => `<${name} class="post ${i % 2 ? 'odd' : 'even'}" data-author="name${i % 2}"><b class="user-name">Ana</b><p>${each}</p></${name}>`).join('')}</div>`,
    ),
  words.map((text) => `<div class="user-menu">${text}</div>`),
  words.map((text) => `<div class="model-picker"><span class="model-name">${text}</span></div>`),
  words.map((text) => `<div class="assistant-card"><p>${text}</p></div>`),
);

/** Suggestions and the like often stand at the end of the thread itself. */
const within = fc.oneof({ weight: 3, arbitrary: fc.constant('') }, { weight: 1, arbitrary: others });

const chat: fc.Arbitrary<Chat> = fc
  .tuple(
    fc.constantFrom(...styles),
    fc.array(words, { minLength: 2, maxLength: 7 }),
    fc.boolean(),
    composers,
    within,
  )
  .map(([{ turn, isMarked }, texts, arePaired, composer, inner]) => {
    const turns = texts.map((text, index) => {
      const role: Role = index % 2 === 0 ? 'user' : 'assistant';
      return turn(role, `${text} t${index}t`);
    });
    const pairs = arePaired
      ? turns.flatMap((each, index) =>
          index % 2 === 0 ? [`<div class="pair">${each}${turns[index + 1] ?? ''}</div>`] : [],
        )
      : turns;
    return { isMarked, html: `<main><div class="thread">${pairs.join('')}${inner}</div>${composer}</main>` };
  });

const commentBoxes = fc.constantFrom(
  '<form><textarea name="comment"></textarea><button type="submit">Post</button></form>',
  '<form><textarea name="message"></textarea><button type="submit">Send</button></form>',
  '<form><input name="email"><textarea name="message"></textarea><button type="submit">Send</button></form>',
  '<div><textarea placeholder="Leave a reply"></textarea><button>Reply</button></div>',
);

function show(html: string): void {
  const page = new DOMParser().parseFromString(`<body>${html}</body>`, 'text/html');
  document.body.replaceChildren(...page.body.childNodes);
}

function read() {
  const found = findChat(document, url);
  const map = found && siteMapOf(found, new Date('2026-10-01'));
  return (
    map &&
    siteFrom(map)
      .turns(document)
      .map(({ role, text }) => ({ role, text: text() }))
  );
}

test('on pages with a chat among other lists, all turns are read with their roles, or nothing is', () => {
  let marked = 0;
  let right = 0;
  fc.assert(
    fc.property(
      chat,
      fc.array(others, { maxLength: 3 }),
      fc.array(others, { maxLength: 2 }),
      ({ html, isMarked }, before, after) => {
        show([...before, html, ...after].join(''));
        const texts = [...new Set(document.body.textContent?.match(/t\dt/g) ?? [])];
        const turns = read();
        if (isMarked) marked += 1;
        if (!turns) return;
        if (isMarked) right += 1;
        expect(turns.map(({ role }) => role)).toEqual(
          texts.map((_, index) => (index % 2 === 0 ? 'user' : 'assistant')),
        );
        for (const [index, { text }] of turns.entries()) {
          expect(text.match(/t\dt/g)).toEqual([`t${index}t`]);
        }
      },
    ),
    { numRuns: 250 },
  );
  console.info(`Made-up pages: ${right} of ${marked} that say who speaks are read, all of them rightly.`);
  expect(right).toBeGreaterThan(0);
});

test('on pages without a chat nothing is read, comment boxes and contact forms included', () => {
  fc.assert(
    fc.property(
      fc.array(others, { maxLength: 4 }),
      commentBoxes,
      fc.array(others, { maxLength: 2 }),
      (all, box, more) => {
        show([...all, box, ...more].join(''));
        expect(read()).toBeUndefined();
      },
    ),
    { numRuns: 250 },
  );
});

test('a form with a text area and no turns is not a chat', () => {
  show(
    '<main><h1>Contact</h1><p>Write to us.</p><form><textarea name="message"></textarea><button type="submit">Send</button></form></main>',
  );
  expect(findChat(document, url)).toBeUndefined();
});
