import { describe, expect, test } from 'vitest';
import { cpuTime } from '../../../test/harness/cpu-time.ts';
import { isFilter } from '../settings/site-filter-name.ts';
import { applyFilters } from './site-filter.ts';

describe('filters', () => {
  test.each([
    ['  a \n b ', ['trim'], 'a b'],
    ['+49 (30) 12', ['digits'], '+493012'],
    ['030 123456', ['e164'], '+4930123456'],
    ['none', ['e164'], ''],
    ['Ab', ['lower'], 'ab'],
    ['Ab', ['upper'], 'AB'],
    ['a-b-c', ['replace:-=>'], 'abc'],
    ['a', ['replace:a=>$&$&'], '$&$&'],
    ['', ['default:none'], 'none'],
    ['x', ['default:none'], 'x'],
    [' C-1 ', ['trim', 'replace:C-=>K', 'lower'], 'k1'],
  ])('%j through %j is %j', (value, chain, expected) => {
    expect(applyFilters(value, chain, 'DE')).toBe(expected);
  });

  test('that make a value longer and longer come to an end within 100 ms', () => {
    const longer = Array<string>(20).fill(`replace:a=>${'a'.repeat(480)}`);
    const work = () => applyFilters('a'.repeat(4_000), longer, 'DE');
    expect(work()).toHaveLength(4_000);
    expect(cpuTime(work)).toBeLessThan(100);
  });

  test.each([
    'eval',
    'trim:1',
    'replace',
    'replace:a',
    'replace:=>b',
    'default',
    'constructor',
    '__proto__',
    '',
  ])('%j is none', (filter) => expect(isFilter(filter)).toBe(false));
});
