// `npm run gallery`: every state of the launcher on one page, taken from the real extension as the page
// asks for it, light and dark, in each language. `Open` brings the extension into a state, to try it by
// hand. The states are those of `npm run pictures`. Without a display (or with `-- --headless`) only the page is served.
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'playwright';
import { languages } from '../src/core/settings/settings.ts';
import { arrange } from '../test/harness/arrange.ts';
import { buildForSandbox } from '../test/harness/build.ts';
import { openStage } from '../test/harness/stage.ts';
import { states } from '../test/harness/states.ts';
import { galleryPage } from './gallery-page.ts';
import { asHighAsItsContent, inState, stateNamed, visit } from './picture-views.ts';
import { isHeadless, untilClosed } from './session.ts';

const schemes = ['light', 'dark'] as const;

await buildForSandbox();
const stage = await openStage({}, { headed: !isHeadless });
/** One state after the other, since they share the extension's storage. */
let turn: Promise<unknown> = Promise.resolve();
const pictures = new Map<string, Promise<Buffer[]>>();

const server = createServer((request, response) => {
  const [, what = '', ...names] = (request.url ?? '/').split('/');
  void answer(response, what, names).catch((error: unknown) => {
    response.writeHead(500).end(String(error));
  });
});
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
if (!isHeadless) await (await stage.browser.context.newPage()).goto(address);
console.log(`The gallery is at ${address}. Ctrl+C ends it.`);
await untilClosed(stage.browser);
server.close();
await stage.close();
process.exit();

async function answer(
  response: ServerResponse,
  what: string,
  [name = '', language = '', scheme = '']: readonly string[],
): Promise<void> {
  if (what === 'picture') {
    const [light, dark] = await picturesOf(name, language);
    response.writeHead(200, { 'content-type': 'image/png' }).end(scheme === 'dark' ? dark : light);
  } else if (what === 'open') {
    await inTurn(() => open(name));
    response.writeHead(204).end();
  } else {
    const page = galleryPage(
      states.map((state) => state.name),
      languages,
    );
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(page);
  }
}

function picturesOf(name: string, language: string): Promise<Buffer[]> {
  const key = `${name} ${language}`;
  const known = pictures.get(key);
  if (known !== undefined) return known;
  const taken = inTurn(() =>
    inState(stage, name, 'popup', async (view) => {
      await speak(view, language);
      return inBothSchemes(view);
    }),
  );
  pictures.set(key, taken);
  // A state that could not be reached is tried again when the page asks again.
  taken.catch(() => pictures.delete(key));
  return taken;
}

/** Chooses a language. The view draws its words anew and stays in its state, which was reached in English. */
async function speak(view: Page, language: string): Promise<void> {
  await view.evaluate(async (language) => {
    const fresh = { version: 1, connections: [] };
    const { settings } = await chrome.storage.local.get<{ settings: object }>({ settings: fresh });
    await chrome.storage.local.set({ settings: { ...settings, language }, disclosure: true });
  }, language);
  await view.locator(`html[lang="${language}"]`).waitFor({ state: 'attached' });
  await asHighAsItsContent(view);
}

async function inBothSchemes(view: Page): Promise<Buffer[]> {
  const taken: Buffer[] = [];
  for (const colorScheme of schemes) {
    await view.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    taken.push(await view.screenshot({ animations: 'disabled', caret: 'hide' }));
  }
  return taken;
}

/** Opens a state for a person, who may do with it what they like. */
async function open(name: string): Promise<void> {
  const state = stateNamed(name);
  const { tabId } = await visit(stage, state);
  await arrange(stage, state, tabId);
  const view = await stage.browser.popup(tabId);
  await state.act?.(view);
}

function inTurn<Value>(step: () => Promise<Value>): Promise<Value> {
  const done = turn.then(step);
  turn = done.catch(() => {});
  return done;
}
