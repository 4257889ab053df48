import assert from 'node:assert/strict';
import { closingIn, openingIn } from '@/memory/injection/wording';
import type { MemoryKind } from '@/memory/types';
import { ask } from './ask';
import { awaitAnswer, awaitPrompt, chatPages, openChat, typeDraft } from './chat';
import { awaitMemories, awaitTurns, readTable } from './disk';
import otherMemories from './other-memories.json' with { type: 'json' };
import { type Tab, until } from './tab';

/** Somebody with a browser that has the extension. */
export interface User {
  openTab(): Promise<Tab>;
  openPopup(): Promise<Tab>;
  /** Closes the browser and starts it again with the same profile. */
  restart(): Promise<void>;
  /** The lines of the offer in the tab, opened by a click; undefined where the driver cannot look inside. */
  openOffer?(tab: Tab): Promise<string[]>;
}

/** Hears of each thing that happened, as it happens. */
export interface Listener {
  happened(what: string, details: readonly string[], tookMs: number): void;
  shows(name: string, tab: Tab): Promise<void>;
}

const others = otherMemories as { kind: MemoryKind; text: string }[];
const said = "I'm allergic to shellfish and I moved to Lisbon last month. Can you help me plan my week?";
const draft = 'Suggest a restaurant for Friday dinner';

/** The main job from end to end; throws at the first thing that is not as it should be. */
export async function playStory(user: User, listener: Listener): Promise<void> {
  const chatgpt = await user.openTab();
  await openChat(chatgpt, 'chatgpt');
  await typeDraft(chatgpt, 'chatgpt', said);
  await chatgpt.press('Enter');
  assert.equal(await awaitPrompt(chatgpt), said, 'a prompt without memories leaves as it was typed');
  const asked = stopwatch();
  await awaitAnswer(chatgpt, 'chatgpt');
  listener.happened('Asked on ChatGPT, answered', [said], asked());
  await listener.shows('1-chatgpt', chatgpt);

  const popup = await user.openPopup();
  const settled = stopwatch();
  const turns = await awaitTurns(popup, 'chatgpt', 2);
  listener.happened(
    'Captured',
    turns.map(({ role, body }) => `${role}: ${firstLine(body.text)}`),
    settled(),
  );

  const memories = await awaitMemories(popup, 2);
  assert.equal(memories.length, 2, 'exactly the two things said about the user were learned');
  listener.happened(
    'Learned',
    memories.map(({ kind, body }) => `${kind}: ${body.text}`),
    settled(),
  );

  await until(popup, 'the popup lists both', showsBoth, undefined);
  await listener.shows('2-popup', popup);
  await chatgpt.close();

  const filling = stopwatch();
  await ask(popup, 'store', { items: others });
  const all = others.length + 2;
  listener.happened(
    `Remembers ${others.length} other things, ${all} in all`,
    others.slice(0, 3).map(({ text }) => text),
    filling(),
  );

  const claude = await user.openTab();
  await openChat(claude, 'claude');
  await typeDraft(claude, 'claude', draft);
  const typed = stopwatch();
  await until(
    claude,
    'the offer appears',
    () => document.querySelector('throughline-offer') !== null,
    undefined,
  );
  const lines = await user.openOffer?.(claude);
  if (lines) {
    assert.match(
      lines.join('\n'),
      /2 memories[\s\S]*shellfish[\s\S]*Lisbon/,
      'the offer shows what would be added',
    );
  }
  listener.happened('Recalled on Claude while typing', lines ?? ['an offer of 2 memories'], typed());
  await listener.shows('3-claude-offer', claude);

  await claude.click('[data-testid="chat-input"]');
  const pressed = stopwatch();
  await claude.press('Enter');
  const prompt = await awaitPrompt(claude);
  listener.happened('Injected on Enter', prompt.split('\n'), pressed());
  assert.ok(prompt.startsWith(`${draft}\n`), 'the own words come first, as typed');
  assert.ok(prompt.includes(openingIn('en')) && prompt.includes(closingIn('en')), 'the block is labelled');
  assert.match(prompt, /allergic to shellfish[\s\S]*Lisbon/, 'the block carries the allergy and the city');
  const needless = others.filter(({ text }) => prompt.includes(text));
  assert.deepEqual(needless, [], 'and nothing else of all that is remembered');
  await awaitAnswer(claude, 'claude');
  const answered = stopwatch();
  const captured = await awaitTurns(popup, 'claude', 2);
  const [own] = captured.filter(({ role }) => role === 'user');
  assert.equal(own?.body.text, draft, 'the new conversation is captured without the block');
  assert.equal((await readTable(popup, 'memories')).length, all, 'memory does not feed on itself');
  listener.happened('Captured without the block', [`user: ${own?.body.text}`], answered());
  await listener.shows('4-claude-answer', claude);

  const restarting = stopwatch();
  await user.restart();
  const popupAgain = await user.openPopup();
  await until(popupAgain, 'the popup lists memories', () => document.querySelector('li') !== null, undefined);
  const kept = (await readTable(popupAgain, 'memories')).map(({ body }) => body.text).join('\n');
  assert.ok(kept.includes('allergic to shellfish') && kept.includes('Lisbon'), 'both are still there');
  listener.happened('Still known after the browser was restarted', [], restarting());
  await listener.shows('5-popup-after-restart', popupAgain);

  const gemini = await user.openTab();
  await openChat(gemini, 'gemini');
  await typeDraft(gemini, 'gemini', 'What should I cook for dinner tonight?');
  await until(
    gemini,
    'the offer appears',
    () => document.querySelector('throughline-offer') !== null,
    undefined,
  );
  // Looking into the offer, as a reader would, lets the recall for the last letter arrive.
  if (user.openOffer) {
    const offered = await user.openOffer(gemini);
    assert.match(offered.join('\n'), /shellfish/, 'the allergy is offered for cooking too');
    await gemini.click(chatPages.gemini.composer);
  }
  const sent = stopwatch();
  await gemini.press('Enter');
  const third = await awaitPrompt(gemini);
  assert.match(third, /^What should I cook for dinner tonight\?\n[\s\S]*allergic to shellfish/);
  listener.happened('Injected on Gemini too', third.split('\n'), sent());
  await awaitAnswer(gemini, 'gemini');
  await listener.shows('6-gemini', gemini);
}

function showsBoth(): boolean {
  const text = document.body.textContent ?? '';
  return text.includes('allergic to shellfish') && text.includes('Lisbon');
}

function firstLine(text: string): string {
  const line = text.split('\n')[0] ?? '';
  return line.length > 90 ? `${line.slice(0, 89)}…` : line;
}

function stopwatch(): () => number {
  const from = performance.now();
  return () => Math.round(performance.now() - from);
}
