import { expect, test } from 'vitest';
import { hostsOf } from '../base/environment.ts';
import { architectFlowUrl, architectInstanceUrl } from './architect.ts';

test('a flow and an entry of the history have addresses in Architect, with their ids escaped', () => {
  const hosts = hostsOf({ region: 'usw2.pure.cloud' });
  expect(architectFlowUrl(hosts, 'a/b')).toBe(
    'https://apps.usw2.pure.cloud/architect/#/workflow/flows/a%2Fb/latest',
  );
  expect(architectInstanceUrl(hosts.apps, 'i?1')).toBe(
    'https://apps.usw2.pure.cloud/architect/#/flowInstance/i%3F1',
  );
});

test('an environment without a web interface has none', () => {
  const [loginUrl, apiUrl] = ['https://login.example', 'https://api.example'];
  const hosts = hostsOf({ region: 'custom', loginUrl, apiUrl });
  expect(architectFlowUrl(hosts, 'a')).toBeUndefined();
  expect(architectInstanceUrl(hosts.apps, 'i')).toBeUndefined();
});
