/** Imported before a worker's own module: in a worker of that name the graphics device is lost as soon as it is made. */
const { requestDevice } = GPUAdapter.prototype;

GPUAdapter.prototype.requestDevice = async function (...given) {
  const device = await requestDevice.apply(this, given);
  if (self.name === 'loses its device') device.destroy();
  return device;
};
