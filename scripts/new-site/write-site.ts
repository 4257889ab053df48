import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pagesOf } from './pages';

/**
 * Writes a site called `name` into the checkout at `root` and resolves to the paths of what was written.
 * Throws, and writes nothing, if the name is none for a file or is taken.
 */
export async function writeSite(root: string, name: string, now = new Date()): Promise<string[]> {
  if (!/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(name)) {
    throw new Error('Name the site in small letters, digits and dashes: npm run new:site -- my-chat');
  }
  const site = `src/sites/known/${name}.ts`;
  const list = 'src/sites/index.ts';
  if (existsSync(join(root, site))) throw new Error(`There is a site called ${name} already: ${site}`);
  const pages = pagesOf(name).map(({ file, text }) => ({ file: `test/sites/${name}/${file}`, text }));
  const files = [
    { file: site, text: siteText(name, now.toISOString().slice(0, 7)) },
    { file: list, text: listed(await readFile(join(root, list), 'utf8'), name) },
    ...pages,
  ];
  await mkdir(join(root, 'test/sites', name), { recursive: true });
  for (const { file, text } of files) await writeFile(join(root, file), text);
  return files.map(({ file }) => file);
}

/** With the import where its name belongs, and the site last in the list. */
function listed(index: string, name: string): string {
  const line = `import { ${constOf(name)} } from '@/sites/known/${name}';\n`;
  const imports = [...index.matchAll(/^import \{ \w+ \} from '@\/sites\/known\/([^']+)';\n/gm)];
  const next = imports.find(([, other = '']) => other > name);
  const last = imports.at(-1);
  const list = /(export const sites: readonly Site\[\] = \[\n[^\]]*)\];/;
  if (!last || !list.test(index)) throw new Error('src/sites/index.ts has no list of sites to add one to');
  const at = next?.index ?? last.index + last[0].length;
  const imported = index.slice(0, at) + line + index.slice(at);
  return imported.replace(list, (_, entries: string) => `${entries}  ${constOf(name)},\n];`);
}

/** `x-grok` is `xGrok` in code. */
function constOf(name: string): string {
  return name.replace(/-([a-z0-9])/g, (_, first: string) => first.toUpperCase());
}

function siteText(name: string, month: string): string {
  return `import { siteFrom } from '@/sites/dom';
import type { AttributeMap, TurnLayout } from '@/sites/map';

const id: AttributeMap = {
  css: '[data-message-id]',
  seen: '${month}',
  where: 'itself',
  attribute: 'data-message-id',
  value: /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i,
};

const messages: TurnLayout = {
  user: { turn: { css: '[data-message-role="user"]', seen: '${month}' }, ids: [id] },
  assistant: {
    turn: { css: '[data-message-role="assistant"]', seen: '${month}' },
    ids: [id],
    text: [{ css: '.markdown', seen: '${month}' }],
    streaming: { css: '[data-streaming="true"]', seen: '${month}' },
  },
};

export const ${constOf(name)} = siteFrom({
  id: '${name}',
  name: '${name}',
  matches: ['https://${name}.example.org/*'],
  experimental: true,
  chats: [/^\\/$/, /^\\/c\\/(?<id>[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\\/?$/i],
  temporary: {},
  layouts: [messages],
  composer: [{ css: 'textarea#prompt', seen: '${month}' }],
  composerBox: [{ css: 'form', seen: '${month}' }],
  send: [{ css: 'button[data-testid="send"]', seen: '${month}' }],
  stop: [{ css: 'button[data-testid="stop"]', seen: '${month}' }],
});
`;
}
