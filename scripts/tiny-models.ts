import { fileURLToPath } from 'node:url';
import { tinyEmbedder } from './tiny-models/embedder';
import { writeModel } from './tiny-models/model-files';
import { tinyWriter } from './tiny-models/writer';

const folder = fileURLToPath(new URL('../test/models/tiny', import.meta.url));

/** Writes test/models/tiny: models that are small enough to be kept here and laid out as real ones are. */
async function writeTinyModels(): Promise<void> {
  await writeModel(`${folder}/tiny-embedder`, tinyEmbedder());
  await writeModel(`${folder}/tiny-writer`, tinyWriter());
}

await writeTinyModels();
