import type { PartFile } from '@/models/part-file';
import { shardsIn } from '@/models/shards';

/**
 * What can be told of a file whose digest nobody knows: JSON reads as JSON, and a manifest as one. A network that
 * answers in the hub's place is found out this way.
 */
export function soundness({
  path,
  listsShards,
}: {
  path: string;
  listsShards: boolean;
}): (part: PartFile) => boolean {
  const read = listsShards ? shardsIn : JSON.parse;
  return (part) => {
    if (!listsShards && !path.endsWith('.json')) return true;
    try {
      read(new TextDecoder().decode(part.read(0, part.size)));
      return true;
    } catch {
      return false;
    }
  };
}
