import { fileURLToPath } from 'node:url';
import { defineConfig } from 'wxt';
import { sites } from './src/sites/index';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** The extension's own pages load nothing from anywhere but the package, and can talk to no server. */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "connect-src 'self'",
  "frame-src 'self'",
  "img-src 'self'",
  "style-src 'self' 'unsafe-inline'",
].join('; ');

const forFirefox = {
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
    host_permissions: sites.flatMap((site) => [...site.matches]),
    permissions: browser === 'firefox' ? ['unlimitedStorage'] : ['unlimitedStorage', 'offscreen'],
    content_security_policy: { extension_pages: contentSecurityPolicy },
    ...(browser === 'firefox' ? forFirefox : { minimum_chrome_version: '124' }),
  }),
  vite: ({ browser }) => ({
    resolve: { alias: { '#engine-page': at(`./src/host/engine-page.${browser}.ts`) } },
    build: { target: 'es2022' },
  }),
});
