import { rejectable } from '@/inference/rejectable';
import { ModelError } from '@/models/model-error';

/**
 * Rejects once any graphics device that is made in this worker is lost. The libraries make their device themselves,
 * and after its loss go on as if nothing had happened, or wait forever. To be called before they run.
 */
export function lossOfAnyDevice(): Promise<never> {
  const { promise, reject } = rejectable();
  if (typeof GPUAdapter === 'undefined') return promise;
  const { requestDevice } = GPUAdapter.prototype;
  GPUAdapter.prototype.requestDevice = async function (...given) {
    const device = await requestDevice.apply(this, given);
    device.lost.then(() => reject(new ModelError('deviceLost')));
    return device;
  };
  return promise;
}
