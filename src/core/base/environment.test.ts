import { createRequire } from 'node:module';
import { describe, expect, test } from 'vitest';
import {
  environmentName,
  environmentSchema,
  hostsOf,
  originSchema,
  redirectPath,
  regions,
} from './environment.ts';

const { PureCloudRegionHosts } = createRequire(import.meta.url)('purecloud-platform-client-v2');

describe('regions', () => {
  test('are those of Genesys’ own client', () => {
    const theirs = Object.values<string>(PureCloudRegionHosts).toSorted();
    expect(regions.map(({ domain }) => domain).toSorted()).toEqual(theirs);
    expect(theirs).toHaveLength(18);
  });

  test.each(regions)('$domain has hosts and a redirect path of its own', ({ domain, name }) => {
    const environment = environmentSchema.parse({ region: domain });
    expect(hostsOf(environment)).toEqual({
      login: `https://login.${domain}`,
      api: `https://api.${domain}`,
      apps: `https://apps.${domain}`,
    });
    expect(redirectPath(environment)).toBe(domain);
    expect(environmentName(environment)).toBe(name);
  });
});

describe('a custom environment', () => {
  const custom = {
    region: 'custom',
    loginUrl: 'https://login.example.com/',
    apiUrl: 'https://api.example.com:8443/x?y#z',
  };

  test('is its origins, whatever comes behind them', () => {
    const environment = environmentSchema.parse(custom);
    expect(hostsOf(environment)).toEqual({
      login: 'https://login.example.com',
      api: 'https://api.example.com:8443',
      apps: undefined,
    });
    expect(redirectPath(environment)).toBe('login.example.com');
    expect(environmentName(environment)).toBe('api.example.com:8443');
  });

  test.each([
    [{ region: 'nowhere.example' }],
    [{ region: 'mypurecloud.com', apiUrl: 'https://elsewhere.example' }],
    [{ ...custom, apiUrl: undefined }],
    [{ ...custom, tokenUrl: 'https://elsewhere.example' }],
  ])('is not %o', (environment) => {
    expect(environmentSchema.safeParse(environment).success).toBe(false);
  });

  test.each([
    'http://api.example.com',
    'http://127.0.0.1:8080',
    'javascript:alert(1)',
    'https://user:password@api.example.com',
    'ftp://api.example.com',
    'api.example.com',
    `https://${'a'.repeat(300)}.example`,
    '',
  ])('is at no address such as %s', (address) => {
    expect(originSchema.safeParse(address).success).toBe(false);
  });
});
