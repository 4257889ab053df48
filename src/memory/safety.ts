import { type Domain, domains } from '@/memory/domains';
import type { Placer } from '@/memory/ports';

/** What must not be overlooked, whoever read it off. */
const safety: readonly Domain[] = ['allergy', 'condition', 'diet', 'medication'];
const surely = 0.5;
/** 0 to 1, as in a memory. */
const importance = 0.9;

export function isForSafety(text: string, placer: Placer): boolean {
  const own = placer.domains(text);
  return safety.some((domain) => (own[domains.indexOf(domain)] ?? 0) >= surely);
}

/** A constraint of health or safety weighs the same in whatever words it is told. */
export function weighed<Said extends { text: string; importance: number }>(said: Said, placer: Placer): Said {
  if (said.importance >= importance || !isForSafety(said.text, placer)) return said;
  return { ...said, importance };
}
