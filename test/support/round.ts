import assert from 'node:assert/strict';
import { closingIn, openingIn } from '@/memory/injection/wording';
import type { PracticeSiteId } from '../practice/practice-sites';
import { awaitAnswer, awaitPrompt, chatPages, openChat, typeDraft } from './chat';
import { awaitMemories, awaitTurns } from './disk';
import type { User } from './story';
import { type Tab, until } from './tab';

const said = "I'm allergic to shellfish and I moved to Lisbon last month. Can you help me plan my week?";
const draft = 'Suggest a restaurant for Friday dinner';

/** The sites that the main story does not go through. */
export const roundSites: readonly PracticeSiteId[] = ['grok', 'deepseek', 'huggingface'];

/** The main story in short: an allergy told on the first site, a dinner asked about on every one of them. */
export async function playRound(user: User, sites: readonly PracticeSiteId[] = roundSites): Promise<void> {
  const [first] = sites;
  assert.ok(first);
  const popup = await user.openPopup();
  const told = await user.openTab();
  await openChat(told, first);
  await typeDraft(told, first, said);
  await told.press('Enter');
  assert.equal(await awaitPrompt(told), said, 'a prompt without memories leaves as it was typed');
  await awaitAnswer(told, first);
  const [question, answer] = await awaitTurns(popup, first, 2);
  assert.deepEqual([question?.role, question?.body.text], ['user', said]);
  assert.equal(answer?.role, 'assistant');
  assert.equal((await awaitMemories(popup, 2)).length, 2, 'exactly the two things said were learned');
  await told.close();
  for (const site of sites) {
    const before = site === first ? 2 : 0;
    await askAbout(await user.openTab(), popup, site, before);
  }
}

async function askAbout(tab: Tab, popup: Tab, site: PracticeSiteId, before: number): Promise<void> {
  await openChat(tab, site);
  await typeDraft(tab, site, draft);
  const isOffered = () => document.querySelector('throughline-offer') !== null;
  await until(tab, `the offer appears on ${site}`, isOffered, undefined);
  await tab.click(chatPages[site].composer);
  await tab.press('Enter');
  const prompt = await awaitPrompt(tab);
  assert.ok(prompt.startsWith(`${draft}\n`), `on ${site} the own words come first: ${prompt}`);
  assert.ok(prompt.includes(openingIn('en')) && prompt.endsWith(closingIn('en')), 'the block is labelled');
  assert.match(prompt, /allergic to shellfish[\s\S]*Lisbon/);
  await awaitAnswer(tab, site);
  const turns = (await awaitTurns(popup, site, before + 2)).slice(before);
  assert.deepEqual(
    turns.map(({ role }) => role),
    ['user', 'assistant'],
  );
  assert.equal(turns[0]?.body.text, draft, `${site} is captured without the block`);
  assert.match(
    turns[1]?.body.text ?? '',
    /^In Lisbon, without shellfish: a few directions that work well\.\n/,
  );
  await tab.close();
}
