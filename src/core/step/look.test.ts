import { beforeEach, describe, expect, test } from 'vitest';
import { callWith, conversationWith } from '../../../test/harness/conversations.ts';
import { alice, bruno } from '../../../test/harness/view-pages.ts';
import { forAlice, type View, viewOf } from '../../../test/harness/view-world.ts';

const aliceCalls = callWith(alice.number ?? '');
const brunoCalls = callWith(bruno.number ?? '', 'connected', 2);

let view: View;
beforeEach(() => {
  view = viewOf({ readsConversations: true });
});

describe('at the press', () => {
  const anyone = { ...alice, title: '', number: undefined };
  beforeEach(() => {
    view.reads(anyone);
    view.talks(aliceCalls);
    expect(view.number()).toBe(alice.number);
    view.press();
    expect(view.launching()).toBe('checking');
  });
  const sees = (...now: Parameters<View['sees']>) => {
    view.sees(...now);
    view.reads(anyone);
  };

  test('the conversation is looked at once more', () => {
    expect(view.done().map((effect) => effect.do)).toContain('look-at-conversations');
    sees(aliceCalls);
    expect(view.launches()).toEqual(forAlice);
  });

  test('the page is looked at after it, for it may have become another while Genesys Cloud was asked', () => {
    view.reads(anyone);
    view.sees(aliceCalls);
    expect(view.launches()).toEqual([]);
    view.reads(bruno);
    expect(view.launches()).toEqual([]);
    expect(view.notice()).toBe('conversation-changed');
  });

  test('an answer of an earlier look at the conversations does not stand in for the look at the page', () => {
    view.sees(aliceCalls);
    view.sees(aliceCalls);
    view.happen({ type: 'conversations-silent' });
    expect(view.launches()).toEqual([]);
    expect(view.launching()).toBe('checking');
    view.reads(anyone);
    expect(view.launches()).toEqual(forAlice);
  });

  test('a page that does not answer then is not launched for by itself', () => {
    view.sees(aliceCalls);
    view.isSilent(anyone);
    expect(view.launches()).toEqual([]);
    expect(view.notice()).toBe('page-silent');
  });

  test.each([
    ['has ended', [callWith(alice.number ?? '', 'ended')]],
    ['is gone', []],
    ['is another one', [brunoCalls]],
    ['is another one of the same customer', [callWith(alice.number ?? '', 'connected', 3)]],
    ['is one of two', [aliceCalls, brunoCalls]],
  ])('nothing is launched where it %s', (_, now) => {
    sees(...now);
    expect(view.launches()).toEqual([]);
    expect(view.notice()).toBe('conversation-changed');
  });

  test('it may go on hold, or gain data that the form does not use', () => {
    sees({ ...aliceCalls, state: 'held', queueName: 'Support' });
    expect(view.launches()).toEqual(forAlice);
  });

  test('what Genesys Cloud does not confirm is launched only in spite of it', () => {
    view.happen({ type: 'conversations-silent' });
    expect(view.launches()).toEqual([]);
    expect(view.notice()).toBe('conversation-silent');
    view.press(true);
    view.reads(anyone);
    expect(view.launches()).toEqual(forAlice);
  });
});

describe('without a conversation', () => {
  test.each([
    ['none is listed', () => view.sees()],
    ['Genesys Cloud is silent', () => view.happen({ type: 'conversations-silent' })],
    [
      'the scope is missing',
      () =>
        view.happen({
          type: 'conversations-seen',
          conversations: {
            ...{ readAt: 0, conversations: [], complete: true },
            failure: { code: 'conversations-scope-missing', params: {} },
          },
        }),
    ],
  ])('the form launches as it would without where %s', (_, comes) => {
    view.reads(alice);
    view.press();
    comes();
    view.reads(alice);
    expect(view.launches()).toEqual(forAlice);
  });

  test('a launch that is pressed before one is known goes on where it agrees', () => {
    view.reads(alice);
    view.press();
    view.sees(aliceCalls);
    view.reads(alice);
    expect(view.launches()).toEqual(forAlice);
  });

  test('a launch that is pressed before one is known stops where it disagrees', () => {
    view.reads(alice);
    view.press();
    view.sees(brunoCalls);
    view.reads(alice);
    expect(view.launches()).toEqual([]);
    expect(view.notice()).toBe('page-says-other');
  });
});

describe('at once', () => {
  test('nothing is launched where page and conversation disagree, whatever a setting says', () => {
    view = viewOf({ readsConversations: true, launchAtOnce: true, contextFirst: 'conversation' });
    view.talks(brunoCalls);
    view.means(alice, {}, true);
    view.reads(alice);
    view.wait(20_000);
    view.reads(alice);
    expect(view.launching()).toBeUndefined();
    expect(view.launches()).toEqual([]);
  });

  test('a launch is made where they agree', () => {
    view = viewOf({ readsConversations: true, launchAtOnce: true });
    view.talks(aliceCalls);
    view.means(alice, {}, true);
    view.reads(alice);
    view.wait(2_000);
    view.sees(aliceCalls);
    view.reads(alice);
    expect(view.launches()).toEqual(forAlice);
  });
});

test('nothing of a conversation is launched at once beside a page that does not answer', () => {
  view.talks(aliceCalls);
  view.press();
  view.wait(3_000);
  view.isSilent(alice);
  view.wait(3_000);
  view.sees(aliceCalls);
  expect(view.number()).toBe(alice.number);
  expect(view.launches()).toEqual([]);
});

describe('a tab that is gone', () => {
  const document = { tabId: 7, documentId: 'unread 7', address: '', readAt: 0 };
  const failure = { code: 'tab-gone', params: {} } as const;
  const closes = (read: number) =>
    view.happen({ type: 'page-unreadable', read, failure, document });

  test('as its launch was looked at once more is not launched for', () => {
    view.reads(alice);
    view.press();
    closes(2);
    expect(view.launches()).toEqual([]);
  });

  test('is not launched for by a press, with what was typed on no page that could be read', () => {
    const unread = { code: 'page-not-readable', params: {} } as const;
    view.happen({ type: 'page-unreadable', read: 1, failure: unread, document });
    view.types('+15550100001');
    view.press();
    closes(2);
    view.press();
    view.press(true);
    expect(view.launches()).toEqual([]);
    expect(view.number()).toBeUndefined();
  });
});

test('a conversation on an unreadable page fills the form and is looked at', () => {
  const document = { tabId: 7, documentId: 'unread 7', address: 'chrome://x', readAt: 0 };
  const failure = { code: 'page-not-readable', params: {} } as never;
  view.happen({ type: 'page-unreadable', read: 1, failure, document });
  view.talks(conversationWith({ customers: [{ numbers: [alice.number ?? ''] }] }));
  expect(view.number()).toBe(alice.number);
  view.press();
  view.sees(aliceCalls);
  expect(view.launches()).toEqual([]);
  view.happen({ type: 'page-unreadable', read: 2, failure, document });
  expect(view.launches()).toEqual(forAlice);
});
