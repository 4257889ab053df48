import { DiskUse } from '@/ui/manager/disk-use';
import { Finding } from '@/ui/manager/finding';
import { MachineLine } from '@/ui/manager/machine-line';
import { Reading } from '@/ui/manager/reading';
import { TryIt } from '@/ui/manager/try-it';
import { Announcements } from '@/ui/models/announcements';
import { useModels } from '@/ui/models/use-models';

/** Which models find memories and read conversations, and everything that can be done about them. */
export function ModelsView() {
  const models = useModels();
  if (!models) return null;
  return (
    <>
      <Announcements shelved={models.shelved} settings={models.settings} />
      <MachineLine capability={models.capability} because={models.recommendation?.because.language} />
      <DiskUse shelved={models.shelved} capability={models.capability} />
      <Finding models={models} />
      <Reading models={models} />
      <TryIt settings={models.settings} />
    </>
  );
}
