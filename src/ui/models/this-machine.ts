import { browser } from 'wxt/browser';
import { capability } from '@/inference/capability';
import { browserModelState, downloadBrowserModel } from '@/inference/extractors/browser-model';
import { hasLibrary } from '@/inference/extractors/packaged-library';
import { originPattern } from '@/lib/origin-pattern';
import { stageFiles } from '@/models/stage';
import type { Machine } from '@/ui/models/machine';

export function thisMachine(): Machine {
  return {
    capability,
    hasLibrary,
    browserModelState: () => browserModelState(),
    downloadBrowserModel: (onProgress, signal) => downloadBrowserModel(onProgress, signal),
    allow: (url) => browser.permissions.request({ origins: [originPattern(url)] }),
    stageFiles: (files) => stageFiles(files),
    downlink,
  };
}

/** Browsers that tell it count no further than this, so that it says less about who asks. */
const mostMegabits = 10;

function downlink(): ReturnType<Machine['downlink']> {
  const { connection } = navigator as Navigator & { connection?: { downlink?: number } };
  const megabits = connection?.downlink;
  if (!megabits) return undefined;
  return { bitsPerSecond: megabits * 1e6, atLeast: megabits >= mostMegabits };
}
