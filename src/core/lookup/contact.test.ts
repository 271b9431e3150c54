import { describe, expect, test } from 'vitest';
import { contactsRequest, readContacts } from './contact.ts';

const hosts = { api: 'https://api.mypurecloud.de', login: '', apps: undefined };
const answer = (status: number, body: unknown) => ({
  status,
  headers: {},
  body: typeof body === 'string' ? body : JSON.stringify(body),
  cut: false,
});

test('the plus of a number is sent as one', () => {
  expect(contactsRequest(hosts, '+15550199888').url).toBe(
    'https://api.mypurecloud.de/api/v2/externalcontacts/reversewhitepageslookup?lookupVal=%2B15550199888&expand=contacts.externalOrganization',
  );
});

describe('contacts', () => {
  test('are read with what a form has use for', () => {
    const contact = {
      id: 'c1',
      firstName: ' Ada ',
      lastName: 'Sample',
      cellPhone: { e164: '+15550199888', display: '(555) 019-9888' },
      workPhone: { display: '555 0100' },
      workEmail: 'ada@example.com',
      externalOrganization: { name: 'Sample Ltd' },
      externalIds: [{ externalSource: { id: 's' }, value: 'CRM-7' }],
    };
    expect(readContacts(answer(200, { contacts: [contact] }))).toEqual({
      ok: true,
      value: [
        {
          id: 'c1',
          name: 'Ada Sample',
          organization: 'Sample Ltd',
          emails: ['ada@example.com'],
          numbers: ['+15550199888', '555 0100'],
          externalIds: ['CRM-7'],
        },
      ],
    });
  });

  test('that were merged come once, as the one that they became', () => {
    const contacts = [
      { id: 'old', firstName: 'Old', canonicalContact: { id: 'new' } },
      { id: 'new', firstName: 'New', canonicalContact: { id: 'new' } },
      { id: 'gone', firstName: 'Gone', canonicalContact: { id: 'elsewhere' } },
    ];
    expect(readContacts(answer(200, { contacts }))).toMatchObject({
      value: [
        { id: 'new', name: 'New' },
        { id: 'elsewhere', name: 'Gone' },
      ],
    });
  });

  test('without a name, as passing visitors are, are contacts', () => {
    expect(readContacts(answer(200, { contacts: [{ id: 'c1' }] }))).toMatchObject({
      value: [{ id: 'c1', name: undefined, emails: [] }],
    });
  });

  test('leave out what is none, and fields of a wrong type', () => {
    const contacts = [null, 7, {}, { id: 'c1', firstName: 7, externalIds: 'x', cellPhone: [] }];
    expect(readContacts(answer(200, { contacts }))).toMatchObject({ value: [{ id: 'c1' }] });
  });

  test.each([
    [403, { code: 'missing.any.permissions' }, 'contacts-not-allowed'],
    [404, {}, 'contacts-not-read'],
    [503, '<html>', 'contacts-not-read'],
    [200, '<html>', 'proxy-answered'],
    [200, { contacts: 'none' }, 'contacts-not-read'],
  ])('%i %j is %s', (status, body, code) => {
    expect(readContacts(answer(status, body))).toMatchObject({ ok: false, failure: { code } });
  });
});
