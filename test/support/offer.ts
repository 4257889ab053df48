import type { CDPSession, Page } from '@playwright/test';

interface DomNode {
  backendNodeId: number;
  nodeType: number;
  localName: string;
  nodeValue: string;
  attributes?: string[];
  children?: DomNode[];
  shadowRoots?: DomNode[];
}

/** Opens the offer by a click on its pill and answers its texts, the pill's first; undefined when there is none. */
export async function readOffer(page: Page): Promise<string[]> {
  const session = await page.context().newCDPSession(page);
  try {
    const pill = await find(session, (node) => node.localName === 'button');
    if (!pill) return [];
    await clickNode(session, page, pill);
    return textsOf(await offerRoot(session));
  } finally {
    await session.detach();
  }
}

/** The texts of the offer as it is, the pill's first; nothing is clicked. */
export async function offerTexts(page: Page): Promise<string[]> {
  const session = await page.context().newCDPSession(page);
  try {
    return textsOf(await offerRoot(session));
  } finally {
    await session.detach();
  }
}

/** Sets or takes away the tick of the memory in the open offer that has this text. */
export async function tickInOffer(page: Page, text: string): Promise<void> {
  const session = await page.context().newCDPSession(page);
  try {
    const line = await find(session, (node) => node.localName === 'label' && textsOf(node).includes(text));
    const tick = line && descendants(line).find((node) => node.localName === 'input');
    if (!tick) throw new Error(`The offer has no memory "${text}"`);
    await clickNode(session, page, tick);
  } finally {
    await session.detach();
  }
}

/** Clicks the button of the open offer that carries this text, or is named by it. */
export async function clickInOffer(page: Page, text: string): Promise<void> {
  const session = await page.context().newCDPSession(page);
  try {
    const button = await find(
      session,
      (node) =>
        node.localName === 'button' &&
        (textsOf(node).join(' ').includes(text) || node.attributes?.includes(text) === true),
    );
    if (!button) throw new Error(`The offer has no button "${text}"`);
    await clickNode(session, page, button);
  } finally {
    await session.detach();
  }
}

/** The page itself cannot look into the offer; the debugging protocol can. */
async function offerRoot(session: CDPSession): Promise<DomNode | undefined> {
  const { root } = await session.send('DOM.getDocument', { depth: -1, pierce: true });
  return descendants(root as DomNode).find((node) => node.localName === 'throughline-offer');
}

async function find(session: CDPSession, isIt: (node: DomNode) => boolean): Promise<DomNode | undefined> {
  const offer = await offerRoot(session);
  return offer && descendants(offer).find(isIt);
}

async function clickNode(session: CDPSession, page: Page, { backendNodeId }: DomNode): Promise<void> {
  const { model } = await session.send('DOM.getBoxModel', { backendNodeId });
  const [left = 0, top = 0, , , right = 0, bottom = 0] = model.border;
  await page.mouse.click((left + right) / 2, (top + bottom) / 2);
}

function textsOf(node: DomNode | undefined): string[] {
  if (!node) return [];
  return descendants(node)
    .filter((one) => one.nodeType === 3 && !isStyle(one, node))
    .map((one) => one.nodeValue.trim())
    .filter((text) => text !== '');
}

function isStyle(text: DomNode, within: DomNode): boolean {
  return descendants(within).some((node) => node.localName === 'style' && node.children?.includes(text));
}

function descendants(node: DomNode): DomNode[] {
  const inside = [...(node.shadowRoots ?? []), ...(node.children ?? [])];
  return [node, ...inside.flatMap(descendants)];
}
