import { javaScript, python, written } from './literal.ts';
import type { Target } from './target.ts';

/** `fetch`, in Node or a page. */
export function fetchCall({ method, url, headers, body, json }: Target): string {
  const all = [
    ...(body === undefined ? [] : ["    'Content-Type': 'application/json',"]),
    "    Authorization: 'Bearer ' + token,",
    ...headers.map(([name, value]) => `    ${JSON.stringify(name)}: ${JSON.stringify(value)},`),
  ];
  const sent =
    json === undefined
      ? body && JSON.stringify(body)
      : `JSON.stringify(${written(json, javaScript, '  ')})`;
  return [
    'const token = process.env.GENESYS_TOKEN; // in a page: your access token',
    `fetch(${JSON.stringify(url)}, {`,
    `  method: ${JSON.stringify(method)},`,
    '  headers: {',
    ...all,
    '  },',
    ...(sent === undefined ? [] : [`  body: ${sent},`]),
    '})',
    '  .then(async (response) => console.log(response.status, await response.text()))',
    '  .catch(console.error);',
  ].join('\n');
}

/** The package `requests`: https://requests.readthedocs.io */
export function pythonRequests({ method, url, headers, body, json }: Target): string {
  const all = [
    ...(body === undefined || json !== undefined
      ? []
      : ['        "Content-Type": "application/json",']),
    '        "Authorization": "Bearer " + os.environ["GENESYS_TOKEN"],',
    ...headers.map(([name, value]) => `        ${JSON.stringify(name)}: ${JSON.stringify(value)},`),
  ];
  const sent =
    json === undefined
      ? body && `data=${JSON.stringify(body)}`
      : `json=${written(json, python, '    ')}`;
  return [
    'import os',
    '',
    'import requests',
    '',
    'response = requests.request(',
    `    ${JSON.stringify(method)},`,
    `    ${JSON.stringify(url)},`,
    '    headers={',
    ...all,
    '    },',
    ...(sent === undefined ? [] : [`    ${sent},`]),
    ')',
    'print(response.status_code, response.text)',
  ].join('\n');
}
