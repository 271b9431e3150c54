import { describe, expect, test } from 'vitest';
import { alice, bruno } from '../../../test/harness/view-pages.ts';
import { forAlice, type View, viewOf } from '../../../test/harness/view-world.ts';
import type { ContactLookUp } from '../lookup/contact.ts';
import { contactLine, withContact } from './contact.ts';

const alicesContact = {
  id: 'C-1',
  name: 'Alice Martin',
  organization: 'Harbour Row',
  emails: ['alice@example.com'],
  numbers: [alice.number ?? ''],
  externalIds: ['CRM-7'],
};

const asked = (view: View) =>
  view
    .done()
    .flatMap((effect) =>
      effect.do === 'ask' && effect.ask === 'lookUpContact' ? [effect.question] : [],
    );
const finds = (view: View, contacts: ContactLookUp['contacts'], value = alice.number ?? '') =>
  view.happen({ type: 'stored', part: { contacts: { value, contacts } } });

describe('the external contact', () => {
  test('is looked up when the person wants it, by the number of the form', () => {
    const view = viewOf({ looksUpContacts: 'by hand' });
    view.reads(alice);
    expect(asked(view)).toEqual([]);
    view.happen({ type: 'contact-wanted' });
    expect(asked(view)).toEqual([{ connection: 'Test', value: alice.number }]);
  });

  test('is looked up once for a customer where a setting wants it', () => {
    const view = viewOf({ looksUpContacts: 'at once' });
    view.reads(alice);
    view.happen({ type: 'woken' });
    view.happen({ type: 'woken' });
    expect(asked(view)).toHaveLength(1);
    view.happen({ type: 'read-again' });
    view.reads(bruno);
    expect(asked(view)).toEqual([{ connection: 'Test', value: bruno.number }]);
  });

  test('is never looked up if the connection may not, or the form names no customer', () => {
    for (const view of [viewOf(), viewOf({ looksUpContacts: 'at once' })]) {
      view.reads({ ...alice, number: undefined });
      view.happen({ type: 'contact-wanted' });
      expect(asked(view)).toEqual([]);
    }
    const view = viewOf();
    view.reads(alice);
    view.happen({ type: 'contact-wanted' });
    expect(asked(view)).toEqual([]);
    expect(view.form()?.contact).toBeUndefined();
  });

  test('of another number than the form’s is not shown', () => {
    const view = viewOf({ looksUpContacts: 'by hand' });
    view.reads(alice);
    finds(view, [alicesContact], bruno.number);
    expect(view.form()?.contact).toEqual({ value: alice.number, found: undefined });
    finds(view, [alicesContact]);
    expect(view.form()?.contact?.found?.contacts).toEqual([alicesContact]);
    view.press();
    view.reads(alice);
    expect(view.launches()).toEqual(forAlice);
  });
});

describe('the fields of a form', () => {
  const said = (value: string) => ({ value, shown: value, source: { kind: 'link' } as const });
  const lookUp = (...contacts: ContactLookUp['contacts']) => ({ value: '+1', contacts });

  test('gain what the only contact says, but for what is known already and IDs of other systems', () => {
    const known = { fields: { email: { best: said('a@page.example'), others: [], filled: true } } };
    const { fields } = withContact(known, lookUp(alicesContact));
    expect(fields.customerName).toMatchObject({ best: { value: 'Alice Martin' }, filled: true });
    expect(fields.externalContactId).toMatchObject({ best: { value: 'C-1' }, filled: true });
    expect(fields.email).toMatchObject({ best: { value: 'a@page.example' }, filled: true });
    expect(fields.email?.others.map(({ value }) => value)).toEqual(['alice@example.com']);
    expect(fields.customerId).toMatchObject({ others: [{ value: 'CRM-7' }], filled: false });
  });

  test.each([
    ['Erin Martin', false],
    ['Martin, Alice', true],
    ['Dr. Alice J. Martin', true],
    ['A. Martin', true],
    ['Alice', true],
  ])(
    'gain the contact of a number only if it can be the person of the page, %s',
    (name, expected) => {
      const known = { fields: { customerName: { best: said(name), others: [], filled: true } } };
      const { fields } = withContact(known, lookUp(alicesContact));
      expect(fields.externalContactId?.filled).toBe(expected);
      expect(fields.customerName).toMatchObject({ best: { value: name }, filled: true });
    },
  );

  test('are only offered what one of several says, and stay as they are where there is none', () => {
    const several = withContact(
      { fields: {} },
      lookUp(alicesContact, { ...alicesContact, id: 'C-2' }),
    );
    expect(several.fields.externalContactId).toMatchObject({ filled: false });
    expect(several.fields.externalContactId?.best).toBeUndefined();
    expect(several.fields.externalContactId?.others.map(({ value }) => value)).toEqual([
      'C-1',
      'C-2',
    ]);
    const known = { fields: {} };
    expect(withContact(known, lookUp())).toEqual(known);
    expect(withContact(known, undefined)).toEqual(known);
  });
});

test('a contact in one line is its name and organization, or how it is reached', () => {
  expect(contactLine(alicesContact)).toBe('Alice Martin, Harbour Row');
  expect(contactLine({ ...alicesContact, name: undefined, organization: undefined })).toBe(
    'alice@example.com',
  );
});
