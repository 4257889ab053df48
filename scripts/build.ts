import { fileURLToPath } from 'node:url';
import { build } from 'wxt';

export type Target = 'chrome' | 'firefox';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Builds the production extension and answers its folder. */
export async function buildExtension(target: Target): Promise<string> {
  await build({ root, browser: target, manifestVersion: manifestVersion[target] });
  return extensionFolder(target);
}

export function extensionFolder(target: Target): string {
  return `${root}.output/${target}-mv${manifestVersion[target]}`;
}

const manifestVersion = { chrome: 3, firefox: 2 } as const;
