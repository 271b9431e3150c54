import { describe, expect, test } from 'vitest';
import type { CopiedRequest } from '../launch/curl.ts';
import { copiesOf } from './forms.ts';

const flowId = '3f2b8a10-6c1d-4e57-9b42-0d7e5a91c833';
const launch = (body: object): CopiedRequest => ({
  method: 'POST',
  url: 'https://api.mypurecloud.de/api/v2/flows/executions',
  headers: { 'Content-Type': 'application/json', Authorization: 'Bearer abcdefgh12345678' },
  body: JSON.stringify(body),
});

describe('a request is copied', () => {
  test('in all forms, without its token', () => {
    const copies = copiesOf(launch({ flowId, inputData: { 'Flow.a': 'b' } }));
    expect(copies).toHaveLength(13);
    for (const { text } of copies) {
      expect(text).not.toContain('abcdefgh');
      expect(text).toContain(flowId);
    }
  });

  test('by no SDK where it is not in the published form', () => {
    for (const body of [{ flowId, data: {} }, { flowId, inputData: 'x' }, { flowId: 7 }, []]) {
      const ids = copiesOf(launch(body)).map(({ id }) => id);
      expect(ids.filter((id) => /sdk|gc/.test(id))).toEqual([]);
      expect(ids).toContain('curl-bash');
    }
  });

  test('with its region left open where it names none', () => {
    const copies = copiesOf({ ...launch({ flowId }), url: '/api/v2/flows/executions' });
    expect(copies.find(({ id }) => id === 'curl-bash')?.text).toContain('https://api.{region}/');
    expect(copies.find(({ id }) => id === 'csharp-sdk')?.text).toContain(
      'PureCloudRegionHosts.{region}',
    );
  });
});
