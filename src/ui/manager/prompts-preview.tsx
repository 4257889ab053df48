import { blockTokens, formatBlock } from '@/memory/injection/block';
import { type BlockMemory, toBlockMemory } from '@/memory/injection/block-memory';
import { estimateTokens } from '@/memory/injection/tokens';
import { type BlockFormat, blockFormats } from '@/memory/settings';
import { strengthNow } from '@/memory/strength';
import type { Memory, MemoryKind, SiteId } from '@/memory/types';
import { sites } from '@/sites/index';
import { useConnections } from '@/ui/connections';
import { numberText } from '@/ui/models/amount';
import { type TextKey, text } from '@/ui/text';
import { useLive } from '@/ui/use-live';

interface PromptsPreviewProps {
  format: BlockFormat;
  budget: number;
  /** The site whose prompt it is; undefined where all are alike. */
  site: SiteId | undefined;
}

/** So many of the newest are weighed: the strongest are hardly older. */
const mostWeighed = 2_000;
const mostShown = 8;
const mostTried = 50;
const language = 'en';

/** A block as it would be put into a prompt, made of the user's own memories, or of examples while there are none. */
export function PromptsPreview({ format, budget, site }: PromptsPreviewProps) {
  const { live } = useConnections();
  const memories = useLive(() => live.memories({ status: 'active', limit: mostWeighed }), []);
  if (!memories) return null;
  const own = strongest(memories, Date.now());
  const shown = own.length > 0 ? own : samples(Date.now());
  const name = sites.find(({ id }) => id === site)?.name;

  return (
    <section class="part" aria-labelledby="preview">
      <h2 id="preview">{name === undefined ? text('preview') : text('previewOn', name)}</h2>
      <p>{text(own.length > 0 ? 'previewYours' : 'previewSamples')}</p>
      {/* All formats lie on top of each other, so that the page keeps its height when another is chosen. */}
      <div class="stack">
        {blockFormats.map((one) => (
          <Prompt key={one} memories={shown} format={one} budget={budget} isShown={one === format} />
        ))}
      </div>
    </section>
  );
}

interface PromptProps {
  memories: readonly BlockMemory[];
  format: BlockFormat;
  budget: number;
  isShown: boolean;
}

function Prompt({ memories, format, budget, isShown }: PromptProps) {
  const told = fitting(memories, format, budget);
  const block = formatBlock(told, { format, language });
  return (
    <div class="preview" data-shown={isShown} data-format={format} aria-hidden={!isShown}>
      <div class="prompt">
        <p class="prompt-own">{text('previewOwn')}</p>
        {block === '' ? <p class="meta">{text('previewNone')}</p> : <p class="prompt-block">{block}</p>}
      </div>
      <p class="meta">{text('previewCost', numberText(tokensOf(block)), numberText(budget))}</p>
    </div>
  );
}

function tokensOf(block: string): number {
  return block === '' ? 0 : estimateTokens(block);
}

function strongest(memories: readonly Memory[], now: number): BlockMemory[] {
  return memories
    .map((memory) => ({ memory, strength: strengthNow(memory, now) }))
    .sort((one, other) => other.strength - one.strength)
    .map(({ memory }) => toBlockMemory(memory));
}

const sampleTexts: readonly [TextKey, MemoryKind, boolean][] = [
  ['sampleHome', 'fact', true],
  ['sampleAllergy', 'fact', true],
  ['sampleTaste', 'preference', true],
  ['sampleRule', 'procedure', false],
  ['sampleGoal', 'goal', false],
];

function samples(at: number): BlockMemory[] {
  return sampleTexts.map(([key, kind, profile]) => ({ text: text(key), kind, at, profile }));
}

/** The strongest that fit, up to as many as a prompt ever gets. */
function fitting(memories: readonly BlockMemory[], format: BlockFormat, budget: number): BlockMemory[] {
  const told: BlockMemory[] = [];
  for (const memory of memories.slice(0, mostTried)) {
    if (told.length === mostShown) break;
    if (blockTokens([...told, memory], format, language) <= budget) told.push(memory);
  }
  return told;
}
