import { done, type FailureCode, failed, type Outcome } from '../core/base/failure.ts';
import {
  cleanAddress,
  type Glance,
  type GlanceAnswer,
  glanceAnswerSchema,
  type PageDocument,
  pageDocumentSchema,
} from '../core/page/document.ts';
import {
  mergeSnapshots,
  type PageSnapshot,
  parsePageSnapshot,
  type ReadingClues,
} from '../core/page/snapshot.ts';
import { type EffectiveSettings, mayRead } from '../core/settings/managed.ts';
import { rulesFor, selectorsOf } from '../core/settings/site-rule.ts';
import { isSignedInAnywhere } from './store/signed-in.ts';
import { type Tab, tabNow } from './tabs.ts';
import { after } from './wait.ts';

/** A function that runs in the page: self-contained, its return value is its answer. */
export type PageReader = (clues?: ReadingClues) => PageSnapshot;

/** A page as it was read, and the browser's name for the document that it is in. */
export interface ReadDocument {
  documentId: string;
  snapshot: PageSnapshot;
}

/** What `readDocument` reads, without the document. */
export async function readTab(
  tab: Tab,
  reader: PageReader,
  settings: EffectiveSettings,
): Promise<Outcome<PageSnapshot>> {
  const read = await readDocument(tab, reader, settings);
  return read.ok ? done(read.value.snapshot) : read;
}

/**
 * Reads a page, with all frames that the click gives access to. What comes back is hostile until
 * parsed. Of a page that is not ready after `patience`, as it still loads or one of its frames does not
 * respond, what stands in its main frame is read.
 *
 * Fails with `tab-gone` where there is no such tab any more, `page-not-disclosed` before the person agreed,
 * `page-not-allowed` by our policy, `page-blocked-by-policy` by the browser's, `page-not-readable` (with the
 * reason's kind) or `page-answer-malformed`.
 */
export async function readDocument(
  tab: Tab,
  reader: PageReader,
  settings: EffectiveSettings,
  patience = 2_000,
  clues: Pick<ReadingClues, 'wanted' | 'at'> = {},
): Promise<Outcome<ReadDocument>> {
  if (tab.isGone) return failed('tab-gone');
  // A person who is signed in chose to sign in, and so has agreed.
  if (settings.isDisclosed === false && !(await isSignedInAnywhere()))
    return failed('page-not-disclosed');
  const allowed = cluesFor(tab.address ?? '', settings, clues);
  if (!allowed.ok) return allowed;
  const injected = await answersOf(tab, reader, allowed.value, patience);
  if (!injected.ok) return injected;
  const [main, ...frames] = injected.value;
  if (main === undefined) return failed(await whyUnreadable(tab));
  if (!main.answer.ok) return main.answer;
  const readable = frames.flatMap(({ answer }) => (answer.ok ? [answer.value] : []));
  return done({
    documentId: main.documentId,
    snapshot: mergeSnapshots(main.answer.value, readable),
  });
}

/**
 * Reads a document that was read before, without its frames and without asking for its tab first. Undefined if it
 * cannot be read; `gone` if the browser says that the tab has another document by now. If the page has another address,
 * nothing in it is read.
 */
export async function readMainAgain(
  { tabId, documentId, address }: Pick<PageDocument, 'tabId' | 'documentId' | 'address'>,
  reader: PageReader,
  settings: EffectiveSettings,
  clues: Pick<ReadingClues, 'wanted'>,
): Promise<ReadDocument | 'gone' | undefined> {
  const allowed = cluesFor(address, settings, { ...clues, at: address });
  if (!allowed.ok || settings.isDisclosed === false) return undefined;
  const target = { tabId, documentIds: [documentId] };
  const reading = { func: reader, args: [allowed.value] as [ReadingClues] };
  const answers = await answersIn({ ...reading, target, injectImmediately: true }).catch(String);
  // The browser's words are those of Chromium's scripting_api.cc.
  if (typeof answers === 'string') return /No document with id/.test(answers) ? 'gone' : undefined;
  const main = answers.find((each) => each.documentId === documentId);
  return main?.answer.ok ? { documentId, snapshot: main.answer.value } : undefined;
}

