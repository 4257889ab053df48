const id = 'engine';

/** The engine page is a frame in Firefox's background page, which has a document and is never put to sleep. */
export async function ensureEnginePage(): Promise<void> {
  if (document.getElementById(id)) return;
  const frame = document.createElement('iframe');
  frame.id = id;
  frame.src = 'engine.html';
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
  document.documentElement.append(frame);
  await loaded;
}
