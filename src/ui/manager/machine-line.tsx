import type { Capability, Graphics } from '@/models/capability-type';
import type { LanguageReason } from '@/models/recommend';
import { bytesText, numberText } from '@/ui/models/amount';
import { More } from '@/ui/models/more';
import { type TextKey, text } from '@/ui/text';

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
      <Fact name="machineGraphics" value={graphicsText(graphics)} />
      <Fact name="machineHalf" value={text(hasHalf ? 'yes' : 'no')} />
      <Fact
        name="machineMemory"
        value={memoryBytes && text('machineMemoryAbout', numberText(memoryBytes / 2 ** 30))}
      />
      <Fact name="machineCores" value={numberText(cores)} />
      <Fact
        name="machineStorage"
        value={storage && bytesText(Math.max(0, storage.quotaBytes - storage.usedBytes))}
      />
      <Fact name="machineIsolated" value={text(isolated ? 'yes' : 'no')} />
    </dl>
  );
}

function Fact({ name, value }: { name: TextKey; value: string | 0 | undefined }) {
  return (
    <div class="fact">
      <dt>{text(name)}</dt>
      <dd>{value || text('notTold')}</dd>
    </div>
  );
}

function graphicsText(graphics: Graphics): string {
  if (!graphics.adapter) return text(graphics.why === 'noWebGpu' ? 'graphicsNoWebGpu' : 'graphicsNone');
  const name = [graphics.vendor, graphics.architecture].filter(Boolean).join(' ') || text('graphicsUnnamed');
  return graphics.software ? text('graphicsSoftware', name) : name;
}
