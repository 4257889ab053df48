import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { basename, join } from 'node:path';
import { expect, test } from '@playwright/test';
import { sites } from '@/sites/index';
import { extensionFolder, type Target } from '../../scripts/build';
import { chromiumUser } from '../support/chromium-user';

const targets: readonly Target[] = ['chrome', 'firefox'];

for (const target of targets) {
  test.describe(`the ${target} package`, () => {
    const files = () => filesUnder(extensionFolder(target));

    test('names no address of remote code', () => {
      const naming = files()
        .filter((file) => /\.(?:js|mjs|html|json)$/.test(file))
        .filter((file) =>
          /jsdelivr|unpkg\.com|raw\.githubusercontent|esm\.sh/.test(readFileSync(file, 'utf8')),
        );
      expect(naming, 'Add the address to scripts/vite/no-remote-code.ts').toEqual([]);
    });

    test('lets no page reach a server', () => {
      const pages = files().filter((file) => file.endsWith('.html'));
      expect(pages.length).toBeGreaterThan(2);
      const open = pages.filter(
        (file) =>
          !/http-equiv="Content-Security-Policy"\s+content="connect-src 'self'"/.test(
            readFileSync(file, 'utf8'),
          ),
      );
      expect(
        open,
        'Narrow connect-src in the head of the page, as entrypoints/popup/index.html does',
      ).toEqual([]);
    });

    test('may read exactly the origins of the sites that are on by default', () => {
      const manifest = JSON.parse(readFileSync(join(extensionFolder(target), 'manifest.json'), 'utf8'));
      const given: string[] = [...manifest.permissions, ...(manifest.host_permissions ?? [])];
      const origins = given.filter((permission) => permission.includes('://'));
      const matches = sites.filter((site) => !site.experimental).flatMap((site) => site.matches);
      const expected = new Set(matches.map((pattern) => `${new URL(pattern).origin}/*`));
      expect(origins.sort()).toEqual([...expected].sort());
      const optional = manifest.optional_host_permissions ?? manifest.optional_permissions;
      expect(optional, 'all others are asked for one by one').toEqual(['http://*/*', 'https://*/*']);
    });

    test('carries each runtime once', () => {
      const runtimes = files().filter((file) => /\.wasm$|ort-wasm.*\.mjs$/.test(file));
      const names = runtimes.map((file) => basename(file).replace(/-[\w-]{8}(?=\.\w+$)/, ''));
      expect(new Set(names).size, runtimes.join('\n')).toBe(names.length);
    });
  });
}

test('a page of the extension is refused a connection that its workers are allowed', async () => {
  const server = createServer((_, response) => {
    response.setHeader('access-control-allow-origin', '*');
    response.end('reached');
  }).listen(0, '127.0.0.1');
  const user = await chromiumUser();
  try {
    const popup = await user.browser.openPopup();
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    const reached = await popup.evaluate((at) => fetch(at).then((response) => response.text(), String), url);
    expect(reached).toContain('TypeError');
    expect(await popup.evaluate(() => self.crossOriginIsolated)).toBe(true);
  } finally {
    await user.leave();
    server.close();
  }
});

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}
