import { expect, test, vi } from 'vitest';
import { glance } from './glance.ts';

test('counts the addresses between two glances, also one that only a change in the page shows', () => {
  let changed = (): void => {};
  const page = { href: 'https://crm.example/1' };
  vi.stubGlobal('location', page);
  vi.stubGlobal('document', {});
  vi.stubGlobal(
    'MutationObserver',
    class {
      constructor(callback: () => void) {
        changed = callback;
      }
      observe(): void {}
      disconnect(): void {}
    },
  );
  expect(glance()).toMatchObject({ address: page.href, changes: 0, moves: 0 });
  page.href = 'https://crm.example/2';
  changed();
  changed();
  page.href = 'https://crm.example/3';
  expect(glance()).toMatchObject({ address: page.href, changes: 2, moves: 2 });
  expect(glance()).toMatchObject({ changes: 2, moves: 2 });
});
