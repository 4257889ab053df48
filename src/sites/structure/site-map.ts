import { readComposer } from '@/sites/composer-text';
import { siteFrom } from '@/sites/dom';
import type { AttributeMap, SiteMap, TurnMap } from '@/sites/map';
import { parseSiteFile, siteFile } from '@/sites/map-file';
import type { Month, Selector } from '@/sites/selectors';
import type { SiteTurn } from '@/sites/site';
import { chatPaths } from '@/sites/structure/chat-paths';
import { featuresOf } from '@/sites/structure/features';
import { type FoundChat, sure } from '@/sites/structure/found';
import { squashed } from '@/sites/structure/squashed';
import { turnSelector } from '@/sites/structure/turn-selectors';
import { isAlternating } from '@/sites/structure/turns';

/**
 * The map of the site that the chat was found on, made of what lasts on its page and tried on that page.
 * Undefined if the finder is not sure of the roles or the composer, or if the map does not read the very same
 * from the page.
 */
export function siteMapOf(found: FoundChat, now = new Date()): SiteMap | undefined {
  if (found.turns.score < sure || found.composer.score < sure) return undefined;
  const seen = now.toISOString().slice(0, 7) as Month;
  const at = (css: string): Selector => ({ css, seen });
  const user = turnMap(found, 'user', seen);
  const assistant = turnMap(found, 'assistant', seen);
  const box = boxSelector(found);
  if (!user || !assistant) return undefined;
  for (const composer of composerSelectors(found, box)) {
    const map: SiteMap = {
      ...addressOf(found.url),
      experimental: true,
      chats: chatPaths(found.url),
      temporary: { query: /[?&](?:temporary(?:-chat)?|incognito|private)(?:=true|=1)?(?:&|$)/ },
      layouts: [{ user, assistant }],
      composer: [at(composer)],
      composerBox: box === undefined ? [] : [at(box)],
      send: sendSelectors(found, box).slice(0, 1).map(at),
      stop: stops.map(at),
      keyMayBreakLine: true,
    };
    if (isSound(map, found)) return map;
  }
  return undefined;
}

/** Whether the map finds on the page what was found there, and can be passed on. */
function isSound(map: SiteMap, { document, url, composer, send, turns }: FoundChat): boolean {
  const site = siteFrom(map);
  const read = site.turns(document);
  const isSame =
    read.length === turns.found.length &&
    turns.found.every(
      ({ element, role }, index) => read[index]?.element === element && read[index]?.role === role,
    );
  const sending = site.sendButton(document);
  return (
    isSame &&
    isAlternating(turns.found) &&
    areWholeTexts(read) &&
    site.composer(document) === composer.found &&
    isEchoed(composer.found) &&
    (sending === undefined || sending === send?.found) &&
    site.isChat(url) &&
    isPortable(map)
  );
}

/**
 * Buttons are never read; where a turn says less than one of its buttons, or all questions say the same, the
 * words may be in them and a mere label was read.
 */
function areWholeTexts(turns: readonly SiteTurn[]): boolean {
  const texts = turns.map((turn) => turn.text());
  const questions = texts.filter((_, index) => turns[index]?.role === 'user');
  return (
    texts.slice(0, -1).every((text) => text !== '') &&
    (questions.length < 2 || new Set(questions).size > 1) &&
    turns.every(({ element }, index) => {
      const buttons = [...element.querySelectorAll('button, [role="button"]')];
      const longest = Math.max(0, ...buttons.map((button) => squashed(button.textContent ?? '').length));
      return longest <= longestLabel || longest <= squashed(texts[index] ?? '').length;
    })
  );
}

const longestLabel = 12;

/** The composer reads as what stands in it. */
function isEchoed(composer: HTMLElement): boolean {
  return 'value' in composer || squashed(readComposer(composer)) === squashed(composer.textContent ?? '');
}

function isPortable(map: SiteMap): boolean {
  try {
    parseSiteFile(siteFile(map));
    return true;
  } catch {
    return false;
  }
}

function addressOf({ protocol, hostname }: URL): Pick<SiteMap, 'id' | 'name' | 'matches'> {
  const isLocal = hostname === 'localhost' || hostname === '127.0.0.1';
  const isNamed = protocol === 'https:' && /^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/.test(hostname);
  const id = `own-${hostname.replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '')}`.slice(0, 40);
  return {
    id,
    name: hostname.slice(0, 60),
    matches: isLocal || isNamed ? [`${protocol}//${hostname}/*`] : [],
  };
}

function turnMap(found: FoundChat, role: 'user' | 'assistant', seen: Month): TurnMap | undefined {
  const of = (wanted: string) =>
    found.turns.found.filter((turn) => turn.role === wanted).map(({ element }) => element);
  const mine = of(role);
  const css = turnSelector(mine, of(role === 'user' ? 'assistant' : 'user'), role);
  if (css === undefined) return undefined;
  const ids = idsOf(mine, seen);
  const { streaming, complete } = (role === 'assistant' && found.end?.found) || {};
  return {
    turn: { css, seen },
    ...(ids && { ids: [ids] }),
    skip: ['[role="toolbar"]', 'time', 'details'].map((part) => ({ css: part, seen })),
    ...(streaming !== undefined && { streaming: { css: streaming, seen } }),
    ...(complete !== undefined && { complete: { css: complete, seen } }),
  };
}

const lastingId = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Only what cannot be anything else: other ids may be handed out anew on each visit. */
function idsOf(turns: readonly Element[], seen: Month): AttributeMap | undefined {
  for (const attribute of ['data-message-id', 'data-turn-id', 'data-msg-id', 'data-id', 'id']) {
    const values = turns.map((turn) => turn.getAttribute(attribute) ?? '');
    if (values.every((value) => lastingId.test(value)) && new Set(values).size === values.length) {
      return { css: `[${attribute}]`, seen, where: 'itself', attribute, value: lastingId };
    }
  }
  return undefined;
}

/** Within the box, since the edit box of an old turn may look the same. */
function composerSelectors({ composer, turns }: FoundChat, box: string | undefined): string[] {
  const kind = composer.found.localName === 'textarea' ? 'textarea' : '[contenteditable]';
  const itself = featuresOf(composer.found).map(({ css }) =>
    kind === 'textarea' && !/^\w/.test(css) ? `${kind}${css}` : `${css}${kind === 'textarea' ? '' : kind}`,
  );
  const all = box === undefined ? itself : [...itself, kind].map((css) => `${box} ${css}`);
  return all.filter((css) => !turns.found.some(({ element }) => element.querySelector(css)));
}

function boxSelector({ box, composer }: FoundChat): string | undefined {
  const features = featuresOf(box).map(({ css }) => css);
  return [...features, box.localName === 'form' ? 'form' : ':not(*)'].find(
    (css) => composer.found.closest(css) === box,
  );
}

function sendSelectors({ send, box }: FoundChat, boxCss: string | undefined): string[] {
  if (!send) return [];
  const button = send.found;
  const own = featuresOf(button).map(({ css }) => (/^[.[]/.test(css) ? `${button.localName}${css}` : css));
  const root = boxCss === undefined ? box.ownerDocument : box;
  return own.filter((css) => {
    const all = [...root.querySelectorAll(css)];
    return all.length === 1 && all[0] === button;
  });
}

/**
 * Guesses that do no harm: a button that matches is not clicked, and as long as it shows, an answer is
 * unfinished.
 */
const stops = [
  'button[data-testid*="stop"]',
  'button[id*="stop"]',
  'button[aria-label^="Stop"], button[aria-label^="stop"]',
];