/** What the reader is told for a page, if our policy lets it be read. */
function cluesFor(
  address: string,
  settings: EffectiveSettings,
  clues: Pick<ReadingClues, 'wanted' | 'at'>,
): Outcome<ReadingClues> {
  if (!mayRead(settings, address)) return failed('page-not-allowed');
  return done({ ...clues, selectors: selectorsOf(rulesFor(settings.sites, address)) });
}

/** The answers of all frames, or of the main one alone where the others take too long. */
async function answersOf(
  tab: Tab,
  func: PageReader,
  clues: ReadingClues,
  patience: number,
): Promise<Outcome<Answers>> {
  const reading = { func, args: [clues] as [ReadingClues] };
  const main = { tabId: tab.id };
  const whole = inject(tab, { ...reading, target: { ...main, allFrames: true } });
  const isSlow = await Promise.race([whole.then(() => false), after(patience).then(() => true)]);
  if (!isSlow) return whole;
  return Promise.race([whole, inject(tab, { ...reading, target: main, injectImmediately: true })]);
}

type Answers = { documentId: string; answer: Outcome<PageSnapshot> }[];

/**
 * What frames answer, the page's own first. Fails where the browser does not let it in: its words
 * tell where that is a policy's doing, whose `runtime_blocked_hosts` has the page.
 */
async function inject(tab: Tab, injection: Injection): Promise<Outcome<Answers>> {
  try {
    return done(await answersIn(injection));
  } catch (error) {
    const isPolicy = /ExtensionsSettings policy/.test(String(error));
    return failed(isPolicy ? 'page-blocked-by-policy' : await whyUnreadable(tab));
  }
}

type Injection = chrome.scripting.ScriptInjection<[ReadingClues], PageSnapshot>;

async function answersIn(injection: Injection): Promise<Answers> {
  const results = await chrome.scripting.executeScript(injection);
  return results
    .toSorted((a, b) => a.frameId - b.frameId)
    .map(({ documentId, result }) => ({ documentId, answer: parsePageSnapshot(result) }));
}

/** Why a page cannot be read: the browser keeps some pages to itself, as their addresses tell. */
async function whyUnreadable({ id, address }: Tab): Promise<FailureCode> {
  // It may have been closed while it was read.
  if ((await tabNow(id)).isGone) return 'tab-gone';
  if (address === undefined) return 'page-not-readable';
  if (address.startsWith('file:')) return 'page-is-file';
  if (/^https:\/\/(chromewebstore\.google\.com|chrome\.google\.com\/webstore)/.test(address)) {
    return 'page-is-web-store';
  }
  return /^https?:/.test(address) ? 'page-not-readable' : 'page-is-browsers-own';
}

/** A function that runs in the page for a quick look: self-contained, its return value is its answer. */
export type PageGlance = () => GlanceAnswer;

/** Where a tab's page is now, and how often it has changed; undefined where it cannot be seen. */
export async function glanceAt(tabId: number, glance: PageGlance): Promise<Glance | undefined> {
  try {
    const [main] = await chrome.scripting.executeScript({
      target: { tabId },
      func: glance,
      injectImmediately: true,
    });
    const answer = glanceAnswerSchema.safeParse(main?.result);
    if (main === undefined || !answer.success) return undefined;
    const { address, ...rest } = answer.data;
    return { documentId: main.documentId, address: cleanAddress(address), ...rest };
  } catch {
    return undefined;
  }
}

/** The document in a tab, or in one of its frames, where the browser lets us see it. */
export async function documentIn(tabId: number, frameId = 0): Promise<PageDocument | undefined> {
  try {
    const [answer] = await chrome.scripting.executeScript({
      target: { tabId, frameIds: [frameId] },
      func: () => ({
        address: location.href,
        title: document.title,
        loadedAt: performance.timeOrigin,
      }),
      injectImmediately: true,
    });
    const { address = '', title = '', loadedAt } = answer?.result ?? {};
    return pageDocumentSchema.safeParse({
      tabId,
      documentId: answer?.documentId,
      address: cleanAddress(String(address)),
      title: String(title).slice(0, 1_000),
      readAt: Date.now(),
      loadedAt: Number.isFinite(loadedAt) ? loadedAt : undefined,
    }).data;
  } catch {
    return undefined;
  }
}
