const conversation = '5d0c7a34-1be2-4c55-9f0e-6a4b8c1d2e3f';
const question = '11111111-aaaa-4bbb-8ccc-000000000001';
const answer = '22222222-aaaa-4bbb-8ccc-000000000002';

/**
 * The pages that every site has, as they are if the site is what the template says: each with what is read in
 * it.
 */
export function pagesOf(name: string): { file: string; text: string }[] {
  const host = `https://${name}.example.org`;
  const nothing = { temporary: false, turns: [], answering: false };
  const asked = { role: 'user', id: question, text: 'Name a river', streaming: false };
  const answered = { role: 'assistant', id: answer, text: 'The Tejo.', streaming: false };
  const open = { composer: 'textarea#prompt', composerBox: 'form', sendButton: 'button[data-testid="send"]' };
  const chat = { url: `${host}/c/${conversation}`, conversationId: conversation, ...nothing };
  return [
    ...page('thread', `${turns(answer, 'The Tejo.')}\n${form('send')}`, {
      ...chat,
      turns: [asked, answered],
      ...open,
    }),
    ...page('new-chat', form('send'), { ...chat, url: `${host}/`, conversationId: null, ...open }),
    ...page('streaming', `${turns(answer, 'The', ' data-streaming="true"')}\n${form('stop')}`, {
      ...chat,
      turns: [asked, { ...answered, text: 'The', streaming: true }],
      answering: true,
      ...open,
      sendButton: null,
    }),
    ...page('missing-elements', '<p>Something went wrong</p>', {
      ...chat,
      composer: null,
      composerBox: null,
      sendButton: null,
    }),
  ];
}

function page(name: string, main: string, expected: object): { file: string; text: string }[] {
  const html = `<!doctype html>
<html lang="en">
<head><title>Chat</title></head>
<body>
<nav><a href="/c/other">An older chat</a></nav>
<main>
${main}
</main>
</body>
</html>
`;
  return [
    { file: `${name}.html`, text: html },
    { file: `${name}.expected.json`, text: `${JSON.stringify(expected, null, 2)}\n` },
  ];
}

function turns(id: string, words: string, mark = ''): string {
  return `<div data-message-role="user" data-message-id="${question}">Name a river<button>Edit</button></div>
<div data-message-role="assistant" data-message-id="${id}"${mark}>
<div class="markdown"><p>${words}</p></div></div>`;
}

function form(button: 'send' | 'stop'): string {
  return `<form><textarea id="prompt"></textarea>
<button type="submit" data-testid="${button}"></button></form>`;
}
