import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { ShelvedModel } from '@/models/types';
import { ask } from './ask';
import { awaitRows, readTable } from './disk';
import type { Mirror } from './mirror';
import type { Tab } from './tab';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** An embedding model in a folder of the hub's layout. */
export interface ModelFolder {
  repository: string;
  /** As the extension names a model that the user asked for by its repository. */
  id: string;
  folder: string;
  dimensions: number;
}

export const tinyEmbedder: ModelFolder = {
  repository: 'throughline/tiny-embedder',
  id: 'hub:throughline/tiny-embedder',
  folder: at('../models/tiny/tiny-embedder'),
  dimensions: 32,
};

const potionFolder = at('../../../shared/models/potion-base-2M');

/** A real model, on machines where it lies beside the project. */
export const potion: ModelFolder | undefined = existsSync(potionFolder)
  ? {
      repository: 'minishlab/potion-base-2M',
      id: 'hub:minishlab/potion-base-2M',
      folder: potionFolder,
      dimensions: 64,
    }
  : undefined;

/** Has the extension fetch a model from a mirror and waits until it is ready. */
export async function fetchModel(
  tab: Tab,
  mirror: Mirror,
  { repository, folder, id }: ModelFolder,
): Promise<void> {
  mirror.serve(repository, folder);
  await ask(tab, 'changeSettings', { modelHost: mirror.url });
  await ask(tab, 'downloadModel', { model: id });
  await awaitState(tab, id, 'ready');
}

export async function awaitState<State extends ShelvedModel['state']>(
  tab: Tab,
  id: string,
  state: State,
): Promise<ShelvedModel> {
  return awaitRows(`${id} is ${state}`, async () => {
    const model = (await readTable(tab, 'models')).find((row) => row.id === id);
    if (model?.state === 'failed' && state !== 'failed') throw new Error(`${id} failed: ${model.problem}`);
    return model?.state === state ? model : undefined;
  });
}

/** Waits until a model serves and every memory has a vector of it. */
export async function awaitServing(tab: Tab, model: string, patienceMs?: number): Promise<void> {
  const look = async () => {
    const [settings] = await readTable(tab, 'settings');
    return settings?.value.embedding.serving === model ? true : undefined;
  };
  await awaitRows(`${model} serves`, look, patienceMs);
}
