import { ModelError } from '@/models/model-error';

export const defaultHost = 'https://huggingface.co/';

/** Where a file of a repository is had. `host` is the base address of a hub or mirror; empty means the default. */
export function hubUrl(host: string, repository: string, revision: string, path: string): string {
  const place = [...repository.split('/'), 'resolve', revision, ...path.split('/')];
  return new URL(place.map(encodeURIComponent).join('/'), baseOf(host)).href;
}

function baseOf(host: string): URL {
  const address = host.trim() || defaultHost;
  if (!URL.canParse(address) || !/^https?:/i.test(address)) {
    throw new ModelError('notFound', 'The address of the mirror is not one');
  }
  const base = new URL(address);
  base.search = '';
  base.hash = '';
  if (!base.pathname.endsWith('/')) base.pathname += '/';
  return base;
}
