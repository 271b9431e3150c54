import { expect, test } from 'vitest';
import { completionsOf } from './template.ts';

const names = ['customerNumber', 'customerName', 'conversation.queueName'];

test.each<[string, string[]]>([
  ['', ['{{customerNumber}}', '{{customerName}}', '{{conversation.queueName}}']],
  ['{{', ['{{customerNumber}}', '{{customerName}}', '{{conversation.queueName}}']],
  ['{{customerN', ['{{customerNumber}}', '{{customerName}}']],
  ['{{QUEUE', ['{{conversation.queueName}}']],
  ['Call {{customerNumber}} for {{customerNa', ['Call {{customerNumber}} for {{customerName}}']],
  ['fixed text', []],
  ['{{customerNumber}}', []],
  ['{{nothing of the kind', []],
])('“%s” is completed as %j', (typed, expected) => {
  expect(completionsOf(typed, names)).toEqual(expected);
});
