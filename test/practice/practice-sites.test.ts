import { describe, expect, it } from 'vitest';
import { practiceOrigins, preparePracticeSites, TEXTAREA_ORIGIN } from './practice-sites';
import { respond, respondAtLength } from './responder';

describe('the scripted answers', () => {
  it('use what the prompt says about diet and city', () => {
    const answer = respond(
      'Notes: the user is allergic to shellfish and lives in Lisbon.\n\nA restaurant for tonight?',
    );
    expect(answer).toContain('In Lisbon, without shellfish:');
  });

  it('use what was said earlier in the conversation', () => {
    const history = [
      {
        role: 'user' as const,
        text: 'I live in Lisbon and I never go near shellfish, I am not allowed shellfish',
      },
    ];
    expect(respond('Where should we have dinner?', history)).toContain('In Lisbon, without shellfish:');
  });

  it.each([
    'Where should we have dinner?',
    'Dinner ideas? I love shellfish and live in Lisbon.',
    'Dinner ideas? I am allergic to shellfish and moved away from Lisbon.',
  ])('ask instead of claiming what nobody said: %s', (prompt) => {
    expect(respond(prompt)).toContain('Which city are you in');
  });

  it('show code in the language that was asked for', () => {
    expect(respond('Some code please')).toContain('```typescript');
    expect(respond('A python function')).toContain('```python');
  });

  it('can be as long as wanted', () => {
    expect(respondAtLength(123_456)).toHaveLength(123_456);
  });
});

describe('the practice sites', () => {
  it('answer every path of their origins with a page that loads its own program', async () => {
    const sites = await preparePracticeSites();
    for (const [site, origin] of Object.entries(practiceOrigins)) {
      const page = sites.answer(`${origin}/chat/any/path?and=query`, 'GET');
      expect(page?.status).toBe(200);
      expect(`${page?.body}`).toContain(`/__practice/${site}.js`);
      expect(sites.answer(`${origin}/__practice/${site}.js`, 'GET')?.headers['content-type']).toContain(
        'javascript',
      );
      expect(sites.answer(`${origin}/__practice/${site}.css`, 'GET')?.headers['content-type']).toContain(
        'css',
      );
      expect(sites.answer(`${origin}/favicon.ico`, 'GET')?.status).toBe(204);
    }
  });

  it('leave every other address to the caller', async () => {
    const sites = await preparePracticeSites();
    expect(sites.answer('https://example.com/', 'GET')).toBeUndefined();
    expect(sites.answer(`${TEXTAREA_ORIGIN}1/`, 'GET')).toBeUndefined();
    expect(sites.answer(`${practiceOrigins.huggingface}/some/model`, 'GET')).toBeUndefined();
  });
});
