import { execFileSync } from 'node:child_process';
import { findBrowser } from '../../scripts/find-browser';
import { preparePracticeSites } from '../practice/practice-sites';

/** Everything that the browsers need is there before the first one starts. */
export default async function setUp(): Promise<void> {
  findBrowser('chromium');
  findBrowser('firefox');
  await preparePracticeSites();
  if (process.env.THROUGHLINE_BUILT) return;
  // The command of the README, so that it is known to work.
  execFileSync('npm', ['run', '--silent', 'build'], { stdio: ['ignore', 'ignore', 'inherit'] });
}
