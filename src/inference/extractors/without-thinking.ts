import { ModelError } from '@/models/model-error';

/** What a model answers, without its reasoning. Throws `badAnswer` where nothing is left. */
export function answerIn(text: string): string {
  const answer = withoutThinking(text);
  if (answer === '') throw new ModelError('badAnswer', 'The model says nothing.');
  return answer;
}

/**
 * What a model says without the reasoning it says it after. A template may have opened the reasoning for the model, so
 * that only its end is seen; reasoning without an end is all there is. JSON may quote a tag and stays as it is.
 */
export function withoutThinking(text: string): string {
  const said = text.trim();
  const end = said.indexOf('</think>');
  if (said.startsWith('<think>')) return end < 0 ? '' : withoutThinking(afterThinking(said, end));
  return end < 0 || /^[{[]/.test(said) ? said : afterThinking(said, end);
}

function afterThinking(said: string, end: number): string {
  return said.slice(end + '</think>'.length).trim();
}
