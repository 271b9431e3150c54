import { beforeEach, expect, test, vi } from 'vitest';
import { fakeArea } from '../../test/harness/chrome/storage.ts';
import { type Draft, emptyDraft } from '../core/form/draft.ts';
import { draftOf } from '../platform/keys/tab.ts';
import { sharedDraft } from './shared-draft.ts';

const tabId = 7;
const flowId = '0a0b0c0d-0000-4000-8000-0000000000aa';

/** What the person typed into a form that is about a customer; no key of a record is in alphabetical order. */
function typed(number: string): Draft {
  const origin = {
    documentId: 'document',
    address: 'https://crm.example.com/1',
    about: { customerNumber: '+15550199888', contactId: '1' },
  };
  return {
    flowId,
    forms: {
      [flowId]: {
        values: { 'Flow.number': number, 'Flow.email': 'alice@example.com' },
        touched: ['Flow.number', 'Flow.email'],
        sources: {},
        origins: { 'Flow.number': origin, 'Flow.email': origin },
      },
    },
  };
}

function view() {
  const heard: Draft[] = [];
  const write = sharedDraft(tabId, (draft) => heard.push(draft), new AbortController().signal);
  return { heard, write };
}

/** Storage answers at once, so some turns are enough for all that follows from it. */
async function settled(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}

let session: ReturnType<typeof fakeArea>;

beforeEach(() => {
  session = fakeArea();
  vi.stubGlobal('chrome', { storage: { session } });
});

test('a view does not get back what it wrote, in whatever order storage keeps it', async () => {
  const here = view();
  for (const number of ['+', '+1', '+15']) here.write(typed(number));
  await settled();
  expect(here.heard).toEqual([]);
});

test('the other views beside a tab get it', async () => {
  const [here, other] = [view(), view()];
  here.write(typed('+1'));
  await settled();
  expect(other.heard).toEqual([typed('+1')]);
  other.write(typed('+15'));
  await settled();
  expect(here.heard).toEqual([typed('+15')]);
});

test('what is typed here stays on screen as another view writes a moment before it', async () => {
  const [here, other] = [view(), view()];
  here.write(typed('+1'));
  await settled();
  other.write(emptyDraft);
  here.write(typed('+15'));
  await settled();
  expect(here.heard).toEqual([]);
  expect(other.heard.at(-1)).toEqual(typed('+15'));
  expect(await draftOf(tabId).get()).toEqual(typed('+15'));
});

test('two views that write at once come to hold what storage holds', async () => {
  const [here, other] = [view(), view()];
  here.write(typed('+1'));
  other.write(typed('+2'));
  here.write(typed('+15'));
  other.write(typed('+26'));
  await settled();
  expect(await draftOf(tabId).get()).toEqual(typed('+26'));
  expect(here.heard.at(-1)).toEqual(typed('+26'));
  expect(other.heard).toEqual([]);
});

test('a view that storage refuses to write hears of the others all the same', async () => {
  const [here, other] = [view(), view()];
  vi.spyOn(session, 'set').mockRejectedValueOnce(new Error('QUOTA_BYTES quota exceeded'));
  here.write(typed('+1'));
  await settled();
  other.write(typed('+2'));
  await settled();
  expect(here.heard).toEqual([typed('+2')]);
});

test('a draft that goes is gone in every view', async () => {
  const here = view();
  here.write(typed('+1'));
  await settled();
  await draftOf(tabId).remove();
  await settled();
  expect(here.heard).toEqual([emptyDraft]);
});

test('what stands already is not written again', async () => {
  const here = view();
  here.write(typed('+1'));
  await settled();
  const set = vi.spyOn(session, 'set');
  here.write(typed('+1'));
  expect(set).not.toHaveBeenCalled();
});
