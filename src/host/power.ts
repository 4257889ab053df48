interface Battery {
  charging: boolean;
}

/** Whether this machine hangs on a power supply; true where the browser does not tell (Firefox, desktops). */
export async function isOnPower(): Promise<boolean> {
  const { getBattery } = navigator as Navigator & { getBattery?: () => Promise<Battery> };
  if (!getBattery) return true;
  const { charging } = await getBattery.call(navigator);
  return charging;
}
