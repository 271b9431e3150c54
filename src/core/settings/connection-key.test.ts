import { expect, test } from 'vitest';
import { readConnectionKey } from './connection-key.ts';
import { connectionKey, connectionSchema } from './settings.ts';

const clientId = '8d9e6f1a-1111-4222-8333-444455556666';
const custom = {
  region: 'custom',
  loginUrl: 'https://login.example.com',
  apiUrl: 'https://api.example.com:8443',
};

test.each([{ region: 'mypurecloud.de' }, custom])('a key of %j is read back', (environment) => {
  const connection = connectionSchema.parse({ name: 'Test', clientId, environment });
  const place = { environment, clientId };
  expect(readConnectionKey(connectionKey(connection))).toEqual(place);
  expect(readConnectionKey(`${connectionKey(connection)} some-table`)).toEqual(place);
});

test.each([
  '',
  'mypurecloud.de',
  `example.com ${clientId}`,
  `https://login.example.com ${clientId}`,
  `http://evil.example http://evil.example ${clientId}`,
  'mypurecloud.de not-an-id',
])('“%s” is no key', (text) => {
  expect(readConnectionKey(text)).toBeUndefined();
});
