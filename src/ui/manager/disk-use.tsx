import type { Capability } from '@/models/capability-type';
import type { ModelId, ShelvedModel } from '@/models/types';
import { bytesText } from '@/ui/models/amount';
import { amountOf } from '@/ui/models/stand';
import { text } from '@/ui/text';

interface DiskUseProps {
  shelved: ReadonlyMap<ModelId, ShelvedModel>;
  capability: Capability | undefined;
}

export function DiskUse({ shelved, capability }: DiskUseProps) {
  const here = [...shelved.values()].reduce((sum, model) => sum + amountOf(model).have, 0);
  const storage = capability?.storage;
  const free = storage && bytesText(Math.max(0, storage.quotaBytes - storage.usedBytes));
  return (
    <p class="meta disk-use">
      {here > 0 ? text('diskUsed', bytesText(here)) : text('diskUnused')}
      {free && ` · ${text('diskFree', free)}`}
    </p>
  );
}
