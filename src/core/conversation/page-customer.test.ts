import { describe, expect, test } from 'vitest';
import { candidate, idOf, pageOf, type SourceKind } from '../../../test/harness/conversations.ts';
import { customerOfPage } from './page-customer.ts';

describe('what a page tells of its customer', () => {
  test('a number that is only possible does not contradict', () => {
    const page = pageOf({ customerNumber: [candidate('+493023125555', 'text', 'possible')] });
    expect(customerOfPage(page)).toMatchObject({
      number: undefined,
      otherNumbers: ['+493023125555'],
    });
  });

  test.each<SourceKind>(['clicked-link', 'clicked-text', 'selection', 'address-bar'])(
    '%s is pointed at',
    (kind) => {
      const page = pageOf({ customerNumber: [candidate('+493023125555', kind)] });
      expect(customerOfPage(page).pointedAt).toBe(true);
    },
  );

  test.each<[SourceKind, string, string | undefined]>([
    ['address', idOf(1), idOf(1)],
    ['parameter', idOf(1).toUpperCase(), idOf(1)],
    ['parameter', '{{gcConversationId}}', undefined],
    ['pair', idOf(1), undefined],
  ])('a conversation found as %s, %s, is named: %s', (kind, value, named) => {
    expect(
      customerOfPage(pageOf({ conversationId: [candidate(value, kind)] })).conversationId,
    ).toBe(named);
  });

  test.each([
    [
      `https://apps.genesys.example/directory/#/engage/admin/interactions/${idOf(1)}/details`,
      idOf(1),
    ],
    [
      `https://apps.genesys.example/directory/#/analytics/interactions/${idOf(1)}/admin?tabId=x`,
      idOf(1),
    ],
    [`https://apps.genesys.example/directory/#/engage/admin/interactions/${idOf(1)}%22`, idOf(1)],
    [`https://apps.genesys.example/directory/#/apps/${idOf(1)}`, undefined],
    [`https://evil.example/directory/#/engage/admin/interactions/${idOf(1)}`, undefined],
    ['nonsense', undefined],
  ])('the address %s names %s, where Genesys Cloud is at an origin of its own', (url, named) => {
    const page = { ...pageOf({}), url };
    expect(customerOfPage(page, 'https://apps.genesys.example').conversationId).toBe(named);
  });

  test('no page tells nothing', () => {
    expect(customerOfPage(undefined)).toMatchObject({ isAnyone: true, pointedAt: false });
  });
});
