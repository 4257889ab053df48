import { browser } from 'wxt/browser';
import { builtinModel, type Settings } from '@/memory/settings';
import { findCard } from '@/models/catalogue';
import type { ShelvedModel } from '@/models/types';
import { useConnections } from '@/ui/connections';
import { Icon } from '@/ui/icons';
import { numberText, percentText } from '@/ui/models/amount';
import { nameOf } from '@/ui/models/model-name';
import { amountOf } from '@/ui/models/stand';
import { text } from '@/ui/text';
import { useLive } from '@/ui/use-live';

/** The way to the models, and what they are busy with at the moment. */
export function WorkLine({ settings }: { settings: Settings | undefined }) {
  const { live } = useConnections();
  const rows = useLive(() => live.models(), []);
  const wanted = settings?.embedding.wanted ?? builtinModel;
  const embedded = useLive(() => live.embedded(wanted), [wanted]);
  const isRereading = settings && settings.embedding.serving !== wanted;

  const words = downloadText(rows ?? []) ?? (isRereading && embedded ? rereadText(embedded) : undefined);
  return (
    <button type="button" class="work-line" onClick={openModels}>
      <span class="work-words">{words}</span>
      <span class="work-place">
        {text('openModels')}
        <Icon name="open" />
      </span>
    </button>
  );
}

async function openModels(): Promise<void> {
  await browser.tabs.create({ url: new URL('/manager.html#models', location.href).href });
  window.close();
}

function downloadText(rows: readonly ShelvedModel[]): string | undefined {
  const coming = rows.filter(({ state }) => state === 'downloading');
  const [first] = coming;
  if (!first) {
    const checked = rows.find(({ state }) => state === 'checking');
    return checked && text('workChecking', nameOf(checked.id, new Map([[checked.id, checked]])));
  }
  const amounts = coming.map((row) => amountOf(row, findCard(row.id)?.aboutBytes));
  const have = amounts.reduce((sum, amount) => sum + amount.have, 0);
  const bytes = amounts.reduce((sum, amount) => sum + amount.bytes, 0);
  const share = percentText(bytes > 0 ? Math.min(1, have / bytes) : 0);
  if (coming.length > 1) return text('workDownloadMany', numberText(coming.length), share);
  return text('workDownloadOne', nameOf(first.id, new Map([[first.id, first]])), share);
}

function rereadText({ done, total }: { done: number; total: number }): string {
  return text('workRereading', numberText(done), numberText(total));
}
