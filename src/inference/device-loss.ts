import { rejectable } from '@/inference/rejectable';
import { withinTime } from '@/lib/within-time';
import { ModelError } from '@/models/model-error';

/** A run on a lost device may fail some milliseconds before the browser says that the device is lost. */
const toldWithinMs = 1_000;

/**
 * Lets a run fail with `deviceLost` once any graphics device that is made in this worker is lost. The libraries make
 * their device themselves, and after its loss go on as if nothing had happened, wait forever, or fail with an error
 * that does not say why. To be called before they make it.
 */
export function orDeviceLoss(): <Value>(run: Promise<Value>) => Promise<Value> {
  const { promise: lost, reject } = rejectable();
  let devices = 0;
  if (typeof GPUAdapter !== 'undefined') {
    const { requestDevice } = GPUAdapter.prototype;
    GPUAdapter.prototype.requestDevice = async function (...given) {
      const device = await requestDevice.apply(this, given);
      devices++;
      device.lost.then(() => reject(new ModelError('deviceLost')));
      return device;
    };
  }
  return async (run) => {
    try {
      return await Promise.race([run, lost]);
    } catch (error) {
      if (devices > 0 && !(error instanceof ModelError))
        await withinTime(lost, toldWithinMs).catch(throwIfLost);
      throw error;
    }
  };
}

function throwIfLost(error: unknown): void {
  if (error instanceof ModelError) throw error;
}
