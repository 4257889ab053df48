const blocks = new Set('p div li ul ol pre h1 h2 h3 h4 h5 h6 blockquote'.split(' '));

type Step = Node | 'leave block';

/** Editors and code blocks as lines: each block one, white space as it stands. Buttons are left out. */
export function readLines(root: Element): string {
  const parts: string[] = [];
  let owedBreak = false;
  const write = (text: string) => {
    parts.push(owedBreak ? `\n${text}` : text);
    owedBreak = false;
  };
  const steps: Step[] = childrenReversed(root);
  for (let step = steps.pop(); step !== undefined; step = steps.pop()) {
    if (step === 'leave block') owedBreak = true;
    else if (step.nodeType === Node.TEXT_NODE) write(readable(step.nodeValue ?? ''));
    else if (step instanceof Element) {
      if (step.localName === 'br' && !isFiller(step)) write('\n');
      else if (step.localName !== 'button') {
        if (blocks.has(step.localName)) {
          if (owedBreak) write('');
          steps.push('leave block');
        }
        steps.push(...childrenReversed(step));
      }
    }
  }
  return parts.join('');
}
