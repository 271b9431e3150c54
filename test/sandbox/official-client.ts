import { createRequire } from 'node:module';
import type { Sandbox } from './sandbox.ts';
import type { UserKey } from './users.ts';

type OfficialClient = typeof import('purecloud-platform-client-v2');
type OfficialApi = InstanceType<OfficialClient['ArchitectApi']>;
type OfficialConversations = InstanceType<OfficialClient['ConversationsApi']>;
type OfficialContacts = InstanceType<OfficialClient['ExternalContactsApi']>;

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
  connect(sandbox, 'author');
  return new official.ArchitectApi();
}

/** The part of it that reads a user's conversations. */
export function officialConversations(sandbox: Sandbox, user: UserKey): OfficialConversations {
  connect(sandbox, user);
  return new official.ConversationsApi();
}

/** The part of it that finds external contacts. */
export function officialContacts(sandbox: Sandbox, user: UserKey): OfficialContacts {
  connect(sandbox, user);
  return new official.ExternalContactsApi();
}

function connect(sandbox: Sandbox, user: UserKey): void {
  const { hostname, port } = new URL(sandbox.url);
  const client = official.ApiClient.instance;
  client.setGateway({ host: hostname, protocol: 'http', port: Number(port) });
  client.setAccessToken(sandbox.issueToken(user));
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
