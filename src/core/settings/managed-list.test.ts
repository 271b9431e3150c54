import { describe, expect, test } from 'vitest';
import { isManaged, readManaged, underPolicy } from './managed.ts';
import { isManagedEntry, managedCount, ownPart } from './managed-list.ts';
import { settingsSchema } from './settings.ts';

const clientId = '8d9e6f1a-1111-4222-8333-444455556666';

describe('a list that is added to the person’s own', () => {
  const sites = (...names: string[]) =>
    names.map((name) => ({ name, match: ['https://a.example/*'] }));
  const mine = settingsSchema.parse({
    sites: sites('Mine', 'CRM'),
    contactTypes: ['Voice', 'Fax'],
  });
  const policy = {
    mode: { sites: 'add', contactTypes: 'add', connections: 'add' },
    sites: sites('CRM', 'Tickets'),
    contactTypes: ['Fax', 'Chat'],
  };
  const settings = underPolicy(mine, readManaged(policy));

  test('stands before it, and wins over an entry of the same name', () => {
    expect(settings.sites.map(({ name }) => name)).toEqual(['CRM', 'Tickets', 'Mine']);
    expect(settings.contactTypes).toEqual(['Fax', 'Chat', 'Voice']);
    expect(settings.policy.adds).toEqual(['sites', 'contactTypes']);
  });

  test('locks its own entries and no others', () => {
    expect(isManaged(settings, 'sites')).toBe(false);
    expect(managedCount(settings, 'sites')).toBe(2);
    expect(['CRM', 'Mine'].map((name) => isManagedEntry(settings, 'sites', name))).toEqual([
      true,
      false,
    ]);
    const locked = underPolicy(mine, readManaged({ ...policy, disabledFeatures: ['editing'] }));
    expect(isManagedEntry(locked, 'sites', 'Mine')).toBe(true);
  });

  test('is left out of what the person saves, and what it hides is not lost', () => {
    const edited = [...settings.sites, ...settingsSchema.parse({ sites: sites('New') }).sites];
    const saved = ownPart(edited, mine.sites, settings, 'sites');
    expect(saved.map(({ name }) => name)).toEqual(['Mine', 'New', 'CRM']);
  });

  test('connections that the policy hides are not lost when others are edited', () => {
    const connection = (name: string, region: object) => ({ name, environment: region, clientId });
    const own = settingsSchema.parse({
      connections: [
        connection('Lab', {
          region: 'custom',
          loginUrl: 'https://login.lab.example',
          apiUrl: 'https://api.lab.example',
        }),
        connection('Mine', { region: 'mypurecloud.de' }),
      ],
    });
    const under = underPolicy(own, readManaged({ disabledFeatures: ['customEnvironments'] }));
    expect(under.connections.map(({ name }) => name)).toEqual(['Mine']);
    const saved = ownPart([], own.connections, under, 'connections');
    expect(saved.map(({ name }) => name)).toEqual(['Lab']);
  });

  test('replaces it unless the mode of that list is `add`', () => {
    for (const mode of [undefined, {}, { sites: 'replace' }, { sites: 'merge' }, 'add']) {
      const replaced = underPolicy(mine, readManaged({ ...policy, mode }));
      expect(replaced.sites.map(({ name }) => name)).toEqual(['CRM', 'Tickets']);
    }
  });
});
