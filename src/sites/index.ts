import { chatgpt } from './chatgpt';
import { claude } from './claude';
import { gemini } from './gemini';
import { matchesPattern } from './match-pattern';
import type { Site } from './site';
import { textarea } from './textarea';

/** Every site there is; the first that matches an address has it. */
export const sites: readonly Site[] = [chatgpt, claude, gemini, textarea];

export function findSite(url: URL): Site | undefined {
  return sites.find((site) => site.matches.some((pattern) => matchesPattern(pattern, url)));
}
