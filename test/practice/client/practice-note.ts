import { el } from './dom';

/** Says below the composer what this page is, so that nobody takes it for the real site. */
export function practiceNote(): HTMLElement {
  return el('p', { class: 'p-note' }, 'A practice page. Its answers are scripted on this computer.');
}
