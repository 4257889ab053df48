import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

export type BrowserFamily = 'chromium' | 'firefox';

interface Family {
  /** Names on the PATH, the freest to be driven first: branded Chrome takes no extension from the command line. */
  commands: string[];
  places: Partial<Record<NodeJS.Platform, string[]>>;
  debianPackage: string;
  /** What to install where we do not install it ourselves. */
  advice: string;
  variable: string;
}

const families: Record<BrowserFamily, Family> = {
  chromium: {
    commands: [
      'chromium',
      'chromium-browser',
      'microsoft-edge',
      'microsoft-edge-stable',
      'google-chrome',
      'google-chrome-stable',
    ],
    places: {
      darwin: [
        '/Applications/Chromium.app/Contents/MacOS/Chromium',
        '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
        '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      ],
      win32: windowsPlaces(
        'Chromium\\Application\\chrome.exe',
        'Microsoft\\Edge\\Application\\msedge.exe',
        'Google\\Chrome\\Application\\chrome.exe',
      ),
    },
    debianPackage: 'chromium',
    advice: 'Install Chromium, Microsoft Edge or Google Chrome',
    variable: 'CHROMIUM_PATH',
  },
  firefox: {
    commands: ['firefox-esr', 'firefox'],
    places: {
      darwin: ['/Applications/Firefox.app/Contents/MacOS/firefox'],
      win32: windowsPlaces('Mozilla Firefox\\firefox.exe'),
    },
    debianPackage: 'firefox-esr',
    advice: 'Install Firefox 140 or newer',
    variable: 'FIREFOX_PATH',
  },
};

/** Path of an installed browser; on Debian as root one is installed when there is none. Throws with what to do. */
export function findBrowser(family: BrowserFamily): string {
  return findInstalled(family) ?? installed(family) ?? giveUp(family);
}

export function findInstalled(family: BrowserFamily): string | undefined {
  const { commands, places, variable } = families[family];
  const named = process.env[variable];
  if (named) return named;
  const folders = (process.env.PATH ?? '').split(delimiter);
  const onPath = commands.flatMap((command) => folders.map((folder) => join(folder, command)));
  return [...onPath, ...(places[process.platform] ?? [])].find((path) => existsSync(path));
}

function installed(family: BrowserFamily): string | undefined {
  const isDebianRoot = existsSync('/etc/debian_version') && process.getuid?.() === 0;
  if (!isDebianRoot) return undefined;
  const { debianPackage } = families[family];
  console.log(`No ${family} found: installing Debian’s ${debianPackage} …`);
  execFileSync('apt-get', ['update', '-q'], { stdio: 'ignore' });
  execFileSync(
    'apt-get',
    ['install', '-y', '-q', '--no-install-recommends', debianPackage, 'fonts-noto-core'],
    {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    },
  );
  return findInstalled(family);
}

function giveUp(family: BrowserFamily): never {
  const { advice, debianPackage, variable } = families[family];
  const debian = process.platform === 'linux' ? ` (on Debian: sudo apt install ${debianPackage})` : '';
  throw new Error(`${advice}${debian}, or name the program in the variable ${variable}, and run this again.`);
}

function windowsPlaces(...programs: string[]): string[] {
  const roots = [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA];
  return roots.flatMap((root) => (root ? programs.map((program) => `${root}\\${program}`) : []));
}
