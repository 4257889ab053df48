import * as v from 'valibot';
import { isPageOrigin } from '@/lib/page-origin';
import { categories } from '@/memory/categories';
import type { CommandDone, Prospect } from '@/memory/commands/command';
import { toBlockFormat } from '@/memory/injection/format-for';
import type { Block, Recall } from '@/memory/recall/types';
import { blockFormats, injectionModes, type Settings } from '@/memory/settings';
import {
  type AuditId,
  type CaptureReceipt,
  feedbackSorts,
  keeps,
  type Memory,
  type MemoryId,
  type MemoryKind,
  memoryKinds,
} from '@/memory/types';

const maxTurnCharacters = 8_000_000;
const maxDraftCharacters = 20_000;
const maxMemoryCharacters = 2_000;

const id = v.pipe(v.string(), v.minLength(1), v.maxLength(200));
const ids = v.pipe(v.array(id), v.maxLength(10_000));
/** As many as no recall ever answers. */
const offered = v.pipe(v.array(id), v.minLength(1), v.maxLength(200));
const url = v.pipe(v.string(), v.maxLength(8_000), v.url());
const draft = v.pipe(v.string(), v.maxLength(maxDraftCharacters));
const title = v.pipe(v.string(), v.maxLength(2_000));
const memoryText = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(maxMemoryCharacters));
const kind = v.picklist(memoryKinds);
const statement = v.object({ text: memoryText, kind: v.optional(kind) });
/** A page from before an update may still say "list". */
const blockFormat = v.pipe(
  v.picklist([...blockFormats, 'list']),
  v.transform((format) => toBlockFormat(format)),
);

/** Which site reads which origin; never a path or a pattern. */
const ownSite = v.strictObject({
  origin: v.pipe(v.string(), v.maxLength(300), v.check(isPageOrigin)),
  site: id,
});

/** One for each category. */
const switches = v.entriesFromList(categories, v.boolean());

const conversation = v.object({
  site: id,
  provisionalKey: id,
  siteConversationId: v.optional(id),
});

const turn = v.object({
  key: id,
  role: v.picklist(['user', 'assistant']),
  text: v.pipe(v.string(), v.maxLength(maxTurnCharacters)),
  origin: v.picklist(['typed', 'pasted', 'prefilled', 'unknown']),
  position: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0))),
});

/**
 * Every message the engine takes, and who may send it: `page` is a content script on a site that Throughline
 * matches, `extension` is one of its own pages. The data is parsed by the receiver before anything looks at it.
 */
export const protocol = {
  capture: { from: 'page', data: v.object({ conversation, url, title, turns: v.array(turn) }) },
  recall: { from: 'page', data: v.object({ conversation, draft }) },
  blockFor: { from: 'page', data: v.object({ conversation, draft, memories: offered }) },
  report: { from: 'page', data: v.object({ conversation, url, title, used: ids, at: v.number() }) },
  feedback: {
    from: 'page',
    data: v.strictObject({ conversation, draft, memories: offered, sort: v.picklist(feedbackSorts) }),
  },
  command: { from: 'page', data: v.strictObject({ conversation, draft }) },
  forgetNow: { from: 'page', data: v.strictObject({ conversation, draft, ids: offered }) },
  commandDone: { from: 'page', data: v.strictObject({ conversation }) },
  takeBack: { from: 'page', data: v.strictObject({ conversation, entry: id }) },
  search: { from: 'extension', data: v.object({ text: v.pipe(v.string(), v.maxLength(1_000)) }) },
  add: { from: 'extension', data: statement },
  store: { from: 'extension', data: v.object({ items: v.pipe(v.array(statement), v.maxLength(1_000)) }) },
  revise: { from: 'extension', data: v.object({ id, text: memoryText }) },
  archive: { from: 'extension', data: v.object({ ids }) },
  restore: { from: 'extension', data: v.object({ ids }) },
  settle: { from: 'extension', data: v.object({ id, keep: v.picklist(keeps) }) },
  pin: { from: 'extension', data: v.object({ ids, pinned: v.boolean() }) },
  forget: { from: 'extension', data: v.object({ ids }) },
  undo: { from: 'extension', data: v.object({ entry: v.optional(id) }) },
  changeSettings: {
    from: 'extension',
    data: v.partial(
      v.object({
        enabled: v.boolean(),
        pausedSites: v.array(id),
        ownSites: v.pipe(v.array(ownSite), v.maxLength(200)),
        injection: v.picklist(injectionModes),
        budgetTokens: v.pipe(v.number(), v.integer(), v.minValue(50), v.maxValue(4_000)),
        blockFormat,
        siteFormats: v.record(id, blockFormat),
        keptCategories: v.partial(v.object(switches)),
        assist: v.boolean(),
        worksOnBattery: v.boolean(),
        modelHost: v.union([v.literal(''), url]),
      }),
    ),
  },
  modelSize: { from: 'extension', data: v.object({ model: id }) },
  downloadModel: { from: 'extension', data: v.object({ model: id }) },
  pauseModel: { from: 'extension', data: v.object({ model: id }) },
  resumeModel: { from: 'extension', data: v.object({ model: id }) },
  removeModel: { from: 'extension', data: v.object({ model: id }) },
  adoptModel: { from: 'extension', data: v.object({ model: id, folder: id }) },
  useEmbedding: { from: 'extension', data: v.object({ model: id }) },
  useExtractor: {
    from: 'extension',
    data: v.object({
      choice: v.variant('by', [
        v.object({ by: v.literal('nobody') }),
        v.object({ by: v.literal('shelf'), model: id }),
        v.object({ by: v.literal('browser') }),
        v.object({ by: v.literal('server'), url, model: id }),
      ]),
    }),
  },
  serverModels: { from: 'extension', data: v.object({ url }) },
  tryEmbedding: { from: 'extension', data: v.object({ one: memoryText, other: memoryText }) },
  tryExtraction: {
    from: 'extension',
    data: v.object({ text: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(maxDraftCharacters)) }),
  },
  retryReading: { from: 'extension', data: v.object({ turns: ids }) },
} as const satisfies Record<string, { from: Caller; data: v.GenericSchema }>;

