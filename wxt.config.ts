import { fileURLToPath } from 'node:url';
import { defineConfig } from 'wxt';
import { noRemoteCode } from './scripts/vite/no-remote-code';
import { installedOrigins } from './src/sites/index';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/**
 * The extension's own pages load nothing from anywhere but the package. The wide `connect-src` is for two workers
 * alone, the one that downloads models and the one that talks to a language model's server: every page narrows it to
 * 'self' in its own head, and a test looks that none forgets. Plain http only reaches this machine.
 */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "connect-src 'self' https: http://localhost:* http://127.0.0.1:*",
  "frame-src 'self'",
  "img-src 'self'",
  "style-src 'self' 'unsafe-inline'",
].join('; ');

/**
 * `scripting` and `storage` serve the sites that the user adds, `activeTab` the popup on a page that is none yet. None
 * of them makes the browser warn of anything.
 */
const permissions = ['unlimitedStorage', 'scripting', 'storage', 'activeTab'];

/** Isolated pages may share memory between threads, which doubles the speed of a model without a graphics card. */
const forChrome = {
  minimum_chrome_version: '124',
  optional_host_permissions: ['http://*/*', 'https://*/*'],
  cross_origin_embedder_policy: { value: 'require-corp' },
  cross_origin_opener_policy: { value: 'same-origin' },
};

const forFirefox = {
  optional_permissions: ['http://*/*', 'https://*/*'],
  browser_specific_settings: {
    gecko: {
      id: 'throughline@throughline.invalid',
      strict_min_version: '140.0',
      data_collection_permissions: { required: ['none' as const] },
    },
  },
};

export default defineConfig({
  // Imports are explicit: what a file uses stands at its top.
  imports: false,
  srcDir: 'src',
  entrypointsDir: '../entrypoints',
  manifest: ({ browser }) => ({
    name: '__MSG_extName__',
    description: '__MSG_extDescription__',
    default_locale: 'en',
    incognito: 'not_allowed',
    options_ui: { page: 'manager.html', open_in_tab: true },
    host_permissions: [...installedOrigins],
    permissions: browser === 'firefox' ? permissions : [...permissions, 'offscreen'],
    content_security_policy: { extension_pages: contentSecurityPolicy },
    ...(browser === 'firefox' ? forFirefox : forChrome),
  }),
  vite: ({ browser }) => ({
    resolve: { alias: { '#engine-page': at(`./src/host/engine-page.${browser}.ts`) } },
    build: { target: 'es2022' },
    plugins: [noRemoteCode()],
    worker: { format: 'es', plugins: () => [noRemoteCode()] },
  }),
});
