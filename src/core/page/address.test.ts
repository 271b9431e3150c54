import { describe, expect, test } from 'vitest';
import { regions } from '../base/environment.ts';
import { conversationIdInAddress, isGenesysAddress } from './address.ts';

test.each(regions.map(({ domain }) => domain))(
  'a page of apps.%s is of Genesys Cloud',
  (domain) => {
    expect(isGenesysAddress(`https://apps.${domain}/directory/#/x`)).toBe(true);
  },
);

test.each([
  'https://apps.mypurecloud.com.evil.example/',
  'https://evilmypurecloud.com/',
  'https://example.com/?x=apps.mypurecloud.com',
  'nonsense',
])('%s is not', (address) => {
  expect(isGenesysAddress(address)).toBe(false);
});

describe('the conversation in an address', () => {
  const id = '11111111-aaaa-4aaa-8aaa-000000000001';

  test.each([
    [`https://apps.usw2.pure.cloud/directory/#/engage/admin/interactions/${id}`, id],
    [`https://apps.usw2.pure.cloud/directory/#/engage/admin/interactions/${id}/details`, id],
    [`https://apps.usw2.pure.cloud/directory/#/engage/admin/interactions/${id}/qualitySummary`, id],
    [`https://apps.usw2.pure.cloud/directory/#/analytics/interactions/${id}/admin?tabId=7`, id],
    [`https://apps.usw2.pure.cloud/directory/#/analytics/interactions/${id}/recording/`, id],
    [`https://apps.usw2.pure.cloud/directory/#/engage/admin/interactions/${id}%22`, id],
    [`https://apps.usw2.pure.cloud/directory/#/engage/admin/interactions/${id.toUpperCase()}`, id],
    [`https://apps.usw2.pure.cloud/directory/#/apps/${id}`, undefined],
    [`https://apps.usw2.pure.cloud/directory/#/engage/admin/interactions/${id}0`, undefined],
    ['https://apps.usw2.pure.cloud/directory/#/engage/admin/interactions/{{id}}', undefined],
  ])('%s: %s', (address, expected) => {
    expect(conversationIdInAddress(address)).toBe(expected);
  });
});
