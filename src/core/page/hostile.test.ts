import * as phones from 'libphonenumber-js/max';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { pageContext } from './context.ts';
import { parsePageSnapshot } from './snapshot.ts';

vi.mock('libphonenumber-js/max', { spy: true });

beforeEach(() => void vi.clearAllMocks());

/** What pages are made of that want to be read for ever, a megabyte each. */
const pieces = [
  ...['1234567890', '1 ', '030 2312 5555 ', '(206) 555-0123 ', '206-555-0123 ', '((((((', '(1('],
  ...['+49', '+49 30 1234567, ', '1.', '1/', '-1', '1:', '1,', '１', '٣ ', '\u200b1', 'a1', 'A1-'],
  ...['1-800-FLOWERS ', '0800-ABCDEF ', '415-555-2671 x', 'tel 0049 30 231255 ', 'phone tel: '],
  ...['089 12 22  20 ', 'e.g. 030 231255', '10.1000/1', 'DE89 3704 ', '4111 1111 1111 1111 '],
];

describe('a page of a megabyte is not worked on for longer than one page may be', () => {
  test.each(pieces)('of %s', (piece) => {
    const text = piece.repeat(Math.ceil(1_000_000 / piece.length));
    const facts = Array.from({ length: 250 }, (_, at) => ({
      kind: ['text', 'pair', 'link', 'input', 'json-ld'][at % 5],
      name: 'Person.telephone tel',
      label: text.slice(0, 1_000),
      value: (at % 5 === 2 ? 'tel:' : '') + text.slice(at * 4_000, at * 4_000 + 4_000),
      place: 'main',
    }));
    const page = { url: 'https://a.example/', title: '', language: 'de', complete: true, facts };
    const read = parsePageSnapshot(page);
    if (!read.ok) throw new Error(read.failure.code);
    pageContext(read.value, { defaultCountry: 'US' });
    // The budget of a page, and what is asked once more of the numbers that were found.
    expect(vi.mocked(phones.parsePhoneNumberFromString).mock.calls.length).toBeLessThan(2_000);
    const characters = read.value.facts.reduce((sum, { value }) => sum + value.length, 0);
    expect(characters).toBeLessThanOrEqual(65_536);
  });
});
