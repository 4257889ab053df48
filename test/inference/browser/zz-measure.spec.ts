import { potion, tiny } from './cards';
import { test } from './harness';
test('measure', async ({ labPage: { page, lab } }) => {
  test.setTimeout(300_000);
  const texts = Array.from({ length: 1024 }, (_, i) => `Sentence ${i}: my sister works at the hospital by the river and likes tea at ${i % 24} o'clock`);
  for (const card of [tiny, potion]) {
    await lab('shelve', card, card.id);
    for (const backend of ['wasm', 'wasm-threads', 'webgpu'] as const) {
      const rows = await page.evaluate(async ([card, backend, texts]) => {
        const out = [];
        for (let i = 0; i < 3; i++) {
          window.lab.open(card, { backends: [backend] });
          const a = performance.now();
          await window.lab.embed(['one']);
          const b = performance.now();
          const all = backend === 'webgpu' ? texts.slice(0, 128) : texts;
          await window.lab.embed(all);
          const c = performance.now();
          await window.lab.embed(['what about the river ' + i], { as: 'query' });
          const d = performance.now();
          out.push({ load: Math.round(b - a), perSecond: Math.round(all.length / (c - b) * 1000), query: +(d - c).toFixed(1), status: Math.round(window.lab.status().textsPerSecond ?? 0) });
        }
        return out;
      }, [card, backend, texts] as const);
      const memory = await page.evaluate(async () => { const m = await (performance as any).measureUserAgentSpecificMemory(); return { mb: Math.round(m.bytes / 1e6), worker: m.breakdown.filter((b: any) => b.attribution.some((a: any) => /Worker/.test(a.scope))).map((b: any) => Math.round(b.bytes / 1e6) + ':' + b.types.join('/')) }; }).catch((e) => String(e));
      console.log(card.id, backend, JSON.stringify(rows), JSON.stringify(memory));
    }
  }
});
