import { buildExtension, type Target } from './build';

// `npm run build:chrome` and `npm run build:firefox`; tsx reads the paths of tsconfig.json, which WXT's own command does not.
for (const target of process.argv.slice(2) as Target[]) {
  const folder = await buildExtension(target);
  console.log(`The extension for ${target} is in ${folder}`);
}
