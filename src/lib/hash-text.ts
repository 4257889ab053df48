/**
 * A 64-bit hash of the whole text in 14 base-36 digits: two 32-bit lanes with different odd multipliers, each finished
 * with the 32-bit mixer of MurmurHash3. Not for secrets.
 */
export function hashText(text: string): string {
  let low = 0x9e3779b9 ^ text.length;
  let high = 0x7f4a7c15 ^ text.length;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    low = Math.imul(low ^ unit, 0x85ebca6b);
    high = Math.imul(high ^ unit, 0xc2b2ae35);
    low = (low << 13) | (low >>> 19);
    high = (high << 17) | (high >>> 15);
  }
  return digits(mix(low)) + digits(mix(high));
}

function mix(lane: number): number {
  let mixed = lane ^ (lane >>> 16);
  mixed = Math.imul(mixed, 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

function digits(lane: number): string {
  return lane.toString(36).padStart(7, '0');
}
