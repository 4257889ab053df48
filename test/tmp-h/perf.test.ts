import { test } from 'vitest';
import { ownProse } from '@/memory/extraction/model/own-prose';
import { readingOf } from '../memory/extraction/model/reading-of';
test('perf', () => {
  const texts: Record<string,string> = {
    prose40k: 'I keep bees on the roof of my house, and my wife says that she likes them. '.repeat(530),
    lines40k: 'I keep bees on the roof of my house, and my wife says that she likes them.\n'.repeat(530),
    lines1M: 'I keep bees on the roof of my house, and my wife says that she likes them.\n'.repeat(13300),
    commas: 'I, '.repeat(13000), spaces: 'I am' + ' '.repeat(40000) + 'x', quotes: '"a" '.repeat(10000), words: 'and because I '.repeat(3000), nosent: 'word '.repeat(8000),
    dots: '. '.repeat(20000), q: '?!'.repeat(20000), letters: 'a'.repeat(40000), caps: 'A: b\n'.repeat(8000), emoji: '😀'.repeat(10000), as: 'as someone as someone '.repeat(2000),
  };
  for (const [name, text] of Object.entries(texts)) for (const origin of ['typed','unknown'] as const) { const t = performance.now(); const p = ownProse({ text, origin }); console.log(name, origin, text.length, Math.round(performance.now()-t)+'ms', p.text.length); }
}, 600000);
