import { language, text } from '@/ui/text';

const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;
type Unit = (typeof units)[number];

/** An amount of bytes in the unit a person would choose: "23.1 MB". */
export function bytesText(bytes: number): string {
  return inUnit(bytes, unitOf(bytes), { maximumSignificantDigits: 3 });
}

/** "10.2 of 23.1 MB", both in the unit of the whole. */
export function shareText(have: number, bytes: number): string {
  const unit = unitOf(bytes);
  const fixed = { minimumFractionDigits: digits[unit], maximumFractionDigits: digits[unit] };
  const whole = inUnit(bytes, unit, fixed);
  return text('modelShare', numberText(have / sizeOf(unit), digits[unit]), whole);
}

export function speedText(bytesPerSecond: number): string {
  const unit = bytesPerSecond < 1e6 ? 'kilobyte' : 'megabyte';
  const fraction = unit === 'megabyte' ? 1 : 0;
  const fixed = { minimumFractionDigits: fraction, maximumFractionDigits: fraction };
  return new Intl.NumberFormat(language(), {
    style: 'unit',
    unit: `${unit}-per-second`,
    unitDisplay: 'short',
    ...fixed,
  }).format(bytesPerSecond / sizeOf(unit));
}

/** A span of time, rounded up as far as an estimate goes: "40 seconds", "3 minutes", "1 hour". */
export function spanText(seconds: number): string {
  if (seconds <= 55) return spanIn('second', Math.max(5, Math.ceil(seconds / 5) * 5));
  if (seconds <= 55 * 60) return spanIn('minute', Math.ceil(seconds / 60));
  return spanIn('hour', Math.ceil(seconds / 3_600));
}

export function percentText(share: number): string {
  return new Intl.NumberFormat(language(), { style: 'percent', maximumFractionDigits: 0 }).format(share);
}

export function numberText(value: number, fraction = 0): string {
  const fixed = { minimumFractionDigits: fraction, maximumFractionDigits: fraction };
  return new Intl.NumberFormat(language(), fixed).format(value);
}

const digits: Record<Unit, number> = { byte: 0, kilobyte: 0, megabyte: 1, gigabyte: 2 };

function inUnit(bytes: number, unit: Unit, options: Intl.NumberFormatOptions): string {
  const unitDisplay = unit === 'byte' ? 'long' : 'short';
  const style = { style: 'unit', unit, unitDisplay } as const;
  return new Intl.NumberFormat(language(), { ...style, ...options }).format(bytes / sizeOf(unit));
}

function spanIn(unit: 'second' | 'minute' | 'hour', amount: number): string {
  const style = { style: 'unit', unit, unitDisplay: 'long' } as const;
  return new Intl.NumberFormat(language(), style).format(amount);
}

function unitOf(bytes: number): Unit {
  if (bytes >= 1e9) return 'gigabyte';
  if (bytes >= 1e6) return 'megabyte';
  return bytes >= 1e3 ? 'kilobyte' : 'byte';
}

function sizeOf(unit: Unit): number {
  return 1_000 ** units.indexOf(unit);
}
