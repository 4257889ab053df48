import { browser } from 'wxt/browser';

let creating: Promise<void> | undefined;

/** The engine page is Chrome's one offscreen document of the extension. Calls at the same time share one creation. */
export function ensureEnginePage(): Promise<void> {
  creating ??= create().finally(() => {
    creating = undefined;
  });
  return creating;
}

async function create(): Promise<void> {
  if (await exists()) return;
  try {
    await browser.offscreen.createDocument({
      url: 'engine.html',
      reasons: ['WORKERS'],
      justification: 'Learns from chats and answers recalls on this machine, in workers.',
    });
  } catch (error) {
    // An earlier life of this service worker may have been creating it at the same time.
    if (!(await exists())) throw error;
  }
}

async function exists(): Promise<boolean> {
  const contexts = await browser.runtime.getContexts({ contextTypes: ['OFFSCREEN_DOCUMENT'] });
  return contexts.length > 0;
}
