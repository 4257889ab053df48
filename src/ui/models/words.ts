import type { ModelProblem } from '@/models/model-error';
import type { ModelCard } from '@/models/types';
import { bytesText, numberText, shareText, spanText, speedText } from '@/ui/models/amount';
import type { Stand } from '@/ui/models/stand';
import { text } from '@/ui/text';

export function problemText(problem: ModelProblem): string {
  return text(`problem_${problem}`);
}

/** Languages, size and licence. */
export function aboutCard({ languages, aboutBytes, license }: ModelCard): string[] {
  return [
    text(languages === 'english' ? 'languagesEnglish' : 'languagesMany'),
    ...(aboutBytes > 0 ? [bytesText(aboutBytes)] : []),
    license === 'unknown' ? text('licenseUnknown') : license,
  ];
}

/** How a model stands, in words; undefined where its row has nothing to say beside its name. */
export function standText(stand: Stand): string | undefined {
  switch (stand.is) {
    case 'absent':
      return stand.unfit && stand.unfit !== 'unknown' ? problemText(stand.unfit.problem) : undefined;
    case 'downloading':
      return downloadParts(stand).join(' · ');
    case 'paused':
      return text('modelPaused', shareText(stand.have, stand.bytes));
    case 'failed':
      return problemText(stand.problem);
    case 'checking':
      return text('modelChecking');
    case 'ready':
      return hereText('modelReady', stand.bytes);
    case 'serving':
      return hereText('modelServing', stand.bytes);
    case 'wanted':
      return rereadText(stand);
  }
}

export function rereadText({ done, total }: { done: number; total: number }): string {
  return text('modelRereading', numberText(done), numberText(total));
}

/** How much is here, how fast it comes, and how long it still takes. */
export function downloadParts(stand: Extract<Stand, { is: 'downloading' }>): string[] {
  const { have, bytes, bytesPerSecond, waits } = stand;
  const share = shareText(have, bytes);
  if (waits) return [share, text('modelWaits')];
  if (bytesPerSecond <= 0) return [share];
  const left = spanText(Math.max(0, bytes - have) / bytesPerSecond);
  return [share, speedText(bytesPerSecond), text('modelTimeLeft', left)];
}

function hereText(state: 'modelReady' | 'modelServing', bytes: number): string {
  return bytes > 0 ? `${text(state)} · ${text('modelHere', bytesText(bytes))}` : text(state);
}
