/** A menu this far from the composer's box at most is the composer's. */
const nearPx = 48;
const popups = '[role="listbox"], [role="menu"]';

/** Whether a menu of the site (slash commands, mentions) is open over the composer, which then owns the Enter key. */
export function isMenuOpen(composer: HTMLElement, box: HTMLElement | undefined): boolean {
  if (composer.getAttribute('aria-activedescendant')) return true;
  const combobox = composer.closest('[aria-expanded="true"]');
  if (combobox && (combobox === composer || combobox.getAttribute('role') === 'combobox')) return true;
  const around = box ?? composer;
  return [...document.querySelectorAll<HTMLElement>(popups)].some(
    (popup) => isShown(popup) && (around.contains(popup) || isNear(popup, around)),
  );
}

function isShown(popup: HTMLElement): boolean {
  return popup.checkVisibility?.({ visibilityProperty: true, opacityProperty: true }) ?? !popup.hidden;
}

function isNear(popup: HTMLElement, box: HTMLElement): boolean {
  const a = popup.getBoundingClientRect();
  const b = box.getBoundingClientRect();
  if (a.width === 0 || a.height === 0) return false;
  return (
    a.left < b.right + nearPx &&
    a.right > b.left - nearPx &&
    a.top < b.bottom + nearPx &&
    a.bottom > b.top - nearPx
  );
}
