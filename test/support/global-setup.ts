import { buildExtension } from '../../scripts/build';
import { findBrowser } from '../../scripts/find-browser';
import { preparePracticeSites } from '../practice/practice-sites';

/** Everything that the browsers need is there before the first one starts. */
export default async function setUp(): Promise<void> {
  findBrowser('chromium');
  findBrowser('firefox');
  await preparePracticeSites();
  if (process.env.THROUGHLINE_BUILT) return;
  await buildExtension('chrome');
  await buildExtension('firefox');
}
