import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { test as base, type Page } from '@playwright/test';
import { type WorkerPage, workerPage } from '../../support/worker-page';
import type { Lab } from './page';

const at = (path: string) => fileURLToPath(new URL(`../../../${path}`, import.meta.url));
const sharedModels = at('../shared/models');

/** Whether the folder of real models is beside the checkout. */
export const hasSharedModels = existsSync(`${sharedModels}/potion-base-2M`);
export const withoutSharedModels = 'There is no folder ../shared/models with real models in it';

export interface LabPage {
  page: Page;
  lab: <Name extends LabCall>(
    name: Name,
    ...given: Parameters<Lab[Name]>
  ) => Promise<Awaited<ReturnType<Lab[Name]>>>;
  said: () => Promise<Lab['said']>;
  /** Everything that the page and its workers printed. */
  printed: string[];
}

type LabCall = {
  [Name in keyof Lab]: Lab[Name] extends (...given: never[]) => unknown ? Name : never;
}[keyof Lab];

interface Fixtures {
  labPage: LabPage;
  /** Whether the page is isolated from other origins, which threads need. */
  isolated: boolean;
}

interface WorkerFixtures {
  served: WorkerPage;
  /** Whether WebGPU is there, played by SwiftShader. */
  webgpu: boolean;
}

/** A page that runs the embedder, with a disk of its own. */
export const test = base.extend<Fixtures, WorkerFixtures>({
  webgpu: [true, { option: true, scope: 'worker' }],
  isolated: [true, { option: true }],
  served: [
    async ({ webgpu }, use) => {
      const served = await workerPage({
        entry: 'test/inference/browser/page.ts',
        folders: {
          '/models/': at('test/models/tiny'),
          ...(hasSharedModels && { '/models/potion-base-2M/': `${sharedModels}/potion-base-2M` }),
        },
        args: webgpu ? ['--enable-unsafe-webgpu', '--use-webgpu-adapter=swiftshader'] : ['--disable-gpu'],
      });
      await use(served);
      await served.close();
    },
    { scope: 'worker' },
  ],
  labPage: async ({ served, isolated }, use) => {
    const context = await served.context.browser()?.newContext();
    if (!context) throw new Error('The browser is gone');
    const printed: string[] = [];
    context.on('console', (message) => printed.push(message.text()));
    context.on('weberror', (error) => printed.push(error.error().message));
    if (!isolated) await context.route('**/*', withoutIsolation);
    const page = await context.newPage();
    await page.goto(served.origin);
    await page.waitForFunction(() => 'lab' in window, undefined, { polling: 100 });
    await use({
      page,
      printed,
      lab: (name, ...given) =>
        page.evaluate(([call, all]) => (window.lab[call] as (...some: unknown[]) => unknown)(...all), [
          name,
          given,
        ] as const) as never,
      said: () => page.evaluate(() => window.lab.said),
    });
    await context.close();
  },
});

const withoutIsolation: Parameters<ReturnType<Page['context']>['route']>[1] = async (route) => {
  const response = await route.fetch();
  const headers = Object.entries(response.headers()).filter(([name]) => !name.startsWith('cross-origin-'));
  await route.fulfill({ response, headers: Object.fromEntries(headers) });
};
