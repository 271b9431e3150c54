import { beforeEach, describe, expect, test } from 'vitest';
import { alice, bruno } from '../../../test/harness/view-pages.ts';
import { forAlice, settingsOf, type View, viewOf } from '../../../test/harness/view-world.ts';
import { pendingPolicy } from '../settings/managed.ts';
import type { Connection } from '../settings/settings.ts';
import { tooSoon } from './turned.ts';

let view: View;
beforeEach(() => {
  view = viewOf({ launchAtOnce: true });
});

/** The settings change, as by a policy or in the options: the connection in use is another one. */
function configure(change: Partial<Connection>): void {
  const { settings } = view.state();
  const connections = settings.connections.map((connection) => ({ ...connection, ...change }));
  view.happen({ type: 'stored', part: { settings: { ...settings, connections } } });
}

/** The organization allows no flow any more. */
function forbid(): void {
  const { settings } = view.state();
  const policy = { ...settings.policy, allowedFlows: [] };
  view.happen({ type: 'stored', part: { settings: { ...settings, policy } } });
}

const changes: [string, Partial<Connection>][] = [
  ['another environment', { environment: { region: 'mypurecloud.com' } }],
  ['another client', { clientId: '0a0b0c0d-0000-4000-8000-0000000000cc' }],
  ['another name', { name: 'Production' }],
  ['another shape of requests', { requestFormat: { inputsKey: 'data', flowIdIn: 'body' } }],
  ['a question before each launch', { confirmLaunch: true }],
];

describe.each(changes)('a connection that has %s by then', (_, change) => {
  test('launches nothing that is being counted down', () => {
    view.means(alice, {}, true);
    view.reads(alice);
    expect(view.launching()).toBe('counting');
    configure(change);
    view.wait(2_000);
    view.reads(alice);
    expect(view.launches()).toEqual([]);
    expect(view.notice()).toBe('settings-changed');
  });

  test('launches nothing whose page is looked at', () => {
    view.reads(alice);
    view.press();
    configure(change);
    view.reads(alice);
    expect(view.launches()).toEqual([]);
    expect(view.notice()).toBe('settings-changed');
  });

  test('launches nothing that waits for its page', () => {
    view.press();
    configure(change);
    view.reads(alice);
    view.wait(10_000);
    view.reads(alice);
    expect(view.launches()).toEqual([]);
    expect(view.notice()).toBe('settings-changed');
  });

  test('launches the next time Launch is pressed', () => {
    view.reads(alice);
    view.press();
    configure(change);
    view.reads(alice);
    view.wait(tooSoon);
    view.press();
    view.happen({ type: 'question-answered', yes: true });
    view.reads(alice);
    expect(view.launches()).toEqual(forAlice);
  });
});

describe('a launch at once that the settings take away', () => {
  const takeAway: [string, () => void][] = [
    [
      'as they no longer launch the flow at once',
      () => configure({ flows: settingsOf({}).connections[0]?.flows ?? [] }),
    ],
    ['as they no longer have the flow', () => configure({ flows: [] })],
    ['as the organization forbids the flow', () => forbid()],
  ];

  test.each(takeAway)('%s, is not launched after the countdown', (_, happens) => {
    view.means(alice, {}, true);
    view.reads(alice);
    expect(view.launching()).toBe('counting');
    happens();
    view.wait(2_000);
    view.reads(alice);
    expect(view.launches()).toEqual([]);
    expect(view.notice()).toBe('settings-changed');
  });

  test.each(takeAway)('%s, is not launched while its page is looked at', (_, happens) => {
    view.means(alice, {}, true);
    view.reads(alice);
    view.wait(2_000);
    expect(view.launching()).toBe('checking');
    happens();
    view.reads(alice);
    expect(view.launches()).toEqual([]);
  });
});

test('a flow that the organization forbids by then is not launched', () => {
  view.reads(alice);
  view.press();
  forbid();
  view.reads(alice);
  expect(view.launches()).toEqual([]);
  expect(view.notice()).toBe('settings-changed');
});

test('a question that was asked about one connection does not launch in another', () => {
  view = viewOf({ confirmLaunch: true });
  view.reads(alice);
  view.press();
  configure({ name: 'Production' });
  view.happen({ type: 'question-answered', yes: true });
  view.reads(alice);
  expect(view.launches()).toEqual([]);
});

test('what else changes in the settings keeps nothing from being launched', () => {
  view.reads(alice);
  view.press();
  configure({ flows: [] });
  view.happen({
    type: 'stored',
    part: { settings: { ...view.state().settings, atOnceSeconds: 9 } },
  });
  view.reads(alice);
  expect(view.launches()).toEqual(forAlice);
});

test('Launch that waits for its page shows what it sends, also where flows are launched at once without a wait', () => {
  view = viewOf({ atOnceSeconds: 0 });
  view.press();
  view.reads(bruno);
  expect(view.launches()).toEqual([]);
  expect(view.launching()).toBe('counting');
  view.wait(2_000);
  view.reads(bruno);
  expect(view.launches()).toHaveLength(1);
});

describe('while the browser has not handed over what the organization has set', () => {
  const settings = settingsOf({ launchAtOnce: true });
  const arrives = (policy: typeof settings.policy) =>
    view.happen({ type: 'stored', part: { settings: { ...settings, policy } } });
  beforeEach(() => {
    view = viewOf();
    arrives(pendingPolicy);
    view.reads(alice);
  });

  test('a press waits for it, and launches what was on screen then only if that is still what is sent', () => {
    view.press();
    expect(view.launching()).toBe('held');
    arrives(settings.policy);
    view.wait(10_000);
    view.reads(alice);
    expect(view.launches()).toEqual(forAlice);
  });

  test('nothing is launched at once', () => {
    view.means(alice, {}, true);
    view.wait(2_000);
    view.wait(2_000);
    view.reads(alice);
    expect(view.launches()).toEqual([]);
  });
});
