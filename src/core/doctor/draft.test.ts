import { expect, test } from 'vitest';
import { everyInput } from '../form/input-schema.ts';
import { formOfRequest } from './draft.ts';

const flowId = 'A1B2C3D4-e5f6-7890-abcd-ef1234567890';
const request = { method: 'POST', url: '', headers: {} } as const;

test('a corrected request becomes the form that it was meant to be', () => {
  const inputData = {
    'Flow.text': 'a',
    'Flow.number': 3,
    'Flow.yes': true,
    'Flow.list': ['a', 1],
    'Flow.object': { a: [1] },
    'Flow.none': null,
  };
  const made = formOfRequest({ ...request, body: { flowId, inputData } });
  expect(made?.flowId).toBe(flowId.toLowerCase());
  expect(made?.form.values).toEqual({
    'Flow.text': 'a',
    'Flow.number': '3',
    'Flow.yes': 'true',
    'Flow.list': ['a', '1'],
    'Flow.object': '{"a":[1]}',
    [everyInput]: JSON.stringify(inputData),
  });
  expect(made?.form.touched).toEqual(Object.keys(made?.form.values ?? {}));
});

test.each([null, {}, { flowId: 'abc' }, { flowId: '<flowId>' }])('%j names no flow', (body) => {
  expect(formOfRequest({ ...request, body })).toBeUndefined();
});
