import { createRequire } from 'node:module';
import type { Sandbox } from './sandbox.ts';

type OfficialClient = typeof import('purecloud-platform-client-v2');
type OfficialApi = InstanceType<OfficialClient['ArchitectApi']>;

// CommonJS whose exports Node cannot name for an `import`; the types describe what `require` gives.
const official: OfficialClient = createRequire(import.meta.url)('purecloud-platform-client-v2');

/** What goes over the wire for a launch, as far as two clients must agree on it. */
interface LaunchOnTheWire {
  method: string;
  path: string;
  contentType: string;
  bodyText: string;
}

/**
 * Genesys' own client, talking to the sandbox. Its gateway setting is what it offers for servers
 * that are not at `https://api.<region>`.
 * https://github.com/MyPureCloud/platform-client-sdk-javascript#using-a-pre-configured-gateway
 */
export function officialClient(sandbox: Sandbox): OfficialApi {
  const { hostname, port } = new URL(sandbox.url);
  const client = official.ApiClient.instance;
  client.setGateway({ host: hostname, protocol: 'http', port: Number(port) });
  client.setAccessToken(sandbox.issueToken('author'));
  return new official.ArchitectApi();
}

/** Launches with Genesys' own client, and gives back the request that arrived. */
export async function officialLaunchRequest(
  sandbox: Sandbox,
  body: Record<string, unknown> & { flowId: string },
): Promise<LaunchOnTheWire> {
  await officialClient(sandbox).postFlowsExecutions(body);
  const arrived = sandbox.requests().findLast(({ method }) => method === 'POST');
  if (arrived === undefined) throw new Error('The launch did not reach the sandbox');
  const { method, path, headers, bodyText } = arrived;
  return { method, path, contentType: headers['content-type'] ?? '', bodyText };
}
