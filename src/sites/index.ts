import type { OwnSite } from '@/memory/settings';
import { aistudio } from '@/sites/known/aistudio';
import { chatgpt } from '@/sites/known/chatgpt';
import { claude } from '@/sites/known/claude';
import { copilot } from '@/sites/known/copilot';
import { deepseek } from '@/sites/known/deepseek';
import { duckai } from '@/sites/known/duckai';
import { gemini } from '@/sites/known/gemini';
import { grok } from '@/sites/known/grok';
import { huggingface } from '@/sites/known/huggingface';
import { kimi } from '@/sites/known/kimi';
import { librechat } from '@/sites/known/librechat';
import { m365 } from '@/sites/known/m365';
import { meta } from '@/sites/known/meta';
import { mistral } from '@/sites/known/mistral';
import { notebooklm } from '@/sites/known/notebooklm';
import { openwebui } from '@/sites/known/openwebui';
import { perplexity } from '@/sites/known/perplexity';
import { poe } from '@/sites/known/poe';
import { qwen } from '@/sites/known/qwen';
import { textarea } from '@/sites/known/textarea';
import { xGrok } from '@/sites/known/x-grok';
import { matchesPattern } from '@/sites/match-pattern';
import type { Site } from '@/sites/site';

/** Every site there is; the first that matches an address has it. */
export const sites: readonly Site[] = [
  chatgpt,
  claude,
  gemini,
  perplexity,
  grok,
  xGrok,
  deepseek,
  copilot,
  m365,
  kimi,
  qwen,
  notebooklm,
  duckai,
  mistral,
  aistudio,
  huggingface,
  poe,
  meta,
  openwebui,
  librechat,
  textarea,
];

/** The addresses that the extension may read as it is installed; all others are asked for one by one. */
export const installedMatches: readonly string[] = sites
  .filter(({ experimental }) => !experimental)
  .flatMap(({ matches }) => [...matches]);

/** Their origins. Permissions are given for whole origins, whatever the path. */
export const installedOrigins: readonly string[] = [
  ...new Set(installedMatches.map((pattern) => `${new URL(pattern).origin}/*`)),
];

/** An origin of the user's own is read by the site that they named, whoever else might. */
export function findSite(url: URL, own: readonly OwnSite[] = []): Site | undefined {
  const named = own.find(({ origin }) => origin === url.origin)?.site;
  return (
    sites.find(({ id, matches }) => id === named && matches.length === 0) ??
    sites.find(({ matches }) => matches.some((pattern) => matchesPattern(pattern, url)))
  );
}
