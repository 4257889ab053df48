import { nextTask } from '@/lib/next-task';
import { pause } from '@/lib/pause';
import { putCaretAtEnd, selectBehind } from '@/sites/caret';
import { isTextarea, readComposer } from '@/sites/composer-text';
import { cutInPieces } from '@/sites/pieces';

export interface InsertOptions {
  /** The site's `pasteLimit`. */
  pasteLimit?: number | undefined;
}

/** Editors lose part of a larger paste, and sites make an attachment of one that is larger still. */
const largestPiece = 2_000;

/**
 * Puts text behind what the user has written, which stays as it is, pills included, and leaves the caret at the
 * end. True only if the composer then reads so; on false it holds what it held before, unless the page changed it
 * meanwhile. The tab has to be in front: editing commands need the focus.
 */
export async function insertAtEnd(
  composer: HTMLElement,
  text: string,
  { pasteLimit = largestPiece }: InsertOptions = {},
): Promise<boolean> {
  const before = readComposer(composer);
  for (const insert of waysInto(composer)) {
    const isTaken = await insert(composer, text, Math.min(largestPiece, pasteLimit));
    if (await comesToRead(composer, isTaken, (now) => isJoined(now, before, text))) return true;
    // What was taken may still be drawn later: another way now could put the text there twice.
    if (!(await restore(composer, before, text)) || isTaken) return false;
  }
  return false;
}

/** True when the page took the text over, and will show it in its own time. */
type Way = (composer: HTMLElement, text: string, mostAtOnce: number) => boolean | Promise<boolean>;

function waysInto(composer: HTMLElement): Way[] {
  if (isTextarea(composer)) return [typeIntoTextarea, setTextarea];
  // In Firefox a paste from an extension's own world arrives empty (Mozilla bug 1654724).
  return import.meta.env.FIREFOX ? [typeLines] : [paste, typeLines];
}

const typeIntoTextarea: Way = async (composer, text) => {
  if (!isTextarea(composer)) return false;
  composer.focus();
  composer.setSelectionRange(composer.value.length, composer.value.length);
  await command(composer, 'insertText', text);
  return false;
};

/** Past the setter that frameworks put on the element itself, which would take the change for their own. */
const setTextarea: Way = (composer, text) => {
  if (isTextarea(composer)) setValue(composer, composer.value + text);
  return false;
};

const paste: Way = async (composer, text, mostAtOnce) => {
  let isTaken = false;
  for (const piece of cutInPieces(text, mostAtOnce)) {
    putCaretAtEnd(composer);
    await nextTask();
    if (!takesPaste(composer, piece)) return isTaken;
    isTaken = true;
    await nextTask();
  }
  return isTaken;
};

/** Whoever takes a paste prevents the browser's own; untaken, a made-up one inserts nothing. */
function takesPaste(composer: HTMLElement, text: string): boolean {
  const clipboardData = new DataTransfer();
  clipboardData.setData('text/plain', text);
  const event = new ClipboardEvent('paste', {
    clipboardData,
    bubbles: true,
    cancelable: true,
    composed: true,
  });
  return !composer.dispatchEvent(event);
}

const typeLines: Way = async (composer, text) => {
  putCaretAtEnd(composer);
  await nextTask();
  for (const [index, line] of text.split('\n').entries()) {
    if (index > 0) await breakLine(composer);
    if (line !== '') await command(composer, 'insertText', line);
  }
  return false;
};

/**
 * Shift and Enter is a new line on every site. The command for it is second choice: an editor without line breaks
 * of its own drops it in silence. `insertParagraph` would not do: ProseMirror takes it for Enter, and sends.
 */
async function breakLine(composer: HTMLElement): Promise<void> {
  const isTaken = !composer.dispatchEvent(
    new KeyboardEvent('keydown', {
      key: 'Enter',
      code: 'Enter',
      keyCode: 13,
      shiftKey: true,
      bubbles: true,
      cancelable: true,
      composed: true,
    }),
  );
  if (!isTaken) await command(composer, 'insertLineBreak');
}

/** Later tasks count too: some editors draw what they took only when they get round to it. */
async function comesToRead(
  composer: HTMLElement,
  isTaken: boolean,
  asWished: (text: string) => boolean,
): Promise<boolean> {
  for (let tries = 0; tries < (isTaken ? drawingTries : 3); tries++) {
    await (tries < 3 ? nextTask() : pause(drawingStepMs));
    if (asWished(readComposer(composer))) return true;
  }
  return false;
}

/** Half a second in all. */
const drawingStepMs = 25;
const drawingTries = 23;

/** What stands behind both is the user's, who types on. */
function isJoined(now: string, before: string, text: string): boolean {
  return spaceless(now).startsWith(spaceless(before) + spaceless(text));
}

function spaceless(text: string): string {
  return text.replace(/\s/g, '');
}

/**
 * Takes away what came of `text` behind the old text. Where the old text is no longer in front, or something else
 * stands behind it, which the user may have typed, nothing is touched.
 */
async function restore(composer: HTMLElement, before: string, text: string): Promise<boolean> {
  const [was, now] = [before, readComposer(composer)].map(spaceless) as [string, string];
  if (now === was) return true;
  const isOurs = now.startsWith(was) && spaceless(text).startsWith(now.slice(was.length));
  if (!composer.isConnected || !isOurs) return false;
  if (isTextarea(composer)) setValue(composer, before);
  else {
    selectBehind(composer, was.length);
    await nextTask();
    await command(composer, 'delete');
  }
  return comesToRead(composer, false, (text) => spaceless(text) === was);
}

function setValue(composer: HTMLTextAreaElement, value: string): void {
  const prototype = Object.getPrototypeOf(composer) as HTMLTextAreaElement;
  Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(composer, value);
  composer.setSelectionRange(value.length, value.length);
  composer.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true, inputType: 'insertText' }));
}

/**
 * An editing command does what the same act of the user would, keeps undo, and fires no key events. It goes where
 * the focus is, which a composer that the page has just replaced does not have. Resolves when the editor, which
 * watches its own DOM, has been told.
 */
async function command(composer: HTMLElement, name: string, value?: string): Promise<void> {
  if (composer.matches(':focus')) composer.ownerDocument.execCommand(name, false, value);
}
