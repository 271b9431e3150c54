import { beforeEach, describe, expect, test } from 'vitest';
import { alice, bruno, opened, type TestPage } from '../../../test/harness/view-pages.ts';
import { ada, flow, grace, type View, viewOf } from '../../../test/harness/view-world.ts';
import { formOfInputs } from '../form/of-inputs.ts';
import { personOf } from '../session/person.ts';
import { connectionInUse, connectionKey } from '../settings/settings.ts';
import { lineFor, linesOf, originOfLaunch, showsLaunch } from './shows.ts';

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
    [
      'does not show on a page with a number, if its own was not told',
      { address: '' },
      bruno,
      false,
    ],
    [
      'does not show for another customer of whom only the title tells',
      { address: alice.address, title: alice.title },
      { ...alice, number: undefined, title: bruno.title },
      false,
    ],
    ['shows where its page had not answered then', { address: alice.address }, alice, true],
  ])('%s', (_, page, front, expected) => {
    launched(page);
    view.reads(front);
    expect(showsLaunch(view.state())).toBe(expected);
  });

  test.each([
    ['shows where it still cannot be read', alice, true],
    ['does not show on another page that cannot be read', bruno, false],
  ])('of a page that could not be read %s', (_, front, expected) => {
    view.isSilent(alice);
    view.types('+15550100001');
    view.press();
    view.isSilent(alice);
    const [question] = view.done().flatMap((effect) => {
      return effect.do === 'ask' && effect.ask === 'launch' ? [effect.question] : [];
    });
    launched(Object(question).page);
    view.happen({ type: 'page-loaded' });
    view.isSilent(front);
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

describe('a launch that the person opened', () => {
  beforeEach(() => {
    view.reads(alice);
    const launch = { id: 'earlier', state: 'completed', flow, page: { address: bruno.address } };
    view.happen({ type: 'stored', part: { launch: launch as never } });
    view.happen({ type: 'launch-opened', launchId: 'earlier' });
  });

  test.each<[string, TestPage, boolean]>([
    ['stays where the page is loaded anew', { ...alice, documentId: 'loaded' }, true],
    [
      'makes room for the form of the next page',
      { ...alice, address: '/3', documentId: '3' },
      false,
    ],
    ['makes room for the form of the next address', { ...alice, address: '/3' }, false],
    ['makes room for the form of the next record', { ...alice, number: bruno.number }, false],
  ])('%s', (_, page, expected) => {
    view.glances(page, 1);
    view.wait(2_000);
    view.glances(page, 1);
    view.reads(page, {}, 1);
    expect(showsLaunch(view.state())).toBe(expected);
  });

  test('makes room for the form of a page that has loaded in the tab', () => {
    view.happen({ type: 'page-loaded' });
    view.reads({ ...bruno, address: '/3' });
    expect(showsLaunch(view.state())).toBe(false);
  });
});

describe('what is launched again', () => {
  const launched = { id: 'earlier', times: { created: opened + 5 } };
  const marks = (page: object, of: object = {}) => {
    const origin = originOfLaunch(
      { ...launched, page, ...of },
      view.state().page,
      view.form()?.here,
    );
    view.happen({
      type: 'form-repeated',
      flowId: flow.id,
      form: formOfInputs({ 'Flow.customerNumber': '+15550100001' }, origin),
    });
    return Object.keys(view.form()?.elsewhere ?? {}).length > 0;
  };
  const ofAlice = { address: alice.address, title: alice.title, number: alice.number };

  test.each<[string, object, boolean]>([
    ['its own', ofAlice, false],
    ['another one', { ...ofAlice, address: bruno.address }, true],
    ['one of another customer with the same number', { ...ofAlice, title: bruno.title }, true],
    ['one of which no address is told', { address: '' }, true],
    ['one that could not be read, which is there still', { address: alice.address }, false],
  ])(
    'beside a page is marked as of another one unless that is the same: %s',
    (_, page, expected) => {
      view.reads(alice);
      expect(marks(page)).toBe(expected);
    },
  );

  test('from a conversation that is not in hand any more is marked, also beside the same page', () => {
    view.reads(alice);
    expect(marks(ofAlice, { conversationId: 'another' })).toBe(true);
  });

  test('beside a page that was loaded anew since is marked where its own could not be read', () => {
    view.reads({ ...alice, loadedAt: opened + 10 });
    expect(marks({ address: alice.address })).toBe(true);
  });

  test.each([
    ['the view has had before', 0, false],
    ['came since', 10, true],
  ])(
    'beside a page of which no address is told is marked where that page %s',
    (_, later, expected) => {
      view.wait(later);
      view.isSilent({ ...alice, address: '' });
      expect(marks({ address: '' })).toBe(expected);
    },
  );
});
