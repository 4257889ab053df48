import { chatgpt } from '@/sites/chatgpt';
import { claude } from '@/sites/claude';
import { gemini } from '@/sites/gemini';
import { matchesPattern } from '@/sites/match-pattern';
import type { Site } from '@/sites/site';
import { textarea } from '@/sites/textarea';

/** Every site there is; the first that matches an address has it. */
export const sites: readonly Site[] = [chatgpt, claude, gemini, textarea];

export function findSite(url: URL): Site | undefined {
  return sites.find((site) => site.matches.some((pattern) => matchesPattern(pattern, url)));
}
