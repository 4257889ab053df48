import type { Plugin } from 'vite';

/**
 * Addresses under which a library would fetch code if we let it. Its own files ship in the package, so these are never
 * used; browsers' stores refuse a package that as much as names them.
 */
const remoteCode = [
  /https:\/\/cdn\.jsdelivr\.net\/npm\//g,
  /https:\/\/raw\.githubusercontent\.com\//g,
  /https:\/\/unpkg\.com\//g,
];

/** Takes the addresses of remote code out of what is bundled. */
export function noRemoteCode(): Plugin {
  return {
    name: 'no-remote-code',
    renderChunk(code) {
      if (!remoteCode.some((address) => code.search(address) >= 0)) return null;
      return {
        code: remoteCode.reduce((text, address) => text.replace(address, 'https://code.invalid/'), code),
      };
    },
  };
}
