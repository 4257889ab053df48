import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Domain, domains, type Matter, matters } from '@/memory/domains';

export interface LabelledDraft {
  matters: Matter[];
  text: string;
  statements: { domains: Domain[]; text: string; isWanted: boolean }[];
}

/**
 * The drafts of all `needs-*.tsv` of a folder.
 * @throws Error that names file and line where a matter or a domain is not known.
 */
export function readLabelled(folder: string): LabelledDraft[] {
  return readdirSync(folder)
    .filter((file) => /^needs-\d+\.tsv$/.test(file))
    .sort()
    .flatMap((file) =>
      readFileSync(join(folder, file), 'utf8')
        .split('\n')
        .flatMap((line, index) => (line.trim() === '' ? [] : [parseLine(line, `${file}:${index + 1}`)])),
    );
}

function parseLine(line: string, where: string): LabelledDraft {
  const [named = '', text = '', ...entries] = line.split('\t');
  return {
    matters: named.split(',').map((name) => known(name, matters, where)),
    text,
    statements: entries.map((entry) => {
      const [labels = '', statement = ''] = entry.split('|');
      const isWanted = !labels.startsWith('-');
      const names = labels.replace(/^-/, '').split(',');
      return {
        domains: names.flatMap((name) => {
          const domain = domains.find((one) => one === name.replace(/^-/, ''));
          return domain ?? [];
        }),
        text: statement,
        isWanted,
      };
    }),
  };
}

function known<Name extends string>(name: string, names: readonly Name[], where: string): Name {
  const found = names.find((one) => one === name);
  if (!found) throw new Error(`${where}: “${name}” is none of ${names.join(', ')}`);
  return found;
}
