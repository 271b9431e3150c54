import { describe, expect, test } from 'vitest';
import { flowIdFrom } from './address.ts';

const id = '15dbed50-e1da-45d2-9351-af4df89fd4f7';
const task = '0f6c1d52-7f0b-4c7e-9d0e-5fa597142790';
const architect = 'https://apps.mypurecloud.de/architect/#';

describe('a flow is named by', () => {
  test.each([
    id,
    ` ${id.toUpperCase()}\n`,
    `${architect}/workflow/flows/${id}`,
    `${architect}/workflow/flows/${id}/latest`,
    `${architect}/workflow/flows/${id}/latest/task/${task}`,
    `${architect}/WORKFLOW/flows/${id.toUpperCase()}?x=${task}`,
    `https://apps.mypurecloud.de/architect/workflow/flows/${id}`,
    `http://127.0.0.1:8080/architect/#/workflow/flows/${id}`,
  ])('%s', (text) => {
    expect(flowIdFrom(text)).toEqual({ ok: true, value: id });
  });
});

describe('no flow is named by', () => {
  test.each([
    ['', 'flow-id-malformed'],
    ['Request callback', 'flow-id-malformed'],
    [id.slice(0, -1), 'flow-id-malformed'],
    [`${id}0`, 'flow-id-malformed'],
    [`${id} ${task}`, 'flow-id-malformed'],
    [`${architect}/workflow/flows/`, 'flow-address-without-flow'],
    [`${architect}/workflow/flows/new`, 'flow-address-without-flow'],
    [`https://apps.mypurecloud.de/directory/#/flows/${id}`, 'flow-address-without-flow'],
  ])('%o: %s', (text, code) => {
    expect(flowIdFrom(text)).toEqual({ ok: false, failure: { code, params: {} } });
  });

  test('the address of another type, and names that type', () => {
    expect(flowIdFrom(`${architect}/inboundcall/flows/${id}`)).toMatchObject({
      failure: { code: 'flow-address-other-type', params: { type: 'inboundcall' } },
    });
  });
});
