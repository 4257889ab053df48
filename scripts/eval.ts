import { parseArgs } from 'node:util';
import { evaluateRecall, recallSets } from './eval/recall/recall';

const usage = `npm run eval -- recall [--data DIR] [--embedder NAME] [--only SET] [--json] [--verdicts FILE]

  --data DIR       folders of sets (${recallSets.join(', ')}) that take the place of the usual ones
  --embedder NAME  builtin (default), or a folder of a model in the layout of transformers.js
  --only SET       one set alone; may be given more than once
  --json           one object of numbers on the last line
  --verdicts FILE  what each draft of recall-drafts brought, as JSON lines`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    data: { type: 'string' },
    embedder: { type: 'string', default: 'builtin' },
    only: { type: 'string', multiple: true, default: [] },
    json: { type: 'boolean', default: false },
    verdicts: { type: 'string' },
  },
});

if (positionals[0] !== 'recall' || positionals.length > 1) {
  console.error(usage);
  process.exit(1);
}
const { figures, table } = await evaluateRecall(values);
for (const line of table) console.log(line);
if (values.json) console.log(JSON.stringify(figures));
