import { chatgpt } from '@/sites/known/chatgpt';
import { claude } from '@/sites/known/claude';
import { gemini } from '@/sites/known/gemini';
import { textarea } from '@/sites/known/textarea';
import { matchesPattern } from '@/sites/match-pattern';
import type { Site } from '@/sites/site';

/** Every site there is; the first that matches an address has it. */
export const sites: readonly Site[] = [chatgpt, claude, gemini, textarea];

/** The addresses that the extension may read as it is installed; all others are asked for one by one. */
export const installedMatches: readonly string[] = sites
  .filter(({ experimental }) => !experimental)
  .flatMap(({ matches }) => [...matches]);

export function findSite(url: URL): Site | undefined {
  return sites.find((site) => site.matches.some((pattern) => matchesPattern(pattern, url)));
}
