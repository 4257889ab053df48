import { existsSync, readdirSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findCard } from '../src/models/catalogue';
import type { Lab } from '../test/inference/extractors/browser/webllm.page';
import { workerPage } from '../test/support/worker-page';

/*
 * Runs a real model with WebLLM, on a machine that has a graphics card, its weights and its library:
 *   npm run check:webllm -- --model <folder named like the card> [--chromium "<arguments>"]
 * The folder is served to the page by this machine, and stands in for the shelf's download.
 */

const schema = {
  type: 'object',
  properties: {
    found: {
      type: 'array',
      items: {
        type: 'object',
        properties: { text: { type: 'string' }, quote: { type: 'string' } },
        required: ['text', 'quote'],
      },
    },
  },
  required: ['found'],
};

const request = {
  system: 'You find what somebody says about themselves. Answer with JSON: found, each with text and quote.',
  prompt: 'I live in Ghent with my sister, I am allergic to penicillin, and I start a new job in March.',
  schema,
  maxTokens: 300,
};

const folder = resolve(argument('--model') ?? '.');
const libraries = fileURLToPath(new URL('../public/webllm', import.meta.url));

try {
  await run();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

async function run(): Promise<void> {
  const card = findCard(basename(folder));
  if (card?.task !== 'language' || !card.webllm) {
    throw new Error(
      `--model has to be a folder that is called like a card of WebLLM, not ${basename(folder)}`,
    );
  }
  const library = resolve(libraries, card.webllm.library);
  if (!existsSync(library)) throw new Error(`${library} is missing: npm run webllm:libs`);
  const served = await workerPage({
    entry: 'test/inference/extractors/browser/webllm.page.ts',
    folders: { '/model/': folder, '/webllm/': libraries },
    args: ['--enable-unsafe-webgpu', ...(argument('--chromium')?.split(' ') ?? [])],
  });
  try {
    const page = await served.open();
    const told = await page.evaluate(
      async ([one, asked, paths]) => {
        const { lab } = window as unknown as { lab: Lab };
        await lab.shelve(one.id, '/model/', paths);
        return lab.write(one, [asked, asked]);
      },
      [card, request, readdirSync(folder)] as const,
    );
    console.log(`${card.name}, ${card.id}`);
    for (const [index, answer] of told.answers.entries()) {
      const seconds = (told.ms[index] ?? 0) / 1_000;
      const tokens = told.tokens[index] ?? 0;
      const what = index === 0 ? 'with loading' : 'loaded';
      console.log(
        `\n${what}: ${tokens} tokens in ${seconds.toFixed(1)} s, ${(tokens / seconds).toFixed(1)} a second`,
      );
      console.log(answer);
    }
    if (told.answers.some((answer) => answer.startsWith('ModelError'))) process.exitCode = 1;
  } finally {
    await served.close();
  }
}

function argument(name: string): string | undefined {
  const at = process.argv.indexOf(name);
  return at < 0 ? undefined : process.argv[at + 1];
}
