/**
 * Imported before a worker's own module: the graphics device it makes is taken away when it is told to lose it, or, in
 * a worker of that name, at once.
 */
const devices: GPUDevice[] = [];
const { requestDevice } = GPUAdapter.prototype;

GPUAdapter.prototype.requestDevice = async function (...given) {
  const device = await requestDevice.apply(this, given);
  devices.push(device);
  if (self.name === 'loses its device at once') device.destroy();
  return device;
};

self.addEventListener('message', ({ data }: MessageEvent<{ lose?: boolean }>) => {
  if (data.lose) for (const device of devices) device.destroy();
});
