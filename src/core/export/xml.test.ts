import { expect, test } from 'vitest';
import { requestsOfXml } from './xml.ts';

const address = 'https://api.mypurecloud.de/api/v2/flows/executions';
const request = `<http:request method="POST" url="${address}"`;

test.each([
  [`${request}/>`, false],
  [`${request}></http:request>`, false],
  [`<flow name="Launch">${request}/></flow>`, false],
  [`<http:request-config name="Api"/><flow name="Launch">${request}/></flow>`, false],
  [`${request}>`, true],
  [`<flow name="Launch">${request}/>`, true],
  [`<flow name="Launch">${request}/></sub-flow>`, true],
  [`${request}/><flow name="Lau`, true],
])('%s breaks off: %s', (pasted, isCut) => {
  const [piece] = requestsOfXml(pasted);
  expect(piece?.kind === 'request' && piece.request.isCut).toBe(isCut);
});
