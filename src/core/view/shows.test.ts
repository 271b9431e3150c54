import { beforeEach, describe, expect, test } from 'vitest';
import { alice, bruno, type TestPage } from '../../../test/harness/view-pages.ts';
import { ada, flow, grace, type View, viewOf } from '../../../test/harness/view-world.ts';
import { personOf } from '../session/person.ts';
import { connectionInUse, connectionKey } from '../settings/settings.ts';
import { lineFor, linesOf, showsLaunch } from './shows.ts';

let view: View;
beforeEach(() => {
  view = viewOf();
});

describe('the last launch', () => {
  const launched = (page: object) => {
    const launch = { id: 'earlier', state: 'completed', flow, page };
    view.happen({ type: 'stored', part: { launch: launch as never } });
  };
  const ofAlice = { address: alice.address, number: alice.number };

  test.each<[string, object, TestPage, boolean]>([
    ['shows on its page', ofAlice, alice, true],
    [
      'shows on its page, whatever number was typed',
      { address: alice.address },
      { ...alice, number: undefined },
      true,
    ],
    ['does not show on another page', ofAlice, bruno, false],
    ['does not show for another customer', ofAlice, { ...alice, number: bruno.number }, false],
    ['shows where it says no page', {}, bruno, true],
  ])('%s', (_, page, front, expected) => {
    launched(page);
    view.reads(front);
    expect(showsLaunch(view.state())).toBe(expected);
  });

  test('shows anywhere once the person has opened it', () => {
    launched(ofAlice);
    view.reads(bruno);
    view.happen({ type: 'launch-opened', launchId: 'earlier' });
    expect(showsLaunch(view.state())).toBe(true);
  });
});

describe('for whom an open launch is', () => {
  const launchOf = (by: object, key?: string): object => {
    const connection = connectionInUse(view.state().settings);
    if (connection === undefined) throw new Error('No connection is in use');
    return {
      ...{ id: 'open', state: 'running', flow, by, times: { created: 0 } },
      connection: { name: 'Test', key: key ?? connectionKey(connection) },
      customer: { name: 'Alice Martin', number: alice.number },
    };
  };
  const byAda = { person: personOf(ada) };

  test.each<[string, object, typeof ada | undefined, string | undefined, boolean]>([
    ['to the one who launched', byAda, ada, undefined, true],
    ['to no one while no person is signed in', byAda, undefined, undefined, false],
    ['not to another person', byAda, grace, undefined, false],
    ['where it is not known who launched', {}, grace, undefined, true],
    ['of another connection, where the person has another id', byAda, grace, 'elsewhere', true],
  ])('is said %s', (_, by, session, key, expected) => {
    const open = launchOf(by, key) as never;
    view.happen({ type: 'stored', part: { session, unfinished: [open] } });
    const [line] = linesOf(view.state());
    expect(line?.customer !== undefined).toBe(expected);
    expect(lineFor(view.state(), open)).toEqual(line);
  });
});
