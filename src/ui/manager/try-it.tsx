import type { Settings } from '@/memory/settings';
import { TryFinding } from '@/ui/manager/try-finding';
import { TryReading } from '@/ui/manager/try-reading';
import { text } from '@/ui/text';

/** What the models in use make of words that are kept nowhere. */
export function TryIt({ settings }: { settings: Settings }) {
  return (
    <section class="part" aria-labelledby="try">
      <h2 id="try">{text('tryIt')}</h2>
      <p>{text('tryItMeans')}</p>
      <TryFinding serving={settings.embedding.serving} />
      <TryReading isRead={settings.extractor.by !== 'nobody'} />
    </section>
  );
}
