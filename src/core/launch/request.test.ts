import { describe, expect, test } from 'vitest';
import { hostsOf } from '../base/environment.ts';
import { publishedFormat, type RequestFormat } from '../settings/settings.ts';
import { launchHttpRequest, launchRequestOf, launchRequestSchema } from './request.ts';

const hosts = hostsOf({ region: 'mypurecloud.de' });
const id = '8d9e6f1a-1111-4222-8333-444455556666';
const flowId = '15dbed50-e1da-45d2-9351-af4df89fd4f7';
const place = { id, connection: 'Test', template: '{{flow.name}} · {{launch.id}}' };
const request = (inputData?: Record<string, unknown>, name?: string) => ({
  id,
  connection: 'Test',
  flowId,
  flowName: 'Callback',
  inputData,
  name,
});

describe('the request that goes out', () => {
  test('is the published one', () => {
    const sent = launchHttpRequest(
      request({ 'Flow.customerNumber': '+1' }, 'Name'),
      hosts,
      publishedFormat,
    );
    expect(sent).toEqual({
      method: 'POST',
      url: 'https://api.mypurecloud.de/api/v2/flows/executions',
      headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
      body: `{"flowId":"${flowId}","inputData":{"Flow.customerNumber":"+1"},"name":"Name"}`,
    });
  });

  test('has no inputs and no name where there are none', () => {
    expect(launchHttpRequest(request(undefined, ''), hosts, publishedFormat).body).toBe(
      `{"flowId":"${flowId}"}`,
    );
  });

  test.each<[RequestFormat, string, object]>([
    [{ inputsKey: 'data', flowIdIn: 'body' }, '', { flowId, data: { a: 1 } }],
    [{ inputsKey: 'inputs', flowIdIn: 'path' }, `/${flowId}`, { inputs: { a: 1 } }],
  ])('with %o ends in “%s”', (format, end, body) => {
    const sent = launchHttpRequest(request({ a: 1 }), hosts, format);
    expect(sent.url).toBe(`https://api.mypurecloud.de/api/v2/flows/executions${end}`);
    expect(JSON.parse(sent.body ?? '')).toEqual(body);
  });
});

describe('the name of the execution', () => {
  const nameOf = (flowName: string, template = place.template) =>
    launchRequestOf({ flowId, flowName, inputData: undefined }, { ...place, template }).name;

  test.each([
    ['Callback', place.template, `Callback · ${id}`],
    ['Pay $& now', place.template, `Pay $& now · ${id}`],
    ['{{launch.id}}', place.template, `{{launch.id}} · ${id}`],
    ['Callback', 'fixed', 'fixed'],
    ['Callback', '{{flow.nam}}', '{{flow.nam}}'],
    ['Callback', '', ''],
    ['Callback', '{{flow.name}} {{conversation.id}}', 'Callback '],
  ])('of %s by %o is %s', (flowName, template, name) => {
    expect(nameOf(flowName, template)).toBe(name);
  });

  test('holds the launch’s id however long the flow’s name is', () => {
    const name = nameOf('x'.repeat(1000));
    expect(name).toHaveLength(300);
    expect(name).toMatch(new RegExp(` · ${id}$`));
  });

  test('and the flow’s own fit into a message', () => {
    const long = launchRequestOf({ flowId, flowName: 'x'.repeat(1000), inputData: {} }, place);
    expect(launchRequestSchema.safeParse(long).success).toBe(true);
  });
});
