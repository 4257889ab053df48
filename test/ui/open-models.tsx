// First: Dexie looks for a database when it is loaded.
import 'fake-indexeddb/auto';
import { render } from 'preact';
import { expect } from 'vitest';
import { defaultSettings, type Settings } from '@/memory/settings';
import type { Job } from '@/memory/types';
import { EngineError, type send } from '@/messaging/messenger';
import type { MessageName } from '@/messaging/protocol';
import type { Capability } from '@/models/capability-type';
import { catalogue } from '@/models/catalogue';
import type { ShelfState, ShelvedModel } from '@/models/types';
import { type Database, openDatabase } from '@/store/database';
import { liveStore } from '@/store/live';
import { toJobRow } from '@/store/rows';
import { Manager } from '@/ui/manager/manager';
import type { Machine } from '@/ui/models/machine';
import { Welcome } from '@/ui/welcome/welcome';
import { freshName } from '../support/open-engine';
import { waitFor } from '../support/wait-for';
import { find } from './open-popup';

export const megabyte = 1_000_000;
export const minilm = 'all-MiniLM-L6-v2';
export const bge = 'bge-small-en-v1.5';
export const e5 = 'multilingual-e5-small';

type Reply = unknown | ((data: never) => unknown);

export interface OpenPage {
  database: Database;
  /** What the page asked of the engine, in order. */
  asked: { name: MessageName; data: unknown }[];
  /** What the engine answers from now on; an Error is thrown. Everything else is answered with null. */
  replies: Partial<Record<MessageName, Reply>>;
  machine: Machine;
  shelve(...rows: ShelvedModel[]): Promise<void>;
  set(changes: Partial<Settings>): Promise<void>;
  park(...jobs: Job[]): Promise<void>;
}

export interface PageOptions {
  rows?: ShelvedModel[];
  settings?: Partial<Settings>;
  machine?: Partial<Machine>;
  jobs?: Job[];
}

export function capable(more: Partial<Capability> = {}): Capability {
  return {
    graphics: {
      adapter: true,
      software: false,
      features: ['shader-f16'],
      limits: { bufferBytes: 2 ** 31, bindingBytes: 2 ** 31 },
      vendor: 'intel',
      architecture: 'gen-12lp',
    },
    memoryBytes: 16 * 2 ** 30,
    cores: 8,
    isolated: true,
    storage: { quotaBytes: 100_000 * megabyte, usedBytes: 0 },
    ...more,
  };
}

export const noGraphics: Capability['graphics'] = { adapter: false, why: 'noAdapter' };

export async function openManager(options: PageOptions = {}): Promise<OpenPage> {
  const page = await prepare(options);
  render(
    <Manager live={liveStore(page.database)} send={sender(page)} machine={page.machine} />,
    document.body,
  );
  await waitFor(() => expect(row('MiniLM L6').querySelector('button')).toBeTruthy());
  return page;
}

export async function openWelcome(options: PageOptions = {}): Promise<OpenPage> {
  const page = await prepare(options);
  render(
    <Welcome live={liveStore(page.database)} send={sender(page)} machine={page.machine} />,
    document.body,
  );
  await waitFor(() => expect(find('.welcome-model, .welcome-end')).toBeTruthy());
  return page;
}

/** A model with one file of so many bytes, in a state. */
export function shelved(id: string, state: ShelfState, have = 23.1, bytes = have): ShelvedModel {
  const task = catalogue.find((card) => card.id === id)?.task ?? 'embedding';
  const files = [{ path: 'model.onnx', have: have * megabyte, bytes: bytes * megabyte }];
  return { id, task, ...state, files, addedAt: 1, updatedAt: 1 } as ShelvedModel;
}

/** The row of a name in the lists of models. */
export function row(name: string): HTMLElement {
  const names = [...document.querySelectorAll<HTMLElement>('.model h3')];
  const found = names.find(({ textContent }) => textContent === name)?.closest<HTMLElement>('.model');
  if (!found) throw new Error(`No row is named ${name}`);
  return found;
}

export function buttonsIn(element: ParentNode): (string | null)[] {
  return [...element.querySelectorAll('button')].map(
    (one) => one.getAttribute('aria-label') ?? one.textContent,
  );
}

async function prepare({
  rows = [],
  settings = {},
  machine = {},
  jobs = [],
}: PageOptions): Promise<OpenPage> {
  document.body.replaceChildren();
  const database = openDatabase(freshName());
  const page: OpenPage = {
    database,
    asked: [],
    replies: {},
    machine: { ...usualMachine, ...machine },
    shelve: async (...models) => void (await database.models.bulkPut(models)),
    async set(changes) {
      const value = (await database.settings.get('settings'))?.value ?? defaultSettings;
      await database.settings.put({ id: 'settings', value: { ...value, ...changes } });
    },
    park: async (...parked) => void (await database.jobs.bulkPut(parked.map(toJobRow))),
  };
  await page.shelve(...rows);
  await page.set(settings);
  await page.park(...jobs);
  return page;
}

const usualMachine: Machine = {
  capability: async () => capable(),
  hasLibrary: async () => true,
  browserModelState: async () => 'absent',
  downloadBrowserModel: async () => undefined,
  allow: async () => true,
  stageFiles: async () => 'folder-1',
  downlink: () => undefined,
};

function sender(page: OpenPage): typeof send {
  return async (name, data) => {
    page.asked.push({ name, data });
    const reply = page.replies[name];
    const answer = typeof reply === 'function' ? await reply(data) : reply;
    if (answer instanceof Error) throw answer;
    return (answer ?? null) as never;
  };
}

/** As a model's problem comes over from the engine. */
export function refusal(reason: string): EngineError {
  return new EngineError('ModelError', reason);
}
