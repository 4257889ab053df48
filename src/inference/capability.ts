import { withinTime } from '@/lib/within-time';
import type { Capability, Graphics } from '@/models/capability-type';

/** A driver that hangs must not hold up a page that only asks. */
const patienceMs = 5_000;
const software = /swiftshader|llvmpipe|lavapipe|softpipe|basic render|\bwarp\b/i;

/** What this machine can run. Asks the browser and starts nothing. */
export async function capability(): Promise<Capability> {
  const [adapter, storage] = await Promise.all([graphics(), storageSpace()]);
  const { deviceMemory } = navigator as { deviceMemory?: number };
  return {
    graphics: adapter,
    memoryBytes: deviceMemory === undefined ? undefined : deviceMemory * 2 ** 30,
    cores: navigator.hardwareConcurrency,
    isolated: globalThis.crossOriginIsolated === true,
    storage,
  };
}

/** The graphics that models would run on in this context. */
export async function graphics(): Promise<Graphics> {
  if (!navigator.gpu) return { adapter: false, why: 'noWebGpu' };
  try {
    const adapter = await withinTime(navigator.gpu.requestAdapter(), patienceMs);
    return adapter ? described(adapter) : { adapter: false, why: 'noAdapter' };
  } catch {
    return { adapter: false, why: 'failed' };
  }
}

function described({ info, features, limits }: GPUAdapter): Graphics {
  const names = [info.vendor, info.architecture, info.device, info.description].join(' ');
  return {
    adapter: true,
    software: info.isFallbackAdapter || software.test(names),
    features: [...features].sort(),
    limits: { bufferBytes: limits.maxBufferSize, bindingBytes: limits.maxStorageBufferBindingSize },
    vendor: info.vendor,
    architecture: info.architecture,
  };
}

async function storageSpace(): Promise<Capability['storage']> {
  try {
    const { quota, usage } = await navigator.storage.estimate();
    return quota === undefined ? undefined : { quotaBytes: quota, usedBytes: usage ?? 0 };
  } catch {
    return undefined;
  }
}
