import { describe, expect, test } from 'vitest';
import { isPersonShown, personKey, personOf, shownPerson } from './person.ts';

const ada = { user: { id: 'ada', name: 'Ada' }, organization: { id: 'org', name: 'Org' } };
const grace = { user: { id: 'grace', name: 'Grace' }, organization: { id: 'org', name: 'Org' } };
const elsewhere = { ...ada, organization: { id: 'other', name: 'Other' } };
const adaAgain = { ...ada, user: { id: 'ada', name: 'Ada Lovelace' } };

describe('a session is that of the person who was shown', () => {
  test.each([
    ['the same session', { id: '1', ...ada }, { id: '1', ...ada }, true],
    ['a renewed one', { id: '1', ...ada }, { id: '2', ...adaAgain }, true],
    ['another user', { id: '1', ...ada }, { id: '2', ...grace }, false],
    ['the same user id in another org', { id: '1', ...ada }, { id: '2', ...elsewhere }, false],
    ['nobody knows who, the same session', { id: '1' }, { id: '1' }, true],
    ['nobody knows who, another session', { id: '1' }, { id: '2' }, false],
    ['nobody knows who any more', { id: '1', ...ada }, { id: '2' }, false],
    ['it became known of the same session', { id: '1' }, { id: '1', ...ada }, true],
    ['neither has an id', {}, {}, false],
    ['the org is not known', { id: '1', user: ada.user }, { id: '2', user: ada.user }, false],
  ])('%s: %j, %j', (_, shown, session, is) => {
    expect(isPersonShown(shownPerson(shown), session)).toBe(is);
  });
});

test('who is signed in is known by both ids', () => {
  expect(personOf(ada)).toEqual({ userId: 'ada', orgId: 'org' });
  expect(personOf({ ...ada, organization: { id: '', name: '' } })).toBeUndefined();
  expect(personOf(undefined)).toBeUndefined();
});

test('what is kept for a person is kept apart from what is kept for others', () => {
  const sessions = [ada, grace, elsewhere, { id: '1' }, { id: '2' }, undefined];
  expect(new Set(sessions.map(personKey)).size).toBe(sessions.length);
  expect(personKey(adaAgain)).toBe(personKey(ada));
});
