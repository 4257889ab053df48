import { parseArgs } from 'node:util';
import { evaluateLearning, learningSets } from './eval/learning/learning';
import { evaluateRecall, recallSets } from './eval/recall/recall';

const usage = `npm run eval -- recall|learning [--data DIR] [--only SET] [--json] [--verdicts FILE]

  --data DIR       folders of sets that take the place of the usual ones
                   (recall: ${recallSets.join(', ')};
                   learning: ${learningSets.join(', ')})
  --embedder NAME  recall: builtin (default), or a folder of a model in the layout of transformers.js
  --half NAME      learning: only the files of a set that begin so, such as development or held-back
  --only SET       one set alone; may be given more than once
  --json           one object of numbers on the last line
  --verdicts FILE  what each draft brought, or what was missed and learned for nothing, as JSON lines`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    data: { type: 'string' },
    embedder: { type: 'string', default: 'builtin' },
    half: { type: 'string' },
    only: { type: 'string', multiple: true, default: [] },
    json: { type: 'boolean', default: false },
    verdicts: { type: 'string' },
  },
});

const evaluations = { recall: evaluateRecall, learning: evaluateLearning };
const [name] = positionals;
if (positionals.length !== 1 || (name !== 'recall' && name !== 'learning')) {
  console.error(usage);
  process.exit(1);
}
const { figures, table } = await evaluations[name](values);
for (const line of table) console.log(line);
if (values.json) console.log(JSON.stringify(figures));