/** What the engine answers to each message. */
export interface Replies {
  capture: CaptureReceipt;
  recall: Recall;
  blockFor: Block;
  report: null;
  /** Null where Throughline is switched off. */
  feedback: AuditId | null;
  /** Null where the draft asks nothing of the memory, or Throughline is switched off. */
  command: Prospect | null;
  forgetNow: CommandDone;
  commandDone: CommandDone | null;
  takeBack: null;
  /** Best match first. */
  search: MemoryId[];
  add: Memory;
  /** How many memories the items became or strengthened. */
  store: number;
  revise: Memory;
  archive: AuditId;
  restore: AuditId;
  settle: AuditId;
  pin: AuditId;
  forget: AuditId;
  /** The entry that was undone; null when there was nothing left to undo. */
  undo: AuditId | null;
  changeSettings: Settings;
  /** Bytes to download, as the hub says now. */
  modelSize: number;
  downloadModel: null;
  pauseModel: null;
  resumeModel: null;
  /** Bytes that are free again. */
  removeModel: number;
  adoptModel: null;
  useEmbedding: null;
  useExtractor: null;
  /** Names of the models a local server offers. */
  serverModels: string[];
  tryEmbedding: EmbeddingTrial;
  tryExtraction: ExtractionTrial;
  retryReading: null;
}

/** How alike the embedding model that serves finds two sentences. */
export interface EmbeddingTrial {
  model: string;
  /** Cosine, -1 to 1. */
  similarity: number;
  /** Both sentences together, loading not counted. */
  tookMs: number;
}

/** What the chosen language model finds in a text, and what of it was dropped as not said there. */
export interface ExtractionTrial {
  model: string;
  found: { kind: MemoryKind; text: string; quote: string }[];
  dropped: number;
  tookMs: number;
  /** Of what the model wrote, counted roughly. */
  tokensPerSecond: number;
}

export type Caller = 'page' | 'extension';
export type MessageName = keyof typeof protocol;
export type DataOf<Name extends MessageName> = v.InferOutput<(typeof protocol)[Name]['data']>;
export type ReplyOf<Name extends MessageName> = Replies[Name];

/** On the wire: to the background, and from there to the engine page with the caller already checked. */
export interface Envelope {
  to: 'background' | 'engine';
  name: string;
  data: unknown;
}

export type Answer = { ok: true; value: unknown } | { ok: false; error: { name: string; message: string } };

/** What the content script tells the popup about its page. */
export interface PageStatus {
  site: string;
  siteName: string;
  state: 'capturing' | 'paused' | 'temporary';
  /** Why capture is paused, as the key of a text in `_locales`. */
  reason?:
    | 'composerMissing'
    | 'turnsMissing'
    | 'pageChanged'
    | 'temporaryUnknown'
    | 'storageFull'
    | 'switchedOff'
    | 'engineUnreachable'
    | 'notAChat'
    | undefined;
  /** How well the site is read here. */
  health?: PageHealth | undefined;
  conversation: { siteConversationId?: string | undefined; provisionalKey: string };
}

export interface PageHealth {
  state: 'fine' | 'degraded' | 'paused';
  /** Which part of the page is not as it was. */
  part?: string | undefined;
  /** While it is paused: how the page is built, without a word of it. */
  report?: string | undefined;
}
