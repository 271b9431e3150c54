import { expect, test } from 'vitest';
import { requestsOfZapier } from './automation.ts';
import { requestsOfN8n } from './n8n.ts';
import { requestsOfPostman } from './postman.ts';

const url = 'https://api.mypurecloud.de/api/v2/flows/executions';
const own = 'application/json; charset=utf-8';

test.each([
  [
    'Postman',
    requestsOfPostman({
      request: {
        method: 'POST',
        url: { raw: url },
        header: [{ key: 'content-type', value: own }],
        body: { mode: 'urlencoded', urlencoded: [{ key: 'flowId', value: 'x' }] },
      },
    }),
  ],
  [
    'n8n',
    requestsOfN8n({
      nodes: [
        {
          type: 'n8n-nodes-base.httpRequest',
          parameters: {
            url,
            method: 'POST',
            headerParameters: { parameters: [{ name: 'content-type', value: own }] },
            contentType: 'form-urlencoded',
            bodyParameters: { parameters: [{ name: 'flowId', value: 'x' }] },
          },
        },
      ],
    }),
  ],
  [
    'Zapier',
    requestsOfZapier({
      url,
      payload_type: 'form',
      data: { flowId: 'x' },
      headers: { 'content-type': own },
    }),
  ],
])('a form in an export of %s has the content type that its headers name, once', (_, pieces) => {
  const [piece] = pieces;
  const headers = piece && 'request' in piece ? piece.request?.headers : undefined;
  const types = headers?.filter(({ name }) => name.toLowerCase() === 'content-type');
  expect(types).toEqual([{ name: 'content-type', value: own }]);
});
