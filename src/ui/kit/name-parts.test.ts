import { expect, test } from 'vitest';
import { partsOf } from './name-parts.ts';

test.each([
  ['scheduledFor', ['scheduled', 'For']],
  ['queue_name.id', ['queue_', 'name.', 'id']],
  ['URL', ['URL']],
  ['', ['']],
])('a line may end between the parts of the name %s', (name, parts) => {
  expect(partsOf(name)).toEqual(parts);
});
