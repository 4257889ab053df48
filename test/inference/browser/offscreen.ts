import { browser } from 'wxt/browser';
import './page';

/** What a test asks of the lab where it is an offscreen document, which nothing reaches but messages. */
export interface LabRequest {
  to: 'lab';
  name: string;
  given: unknown[];
}

export type LabAnswer = { value: unknown } | { thrown: string };

browser.runtime.onMessage.addListener((request: LabRequest, _sender, reply: (answer: LabAnswer) => void) => {
  if (request.to !== 'lab') return undefined;
  const calls = window.lab as unknown as Record<string, (...given: unknown[]) => unknown>;
  Promise.resolve(calls[request.name]?.(...request.given)).then(
    (value) => reply({ value }),
    (error) => reply({ thrown: String(error) }),
  );
  return true;
});
