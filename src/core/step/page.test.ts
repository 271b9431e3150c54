import { beforeEach, describe, expect, test } from 'vitest';
import { alice, bruno, opened, readingOf } from '../../../test/harness/view-pages.ts';
import { type View, viewOf } from '../../../test/harness/view-world.ts';

let view: View;
beforeEach(() => {
  view = viewOf();
});

describe('the page', () => {
  test('fills the form once it was read', () => {
    expect(view.number()).toBeUndefined();
    view.reads(alice);
    expect(view.number()).toBe(alice.number);
  });

  test('is not taken from a reading that was asked for before the last one that was taken', () => {
    view.reads(alice);
    view.happen({ type: 'read-again' });
    view.happen({ type: 'read-again' });
    view.reads(bruno);
    const old = {
      type: 'page-read',
      read: 2,
      page: readingOf(alice, opened),
      changes: 0,
      moves: 0,
    } as const;
    view.happen(old);
    expect(view.number()).toBe(bruno.number);
  });

  test('that does not answer leaves the form to the person, and fills it when it does', () => {
    view.wait(3_000);
    view.isSilent(alice);
    expect(view.state().page).toMatchObject({
      state: 'unreadable',
      failure: { code: 'page-silent' },
    });
    view.done();
    view.glances(alice);
    expect(view.done()).toEqual([{ do: 'read-page', read: 2 }]);
    view.reads(alice);
    expect(view.number()).toBe(alice.number);
  });

  test('that answers later than its view waits is heard all the same', () => {
    view.wait(3_000);
    view.isSilent(alice);
    view.reads(alice);
    expect(view.number()).toBe(alice.number);
  });

  test('that cannot be read, and says so after the view has stopped waiting, counts as unreadable', () => {
    view.wait(3_000);
    view.isSilent(alice);
    const { document } = readingOf(alice, opened);
    const failure = { code: 'page-not-readable', params: {} } as const;
    view.happen({ type: 'page-unreadable', read: 1, failure, document });
    expect(view.state().page).toMatchObject({ state: 'unreadable', failure });
    view.isSilent(alice);
    expect(view.state().page).toMatchObject({ state: 'unreadable', failure });
  });

  test('that does not answer shows what was selected on it, and keeps that when it does', () => {
    view.means(alice, { selection: '+1 415 555 2671' });
    view.isSilent(alice, { selection: '+1 415 555 2671' });
    expect(view.number()).toBe('+14155552671');
    view.reads(alice, { selection: '+1 415 555 2671' });
    expect(view.number()).toBe('+14155552671');
  });

  test('that does not answer and is loaded anew is another one', () => {
    view.means(alice, { selection: '+1 415 555 2671' });
    view.isSilent(alice, { selection: '+1 415 555 2671' });
    view.types('+15550100001');
    view.wait(1_000);
    const anew = { ...alice, documentId: 'loaded anew', loadedAt: view.now() };
    view.glances(anew);
    view.reads(anew);
    expect(view.state().said).toBeUndefined();
    view.press();
    expect(view.launches()).toEqual([]);
  });

  test('that does not answer while it becomes another record says nothing', () => {
    view.reads(alice);
    view.glances({ ...bruno, documentId: alice.documentId });
    view.wait(3_000);
    view.isSilent(bruno);
    expect(view.number()).toBeUndefined();
  });

  test('that became another document is read again, and says nothing until then', () => {
    view.reads(alice);
    view.done();
    view.glances(bruno);
    expect(view.number()).toBeUndefined();
    expect(view.done()).toContainEqual({ do: 'read-page', read: 2 });
    view.reads(bruno);
    expect(view.number()).toBe(bruno.number);
  });

  test('that changed its address first and its record later fills with the later one', () => {
    view.reads(alice);
    const late = { ...bruno, documentId: alice.documentId, number: alice.number };
    view.glances(late);
    expect(view.number()).toBeUndefined();
    view.reads(late);
    expect(view.number()).toBeUndefined();
    view.wait(700);
    view.glances(late, 1);
    view.wait(300);
    view.glances(late, 1);
    view.reads({ ...late, number: bruno.number }, {}, 1);
    expect(view.number()).toBe(bruno.number);
  });

  test('that moves on before it rested may still draw the record in between, and is believed after two seconds', () => {
    view.reads(alice);
    const toBruno = { ...bruno, documentId: alice.documentId, number: alice.number };
    view.glances(toBruno);
    view.reads(toBruno);
    const back = { ...alice, number: bruno.number };
    view.glances(back);
    view.reads(back, {}, 1);
    view.glances(back, 1);
    expect(view.number()).toBeUndefined();
    view.wait(1_000);
    view.glances(alice, 2);
    view.wait(300);
    view.glances(alice, 2);
    view.reads(alice, {}, 2);
    expect(view.number()).toBeUndefined();
    view.wait(700);
    view.glances(alice, 2);
    view.reads(alice, {}, 2);
    expect(view.number()).toBe(alice.number);
  });

  test('that is found under a third address by the reading itself has moved on, too', () => {
    view.reads(alice);
    const toBruno = { ...bruno, documentId: alice.documentId, number: alice.number };
    view.glances(toBruno);
    view.reads({ ...alice, number: bruno.number }, {}, 1);
    view.glances({ ...alice, number: bruno.number }, 1);
    expect(view.number()).toBeUndefined();
  });

  test('that keeps its number under another address is believed after two seconds', () => {
    view.reads(alice);
    const notes = { ...alice, address: `${alice.address}#notes` };
    view.glances(notes);
    view.reads(notes);
    expect(view.number()).toBeUndefined();
    view.wait(2_000);
    view.glances(notes);
    view.reads(notes);
    expect(view.number()).toBe(alice.number);
  });

  test('that only changes its content is another record, too', () => {
    view.reads(alice);
    view.glances(alice, 4);
    view.wait(300);
    view.glances(alice, 4);
    view.reads({ ...alice, title: bruno.title, number: bruno.number }, {}, 4);
    expect(view.number()).toBe(bruno.number);
  });

  test('whose content never rests is read once a second', () => {
    view.reads(alice);
    view.done();
    for (let changes = 1; changes < 7; changes += 1) {
      view.wait(300);
      view.glances(alice, changes);
      const isAsked = view.state().reads.asked > view.state().reads.taken;
      if (isAsked) view.reads(alice, {}, changes);
    }
    expect(view.done().filter((effect) => effect.do === 'read-page')).toHaveLength(1);
  });
});
