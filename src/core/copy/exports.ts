import type { Target } from './target.ts';

/** A collection of Postman with this request: https://schema.postman.com */
export function postman({ method, url, headers, body }: Target): string {
  const header = headers.map(([key, value]) => ({ key, value }));
  const raw = { mode: 'raw', raw: body, options: { raw: { language: 'json' } } };
  return pretty({
    info: {
      name: 'Kickoff',
      schema: 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json',
    },
    item: [
      {
        name: `${method} ${url}`,
        request: {
          method,
          auth: { type: 'bearer', bearer: [{ key: 'token', value: '{{token}}', type: 'string' }] },
          header: [
            ...(body === undefined ? [] : [{ key: 'Content-Type', value: 'application/json' }]),
            ...header,
          ],
          ...(body === undefined ? {} : { body: raw }),
          url,
        },
      },
    ],
  });
}

/**
 * A data action to be imported; Genesys Cloud adds host and token itself.
 * https://help.mypurecloud.com/articles/import-or-export-a-data-action-for-integrations/
 */
export function dataAction({ method, path, headers, body = '' }: Target): string {
  return pretty({
    name: 'Launch a flow',
    integrationType: 'purecloud-data-actions',
    actionType: 'custom',
    config: {
      request: {
        requestUrlTemplate: path,
        requestType: method,
        headers: Object.fromEntries([['Content-Type', 'application/json'], ...headers]),
        requestTemplate: body,
      },
      // biome-ignore lint/suspicious/noTemplateCurlyInString: it is the data action’s own template
      response: { translationMap: {}, translationMapDefaults: {}, successTemplate: '${rawResult}' },
    },
    contract: {
      input: { inputSchema: { type: 'object', properties: {} } },
      output: { successSchema: { type: 'object', properties: { id: { type: 'string' } } } },
    },
    secure: false,
  });
}

function pretty(value: unknown): string {
  return JSON.stringify(value, null, 2);
}
