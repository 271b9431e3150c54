import { beforeEach, describe, expect, test } from 'vitest';
import { alice, bruno, type TestPage } from '../../../test/harness/view-pages.ts';
import { flow, type View, viewOf } from '../../../test/harness/view-world.ts';
import { showsLaunch } from './shows.ts';

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
