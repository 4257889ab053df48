import { type KeptCategories, keptByDefault } from '@/memory/categories';
import type { SiteId } from '@/memory/types';

/** *automatic* adds on send, *ask* adds when the user says so, *off* neither looks nor adds. */
export const injectionModes = ['automatic', 'ask', 'off'] as const;
export type InjectionMode = (typeof injectionModes)[number];

/** The block's memories as a list under headings, as a few sentences, or as a line within brackets. */
export const blockFormats = ['section', 'paragraph', 'line'] as const;
export type BlockFormat = (typeof blockFormats)[number];

/** Who reads exchanges beside the rules. */
export type ExtractorChoice =
  | { by: 'nobody' }
  /** A language model whose files are on this machine. */
  | { by: 'shelf'; model: string }
  /** The one that the browser brings along. */
  | { by: 'browser' }
  /** An OpenAI-compatible server of the user's own. `url` ends before "/chat/completions". */
  | { by: 'server'; url: string; model: string };

/** A site that reads an origin because the user said so: it is experimental, or at an address of their own. */
export interface OwnSite {
  /** As in `https://chat.example.org`. */
  origin: string;
  site: SiteId;
}

export interface Settings {
  enabled: boolean;
  pausedSites: SiteId[];
  /** One for each origin; it works as long as the browser allows the extension to read it. */
  ownSites: OwnSite[];
  injection: InjectionMode;
  /** Most tokens a block may add to one prompt. */
  budgetTokens: number;
  blockFormat: BlockFormat;
  /** Sites whose prompts get another format. */
  siteFormats: Record<SiteId, BlockFormat>;
  /** What memories may be about. */
  keptCategories: KeptCategories;
  /** The embedding model that answers now, and the one to change to once it has a vector of every memory. */
  embedding: { serving: string; wanted: string };
  extractor: ExtractorChoice;
  /** The language model may also look over a recall and word its block, where it is quick enough. */
  assist: boolean;
  /** Long work goes on without a power supply. */
  worksOnBattery: boolean;
  /** Where model files come from, as an address that ends with "/"; empty for the hub. */
  modelHost: string;
}

export const builtinModel = 'builtin-static-1';

export const defaultSettings: Settings = {
  enabled: true,
  pausedSites: [],
  ownSites: [],
  injection: 'automatic',
  budgetTokens: 400,
  blockFormat: 'section',
  siteFormats: {},
  keptCategories: keptByDefault,
  embedding: { serving: builtinModel, wanted: builtinModel },
  extractor: { by: 'nobody' },
  assist: true,
  worksOnBattery: false,
  modelHost: '',
};

/** Of the categories only those that change need be named. */
export type SettingsChanges = Partial<
  Omit<Settings, 'keptCategories'> & { keptCategories: Partial<KeptCategories> }
>;

export function withChanges(settings: Settings, { keptCategories, ...changes }: SettingsChanges): Settings {
  return {
    ...settings,
    ...changes,
    keptCategories: { ...settings.keptCategories, ...keptCategories },
  };
}
