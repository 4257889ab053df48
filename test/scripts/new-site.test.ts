import { execFile } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, onTestFinished, test } from 'vitest';
import { writeSite } from '../../scripts/new-site/write-site';

const root = fileURLToPath(new URL('../..', import.meta.url));
const run = promisify(execFile);

/** A checkout of what a new site touches and is tested with. */
async function checkout(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'throughline-new-site-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const needed = [
    'package.json',
    'tsconfig.json',
    'vitest.config.ts',
    'src',
    'scripts/new-site',
    'scripts/new-site.ts',
    'test/sites',
    'test/support/chat-page.ts',
    'test/conventions.test.ts',
  ];
  for (const path of needed) await cp(join(root, path), join(folder, path), { recursive: true });
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'));
  return folder;
}

test('a new site is in the list, has its pages, and passes the tests of sites as it stands', async () => {
  const folder = await checkout();
  const tool = (name: string) => join(folder, 'node_modules/.bin', name);
  const { stdout } = await run(tool('tsx'), ['scripts/new-site.ts', 'made-up-chat'], { cwd: folder });
  expect(stdout).toContain('Wrote src/sites/known/made-up-chat.ts');

  const index = await readFile(join(folder, 'src/sites/index.ts'), 'utf8');
  expect(index).toContain("import { madeUpChat } from '@/sites/known/made-up-chat';\n");
  expect(index).toContain('  madeUpChat,\n];');
  const tests = ['test/sites/sites.test.ts', 'test/conventions.test.ts'];
  const vitest = await run(tool('vitest'), ['run', ...tests, '-t', 'made-up-chat', '--reporter=verbose'], {
    cwd: folder,
    env: { ...process.env, NO_COLOR: '1', CI: '', VITEST: undefined },
  });
  for (const page of ['thread', 'new-chat', 'streaming', 'missing-elements']) {
    expect(vitest.stdout).toMatch(new RegExp(`✓.*made-up-chat/${page} is read as expected`));
  }
  expect(vitest.stdout).not.toMatch(/×|failed/);
}, 120_000);

test('a name that is taken, or none for a file, writes nothing', async () => {
  const folder = await checkout();
  const before = await readFile(join(folder, 'src/sites/index.ts'), 'utf8');
  await expect(writeSite(folder, 'chatgpt')).rejects.toThrow('There is a site called chatgpt already');
  for (const name of ['', 'My Chat', '../evil', 'a--b', '-a']) {
    await expect(writeSite(folder, name)).rejects.toThrow('small letters, digits and dashes');
  }
  expect(await readFile(join(folder, 'src/sites/index.ts'), 'utf8')).toBe(before);
});
