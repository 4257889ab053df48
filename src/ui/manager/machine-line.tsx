import type { Capability, Graphics } from '@/models/capability-type';
import type { LanguageReason } from '@/models/recommend';
import { bytesText, numberText } from '@/ui/models/amount';
import { More } from '@/ui/models/more';
import { text } from '@/ui/text';

interface MachineLineProps {
  capability: Capability | undefined;
  because: LanguageReason | undefined;
}

/** What this machine can run, in one sentence; what was looked at for that, on demand. */
export function MachineLine({ capability, because }: MachineLineProps) {
  return (
    <section class="machine">
      <p class="lead">{because ? text(`machine_${because}`) : text('machineAsking')}</p>
      {capability && (
        <More summary={text('machineDetails')}>
          <Details {...capability} />
        </More>
      )}
    </section>
  );
}

function Details({ graphics, memoryBytes, cores, isolated, storage }: Capability) {
  const hasHalf = graphics.adapter && graphics.features.includes('shader-f16');
  return (
    <dl class="facts">
      <dt>{text('machineGraphics')}</dt>
      <dd>{graphicsText(graphics)}</dd>
      <dt>{text('machineHalf')}</dt>
      <dd>{text(hasHalf ? 'yes' : 'no')}</dd>
      <dt>{text('machineMemory')}</dt>
      <dd>
        {memoryBytes === undefined
          ? text('notTold')
          : text('machineMemoryAbout', numberText(memoryBytes / 2 ** 30))}
      </dd>
      <dt>{text('machineCores')}</dt>
      <dd>{numberText(cores)}</dd>
      <dt>{text('machineStorage')}</dt>
      <dd>{storage ? bytesText(Math.max(0, storage.quotaBytes - storage.usedBytes)) : text('notTold')}</dd>
      <dt>{text('machineIsolated')}</dt>
      <dd>{text(isolated ? 'yes' : 'no')}</dd>
    </dl>
  );
}

function graphicsText(graphics: Graphics): string {
  if (!graphics.adapter) return text(graphics.why === 'noWebGpu' ? 'graphicsNoWebGpu' : 'graphicsNone');
  const name = [graphics.vendor, graphics.architecture].filter(Boolean).join(' ') || text('graphicsUnnamed');
  return graphics.software ? text('graphicsSoftware', name) : name;
}
