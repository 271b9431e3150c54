import { beforeEach, describe, expect, test } from 'vitest';
import { callWith, idOf } from '../../../test/harness/conversations.ts';
import { alice, bruno } from '../../../test/harness/view-pages.ts';
import { flow, forAlice, type View, viewOf } from '../../../test/harness/view-world.ts';
import { formOfInputs } from '../form/of-inputs.ts';
import { switched } from '../view/customer.ts';

const aliceCalls = callWith(alice.number ?? '');
const brunoCalls = callWith(bruno.number ?? '', 'connected', 2);
const forBruno = [{ 'Flow.customerNumber': bruno.number }];

let view: View;
beforeEach(() => {
  view = viewOf({ readsConversations: true });
});

const asks = () =>
  view.done().flatMap((effect) => (effect.do === 'ask' ? [effect.ask] : [effect.do]));
const customer = () => {
  const found = view.form()?.customer;
  if (found === undefined) throw new Error('The form is about nobody');
  return found;
};
const choose = (take: 'page' | 'conversation' | 'both') => {
  const party = customer().decision.party?.key;
  view.happen({ type: 'customer-chosen', choice: { take, party } });
};

describe('the conversations of the person', () => {
  test('are read once as a view opens, and by hand', () => {
    view.reads(alice);
    expect(asks().filter((ask) => ask === 'readConversations')).toHaveLength(1);
    view.reads(alice);
    view.happen({ type: 'read-again' });
    expect(asks()).not.toContain('readConversations');
    view.happen({ type: 'read-again', byHand: true });
    expect(asks()).toContain('readConversations');
  });

  test('are not asked for, looked at or shown where the connection is not set up for it', () => {
    view = viewOf();
    view.reads(alice);
    view.happen({ type: 'read-again', byHand: true });
    view.reads(alice);
    view.press();
    expect(asks().filter((ask) => /onversations/.test(ask))).toEqual([]);
    view.reads(alice);
    expect(view.launches()).toEqual(forAlice);
  });
});

describe('the form', () => {
  test('is filled from the page before the conversation is known, and from the conversation without a page', () => {
    view.reads(alice);
    expect(view.number()).toBe(alice.number);
    view.happen({ type: 'read-again' });
    view.reads({ ...bruno, title: '', number: undefined });
    view.talks(brunoCalls);
    expect(view.number()).toBe(bruno.number);
    expect(view.form()?.form.sources['Flow.customerNumber']?.kind).toBe('conversation');
  });

  test('says that both agree, and launches with the conversation', () => {
    view.reads(alice);
    view.talks(aliceCalls);
    expect(customer().decision).toMatchObject({ verdict: 'agree', sure: true });
    view.press();
    view.sees(aliceCalls);
    view.reads(alice);
    const [launched] = view
      .done()
      .filter((effect) => effect.do === 'ask' && effect.ask === 'launch');
    expect(launched).toMatchObject({ question: { conversationId: idOf(1) } });
  });

  test('fills in neither where they disagree, and launches nothing until the person has chosen', () => {
    view.reads(alice);
    view.talks(brunoCalls);
    expect(customer()).toMatchObject({ isAsked: true, onPage: expect.stringContaining('555') });
    expect(view.number()).toBeUndefined();
    for (const anyway of [false, true]) view.press(anyway);
    expect(view.launching()).toBeUndefined();
    expect(view.launches()).toEqual([]);
    choose('conversation');
    view.press();
    view.sees(brunoCalls);
    view.reads(alice);
    expect(view.launches()).toEqual(forBruno);
  });

  test('takes the page where that is chosen, and is then linked to no conversation', () => {
    view.reads(alice);
    view.talks(brunoCalls);
    choose('page');
    expect(view.number()).toBe(alice.number);
    view.press();
    view.sees(brunoCalls);
    view.reads(alice);
    const [launched] = view
      .done()
      .filter((effect) => effect.do === 'ask' && effect.ask === 'launch');
    expect(launched).toMatchObject({ question: { inputData: forAlice[0] } });
    expect(launched).not.toMatchObject({ question: { conversationId: expect.anything() } });
  });

  test('takes the source that a setting names, and can be switched', () => {
    view = viewOf({ readsConversations: true, contextFirst: 'conversation' });
    view.reads(alice);
    view.talks(brunoCalls);
    expect(view.number()).toBe(bruno.number);
    const other = switched(customer());
    expect(other).toEqual({ take: 'page' });
    if (other) view.happen({ type: 'customer-chosen', choice: other });
    expect(view.number()).toBe(alice.number);
    expect(switched(customer())?.take).toBe('conversation');
  });

  test('keeps what was typed, whatever is chosen', () => {
    view.reads(alice);
    view.talks(brunoCalls);
    view.types('+15550100001');
    choose('conversation');
    expect(view.number()).toBe('+15550100001');
  });

  test('forgets what was chosen on another page', () => {
    view.reads(alice);
    view.talks(brunoCalls);
    choose('page');
    view.happen({ type: 'read-again' });
    view.reads({ ...alice, documentId: 'another document' });
    expect(customer().isAsked).toBe(true);
  });

  test('says that a value was typed during another conversation, and does not send it unseen', () => {
    view.reads({ ...alice, number: undefined });
    view.talks(aliceCalls);
    view.types('+15550100001');
    view.talks(brunoCalls);
    expect(Object.keys(view.form()?.elsewhere ?? {})).toEqual(['Flow.customerNumber']);
    view.press(true);
    view.sees(brunoCalls);
    view.reads({ ...alice, number: undefined });
    expect(view.launches()).toEqual([]);
  });

  test('asks which of several conversations it is about', () => {
    view.reads({ ...alice, number: undefined });
    view.talks(aliceCalls, brunoCalls);
    expect(customer()).toMatchObject({ isAsked: true, decision: { verdict: 'several' } });
    expect(switched(customer())).toBeUndefined();
    const party = customer().decision.parties.find((it) => it.conversation.id === idOf(2));
    view.happen({ type: 'customer-chosen', choice: { take: 'conversation', party: party?.key } });
    expect(view.number()).toBe(bruno.number);
  });
});

test('what was launched for the page waits for a look once it is about the conversation', () => {
  view.reads(alice);
  const form = formOfInputs({ 'Flow.customerNumber': alice.number }, view.form()?.here);
  view.happen({ type: 'form-repeated', flowId: flow.id, form });
  view.talks(brunoCalls);
  expect(view.form()?.elsewhere).toEqual({});
  choose('conversation');
  expect(Object.keys(view.form()?.elsewhere ?? {})).toEqual(['Flow.customerNumber']);
  view.press();
  expect(view.launching()).toBeUndefined();
});
