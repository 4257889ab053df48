import { readFileSync } from 'node:fs';
import { potion } from './cards';
import { test } from './harness';
test('measure', async ({ labPage: { page, lab }, served }) => {
  test.setTimeout(500_000);
  const texts = Array.from({ length: 512 }, (_, i) => `Sentence ${i}: my sister works at the hospital by the river and likes tea at ${i % 24} o'clock`);
  const card = potion;
  await lab('shelve', card, card.id);
  const cdp = await served.context.browser()!.newBrowserCDPSession();
  const rss = async () => { const { processInfo } = await cdp.send('SystemInfo.getProcessInfo'); return processInfo.filter((p: any) => p.type !== 'browser').map((p: any) => { try { const s = readFileSync(`/proc/${p.id}/smaps_rollup`, 'utf8'); return `${p.type}:${Math.round(Number(/^Pss:\s+(\d+)/m.exec(s)![1]) / 1000)}`; } catch { return ''; } }).join(' '); };
  console.log('before', await rss());
  const gc = async () => { const c = await page.context().newCDPSession(page); await c.send('HeapProfiler.collectGarbage'); await c.detach(); };
  for (const backend of ['wasm', 'wasm-threads', 'webgpu'] as const) {
    for (let i = 0; i < 4; i++) {
      await lab('open', card, { backends: [backend] });
      await lab('embed', ['one']);
      const open = await rss();
      await lab('end');
      await new Promise((r) => setTimeout(r, 500));
      const ended = await rss();
      await gc(); await new Promise((r) => setTimeout(r, 1500));
      console.log(backend, i, '| open', open.match(/renderer:\d+/g)!.join(' '), '| ended', ended.match(/renderer:\d+/g)!.join(' '), '| gc', (await rss()).match(/renderer:\d+|GPU:\d+/g)!.join(' '));
    }
  }
});
