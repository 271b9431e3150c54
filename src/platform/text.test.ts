import { afterEach, expect, test, vi } from 'vitest';
import { languageTag, textIn } from './text.ts';

/** The browser's own messages, as a built catalogue has them. */
const own: Record<string, string> = {
  names: 'sign_in\nsign_in_again\nsigned_in_as',
  texts: 'Sign in\nSign in again\nSigned in as {user}',
  extensionName: 'Kickoff',
};

/** Stands in for the browser, which knows its own words, and for the files of the package. */
function browser(files: Record<string, unknown>): string[] {
  const asked: string[] = [];
  vi.stubGlobal('chrome', {
    i18n: { getMessage: (key: string) => own[key] ?? '', getUILanguage: () => 'en-GB' },
    runtime: { getURL: (path: string) => path },
  });
  vi.stubGlobal('fetch', async (path: string) => {
    asked.push(path);
    if (!(path in files)) throw new TypeError('Failed to fetch');
    return Response.json(files[path]);
  });
  return asked;
}

afterEach(() => vi.unstubAllGlobals());

test('the browser’s own words are not loaded again', async () => {
  const asked = browser({});
  const text = await textIn('browser');
  expect(text('sign_in')).toBe('Sign in');
  expect(text('signed_in_as', { user: 'Ann' })).toBe('Signed in as Ann');
  expect(text('extensionName')).toBe('Kickoff');
  expect(asked).toEqual([]);
});

test('those of a chosen language are loaded once, and what is missing in it is the browser’s', async () => {
  const asked = browser({
    '_locales/pt_BR/messages.json': { texts: { message: 'Entrar\nEntrar de novo\nOlá {user}' } },
  });
  const text = await textIn('pt-BR');
  expect(text('signed_in_as', { user: 'Ann' })).toBe('Olá Ann');
  expect(text('extensionName')).toBe('Kickoff');
  expect(await textIn('pt-BR')).toBe(text);
  expect(asked).toEqual(['_locales/pt_BR/messages.json']);
});

test.each([[{}], [{ '_locales/de/messages.json': { texts: 'Anmelden' } }]])(
  'words that cannot be loaded (%j) leave the browser’s',
  async (files) => {
    vi.spyOn(console, 'warn').mockReturnValue(undefined);
    browser(files);
    expect((await textIn('de'))('sign_in')).toBe('Sign in');
  },
);

test('dates and numbers follow the chosen language, else the browser’s', () => {
  browser({});
  expect(languageTag('pt-BR')).toBe('pt-BR');
  expect(languageTag('browser')).toBe('en-GB');
});
