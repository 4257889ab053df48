const blocks = new Set('p div li ul ol pre h1 h2 h3 h4 h5 h6 blockquote'.split(' '));

/** The draft as the user sees it, one line a paragraph. */
export function readComposer(composer: HTMLElement): string {
  if (isTextField(composer)) return composer.value.replace(/\r\n?/g, '\n');
  return readEditor(composer);
}

export function isTextField(composer: Element): composer is HTMLTextAreaElement {
  return composer.localName === 'textarea';
}

type Step = Node | 'leave block';

function readEditor(editor: HTMLElement): string {
  const parts: string[] = [];
  let owedBreak = false;
  const write = (text: string) => {
    parts.push(text);
    owedBreak = false;
  };
  const steps: Step[] = [...editor.childNodes].reverse();
  for (let step = steps.pop(); step !== undefined; step = steps.pop()) {
    if (step === 'leave block') {
      owedBreak = true;
    } else if (step.nodeType === 3) {
      write(`${owedBreak ? '\n' : ''}${readable(step.nodeValue ?? '')}`);
    } else if (step.nodeType === 1) {
      const element = step as Element;
      if (element.localName === 'br') {
        if (!isFiller(element)) write(`${owedBreak ? '\n' : ''}\n`);
        continue;
      }
      if (blocks.has(element.localName)) {
        if (owedBreak) write('\n');
        steps.push('leave block');
      }
      const children = element.childNodes;
      for (let i = children.length - 1; i >= 0; i--) steps.push(children[i] as ChildNode);
    }
  }
  return parts.join('');
}

/** Editors end a paragraph with a `br` of their own, so that the caret has a place there; it is no line of the draft. */
function isFiller(br: Element): boolean {
  return br.classList.contains('ProseMirror-trailingBreak') || br.nextSibling === null;
}

/** Editors put zero-width marks around embedded pills, and no-break spaces where two spaces meet. */
function readable(text: string): string {
  return text.replaceAll('\u00a0', ' ').replace(/[\u200b\ufeff]/g, '');
}
