import { builtinModel, type Settings } from '@/memory/settings';
import type { Capability } from '@/models/capability-type';
import { catalogue } from '@/models/catalogue';
import { fits, type Recommendation, recommend } from '@/models/recommend';
import type { ModelCard, ModelId, ShelvedModel } from '@/models/types';
import { useConnections } from '@/ui/connections';
import { type Machine, useMachine } from '@/ui/models/machine';
import { type Stand, standOf, type Unfit } from '@/ui/models/stand';
import { useAsked } from '@/ui/models/use-asked';
import { useLive } from '@/ui/use-live';

/** All there is to know of models: what is on this machine, what is in use, and what it can run. */
export interface Models {
  settings: Settings;
  shelved: ReadonlyMap<ModelId, ShelvedModel>;
  /** Undefined until the machine was looked at. */
  capability: Capability | undefined;
  recommendation: Recommendation | undefined;
  standOf(card: Pick<ModelCard, 'id' | 'aboutBytes'> & Partial<ModelCard>): Stand;
}

/** Undefined until the database has answered. */
export function useModels(): Models | undefined {
  const { live } = useConnections();
  const machine = useMachine();
  const rows = useLive(() => live.models(), []);
  const settings = useLive(() => live.settings(), []);
  const wanted = settings?.embedding.wanted ?? builtinModel;
  const embedded = useLive(() => live.embedded(wanted), [wanted]);
  // How much room there is changes with every model that comes or goes.
  const capability = useAsked(() => machine.capability(), [rows?.length]);
  const hasGraphics = capability?.graphics.adapter;
  const libraries = useAsked(() => librariesOf(machine, hasGraphics), [hasGraphics]);
  if (!rows || !settings || !embedded) return undefined;

  const shelved = new Map(rows.map((row) => [row.id, row]));
  return {
    settings,
    shelved,
    capability,
    recommendation:
      capability &&
      libraries &&
      recommend(capability, catalogue, { languages: navigator.languages, libraries }),
    standOf: (card) =>
      standOf(card, {
        shelved: shelved.get(card.id),
        unfit: unfitOf(card, shelved.has(card.id)),
        settings,
        isOtherBusy: rows.some((row) => row.id !== card.id && isBusy(row)),
        embedded,
      }),
  };

  function unfitOf(card: Partial<ModelCard>, onDisk: boolean): Unfit | 'unknown' | undefined {
    if (!isWhole(card)) return undefined;
    if (!capability || !libraries) return 'unknown';
    const fit = fits(card, capability, { libraries, onDisk });
    return fit.fits ? undefined : { problem: fit.why, surely: !mayWork.has(fit.why) };
  }
}

function isBusy(row: ShelvedModel): boolean {
  return row.state === 'checking' || (row.state === 'downloading' && row.bytesPerSecond > 0);
}

/** Estimates: the user may know better. */
const mayWork = new Set(['tooBig', 'noRoom']);

/** The built-in model has no card. */
function isWhole(card: Partial<ModelCard>): card is ModelCard {
  return card.task !== undefined;
}

/** Which are in this build. Without graphics none of them matters, and nothing is looked for. */
async function librariesOf(machine: Machine, hasGraphics = false): Promise<string[]> {
  if (!hasGraphics) return [];
  const named = catalogue.flatMap((card) => (card.task === 'language' ? (card.webllm?.library ?? []) : []));
  const there = await Promise.all(named.map((library) => machine.hasLibrary(library)));
  return named.filter((_, index) => there[index]);
}
