import { beforeEach, describe, expect, test } from 'vitest';
import { alice, type TestPage } from '../../../test/harness/view-pages.ts';
import { flow, type View, viewOf } from '../../../test/harness/view-world.ts';
import type { Question } from '../view/protocol.ts';

// What the person chose from the page, beside what the page itself fills in.

const name = 'Flow.customerNumber';
const fax = '+14155552671';
const withFax: TestPage = { ...alice, also: [fax] };

let view: View;
beforeEach(() => {
  view = viewOf();
  view.reads(withFax);
  view.wait(1_000);
  const source = { kind: 'text', field: 'customerNumber', label: 'Fax' } as const;
  view.happen({ type: 'input-set', name, value: fax, source });
  expect(view.number()).toBe(fax);
  view.done();
});

/** What the launches that were handed to the worker have looked at once more. */
const looks = () =>
  view
    .done()
    .flatMap((effect) =>
      effect.do === 'ask' && effect.ask === 'launch'
        ? [(effect.question as Question<'launch'>).look]
        : [],
    );

describe('another number of the page that the person chose', () => {
  test('is sent while the page has it', () => {
    view.press();
    view.reads(withFax);
    expect(view.launches()).toEqual([{ [name]: fax }]);
  });

  test('is not sent when the page no longer has it, and the form shows what it says now', () => {
    view.press();
    view.reads(alice);
    expect(view.launches()).toEqual([]);
    expect(view.state().notice).toEqual({
      kind: 'page-says-other',
      values: [{ label: 'Customer number', was: fax, now: alice.number }],
    });
    expect(view.number()).toBe(alice.number);
  });

  test('goes as soon as the page is read anew without it', () => {
    view.happen({ type: 'read-again' });
    view.reads(alice);
    expect(view.number()).toBe(alice.number);
  });

  test('stays while the page is read only in part, for it may be in the rest', () => {
    view.happen({ type: 'read-again' });
    view.reads({ ...alice, isCut: true });
    expect(view.number()).toBe(fax);
  });

  test('is not in another view that cannot read the page, so that it does not launch it either', () => {
    const { draft } = view.state();
    const other = viewOf();
    other.press();
    other.happen({ type: 'draft-came', draft });
    other.isSilent(withFax);
    expect(other.number()).toBeUndefined();
    other.wait(5_000);
    other.isSilent(withFax);
    expect(other.launches()).toEqual([]);
    expect(view.number()).toBe(fax);
  });

  test('is looked at once more by the worker, too', () => {
    view.press();
    view.reads(withFax);
    expect(looks()).toEqual([
      expect.objectContaining({
        chosen: [{ kind: 'text', text: expect.stringContaining('2671') }],
      }),
    ]);
  });
});

test('a number that the page writes in another way than it is sent is looked at once more, too', () => {
  view = viewOf();
  const properties = { 'Flow.account': { type: 'integer', title: 'Account' } };
  const detail = { flow: { ...flow, inputSchema: { type: 'object', properties } } };
  view.happen({ type: 'stored', part: { flowDetails: { [flow.id]: detail } } });
  const page = { ...alice, account: 'Account no. 0042' };
  view.reads(page);
  view.press();
  view.reads(page);
  const [look] = looks();
  expect(look?.facts).toContainEqual(expect.stringContaining('Account no. 0042'));
});
