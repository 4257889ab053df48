import type { ModelCard } from '@/models/types';
import { bytesText } from '@/ui/models/amount';
import type { Stand } from '@/ui/models/stand';
import { text } from '@/ui/text';

export type MainAct = 'download' | 'pause' | 'resume' | 'use' | 'stop';

/** The one thing to do about a model as it stands, and what its button says; undefined where there is none. */
export function mainActOf(stand: Stand, card: ModelCard): { act: MainAct; label: string } | undefined {
  switch (stand.is) {
    case 'absent':
      if (stand.unfit === 'unknown' || stand.unfit?.surely) return undefined;
      return { act: 'download', label: downloadLabel(card, stand.unfit !== undefined) };
    case 'downloading':
      return { act: 'pause', label: text('modelPause') };
    case 'paused':
      return { act: 'resume', label: text('modelResume') };
    case 'failed':
      return { act: 'resume', label: text('modelTryAgain') };
    case 'ready':
      return stand.unfit?.surely ? undefined : { act: 'use', label: text('modelUse') };
    case 'wanted':
      return { act: 'stop', label: text('modelStop') };
    case 'checking':
    case 'serving':
      return undefined;
  }
}

export function mayDelete({ is }: Stand): boolean {
  return is !== 'absent' && is !== 'checking';
}

function downloadLabel({ aboutBytes }: ModelCard, isDoubtful: boolean): string {
  if (isDoubtful) return text('modelDownloadAnyway');
  return aboutBytes > 0 ? text('modelDownloadSize', bytesText(aboutBytes)) : text('modelDownloadAsk');
}
