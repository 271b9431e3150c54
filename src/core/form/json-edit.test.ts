import { describe, expect, test } from 'vitest';
import { editAsJson } from './json-edit.ts';

const inputs = [
  { name: 'Flow.customerNumber', kind: 'string' },
  { name: 'Flow.priority', kind: 'integer' },
  { name: 'Flow.tags', kind: 'list' },
  { name: 'Flow.extra', kind: 'json' },
  { name: 'Flow.isVip', kind: 'boolean' },
] as const;
const before = { 'Flow.customerNumber': '+15550199888', 'Flow.priority': 1 };

describe('inputs edited as JSON', () => {
  test.each([
    ['nothing', before, []],
    [
      'a text',
      { ...before, 'Flow.customerNumber': '+14155550100' },
      [['Flow.customerNumber', '+14155550100']],
    ],
    ['a number', { ...before, 'Flow.priority': 12 }, [['Flow.priority', '12']]],
    ['a list', { ...before, 'Flow.tags': ['a', 'b'] }, [['Flow.tags', ['a', 'b']]]],
    ['JSON', { ...before, 'Flow.extra': { a: [1] } }, [['Flow.extra', '{"a":[1]}']]],
    ['text where JSON may be anything', { ...before, 'Flow.extra': 'x' }, [['Flow.extra', '"x"']]],
    ['yes and no', { ...before, 'Flow.isVip': false }, [['Flow.isVip', 'false']]],
    ['what is gone', { 'Flow.priority': 1 }, [['Flow.customerNumber', '']]],
    ['null, which is nothing', { ...before, 'Flow.priority': null }, [['Flow.priority', '']]],
  ])('change %s in the form, and nothing else', (_, wanted, changes) => {
    expect(editAsJson(JSON.stringify(wanted), inputs, before)).toEqual({ changes });
  });

  test.each([
    ['{"Flow.priority":', { problem: 'not_json' }],
    ['', { problem: 'not_json' }],
    ['[]', { problem: 'not_object' }],
    ['null', { problem: 'not_object' }],
    [
      '{"Flow.prioritty": 1, "__proto__": 2}',
      { problem: 'unknown', names: ['Flow.prioritty', '__proto__'] },
    ],
  ])('%s is refused whole', (text, refusal) => {
    expect(editAsJson(text, inputs, before)).toEqual(refusal);
  });
});
