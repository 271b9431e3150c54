import { beforeEach, describe, expect, test } from 'vitest';
import { callWith } from '../../../test/harness/conversations.ts';
import { alice, bruno, type TestPage } from '../../../test/harness/view-pages.ts';
import { type View, viewOf } from '../../../test/harness/view-world.ts';

const list: TestPage = {
  documentId: 'document of the list',
  address: 'https://crm.example/contacts',
  title: 'Contacts',
  number: undefined,
  people: [
    ['Alice Martin', '+15550199888'],
    ['Bruno Keller', '+493023125555'],
  ],
};
const ofBruno = { name: 'Bruno Keller', number: '+493023125555' };

let view: View;
beforeEach(() => {
  view = viewOf();
});

const people = () => view.form()?.people;
const choose = (choice: typeof ofBruno | undefined) =>
  view.happen({ type: 'person-chosen', choice });

describe('a list of several customers', () => {
  test('is asked about by name, and none of them is filled in, suggested or launched for', () => {
    view.reads(list);
    expect(people()?.people.map(({ name }) => name)).toEqual(['Alice Martin', 'Bruno Keller']);
    expect(people()?.isAsked).toBe(true);
    expect(view.number()).toBeUndefined();
    const { candidates = [] } = view.form()?.offers['Flow.customerNumber'] ?? {};
    const labels = candidates.slice(0, 2).map(({ source }) => source.label);
    expect(labels).toEqual(['Alice Martin', 'Bruno Keller']);
    expect(view.form()?.offers['Flow.customerNumber']?.suggested).toBeUndefined();
    view.press(true);
    expect(view.launches()).toEqual([]);
  });

  test('is launched for the one who was chosen, and then asked about again', () => {
    view.reads(list);
    choose(ofBruno);
    expect(view.number()).toBe(bruno.number);
    expect(people()).toMatchObject({ isAsked: false, chosen: { name: 'Bruno Keller' } });
    view.press();
    view.reads(list);
    const launched = view.done().find((effect) => effect.do === 'ask' && effect.ask === 'launch');
    expect(launched).toMatchObject({
      question: {
        inputData: { 'Flow.customerNumber': bruno.number },
        customer: { name: 'Bruno Keller', number: bruno.number },
        look: { facts: expect.arrayContaining([expect.stringContaining('+493023125555')]) },
      },
    });
  });

  test('says so where the chosen one is gone before the launch leaves', () => {
    view.reads(list);
    choose(ofBruno);
    view.press();
    view.reads({
      ...list,
      people: [
        ['Alice Martin', '+15550199888'],
        ['Chidi Okafor', '+442079460958'],
      ],
    });
    expect(view.launches()).toEqual([]);
    expect(view.state().notice?.kind).toBe('page-says-other');
  });

  test('is asked about again by hand, and on another page', () => {
    view.reads(list);
    choose(ofBruno);
    choose(undefined);
    expect(people()?.isAsked).toBe(true);
    choose(ofBruno);
    view.happen({ type: 'read-again' });
    view.reads({ ...list, documentId: 'another document' });
    expect(view.number()).toBeUndefined();
  });

  test('asks nothing where a number was typed', () => {
    view.reads(list);
    view.happen({ type: 'input-set', name: 'Flow.customerNumber', value: '+15550100001' });
    expect(people()).toBeUndefined();
  });

  test('is not asked about where the conversation says whom it is about', () => {
    view = viewOf({ readsConversations: true });
    view.reads(list);
    view.talks(callWith(alice.number ?? ''));
    expect(people()).toBeUndefined();
    expect(view.number()).toBe(alice.number);
  });
});

test('the page of one customer asks nothing', () => {
  view.reads(alice);
  expect(people()).toBeUndefined();
  expect(view.number()).toBe(alice.number);
});
