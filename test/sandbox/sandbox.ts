import { createApi } from './api.ts';
import { type ArmedAnswer, createArmory } from './armed.ts';
import { makeCertificate } from './certificate.ts';
import type { ConversationEntity } from './conversation-entity.ts';
import {
  type ConversationSample,
  type ConversationWish,
  createConversations,
} from './conversations.ts';
import { tableRoutes } from './data-tables.ts';
import type { SandboxRequest } from './exchange.ts';
import { createExecutions, type SandboxExecution } from './executions.ts';
import { contactRoutes } from './external-contacts.ts';
import type { SandboxFlow } from './flow.ts';
import { flowRoutes } from './flow-listing.ts';
import { allFlows, flowByKey, handMadeFlows } from './flows.ts';
import { historyRoutes } from './history.ts';
import { clientId, clientScopes, identityRoutes } from './identity.ts';
import { executionRoutes, type RequestFormat } from './launch.ts';
import { createLoginStore } from './login-store.ts';
import { createAuthorizationServer } from './oauth.ts';
import { createRateLimit } from './rate-limit.ts';
import { openServer } from './server.ts';
import { signOut } from './sign-in.ts';
import { createSite } from './site.ts';
import { type Terse, terseRefusal } from './terse.ts';
import { createTokens } from './tokens.ts';
import { type UserKey, users } from './users.ts';

export interface SandboxOptions {
  /** A free port unless given. */
  port?: number;
  /** Where the OAuth client may lead back to; `{port}` stands for the port in use. */
  redirectUris?: readonly string[];
  /** HTTP/2 over TLS, with a certificate of its own that no browser trusts; plain HTTP/1.1 unless set. */
  tls?: boolean;
  /** The clock, in milliseconds. Runs of flows and the sign-in go by real time regardless. */
  now?: () => number;
  terse?: Terse;
  /** `false` prints a line for every request. */
  quiet?: boolean;
  /** The life of an access token; 86400 unless given. */
  tokenSeconds?: number;
  /** After how long without a request a token ends; its life unless given. */
  idleSeconds?: number;
  requestFormat?: RequestFormat;
  /** Requests of one user in a minute; 300 unless given. */
  requestsPerMinute?: number;
  /** The largest page of flows; 500 unless given. */
  maxPageSize?: number;
  /** The largest body of a launch; 1 MB unless given. The real limit is not published. */
  maxBodyBytes?: number;
  /** Only with the flows made by hand; with 2,000 more unless set, as in a large organization. */
  isSmall?: boolean;
  /** How long a run takes if its flow does not say; 600 to 1300 unless given, as on the real API. */
  runMilliseconds?: number;
  /** Whether an entry of the execution history has the execution's id; `true` unless given. */
  historySharesId?: boolean;
}

export interface Sandbox {
  /** Login, API and apps are all under this one origin. */
  url: string;
  /** What a browser must be told to trust the certificate of this sandbox alone; empty without TLS. */
  browserArgs: readonly string[];
  /** The sample CRM. */
  crmUrl: string;
  clientId: string;
  users: Readonly<Record<UserKey, { name: string; email: string; password: string }>>;
  /** The hand-made flows. */
  flows: readonly SandboxFlow[];
  /** A hand-made or generated flow by its key; throws for a key that does not exist. */
  flow(key: string): SandboxFlow;
  /** Everything that was launched. */
  executions(): readonly SandboxExecution[];
  /** Every request to the API and the login server, preflights included. */
  requests(): readonly SandboxRequest[];
  /** Sets the answer to the next matching request. Pages of the login can only be replaced, delayed or dropped before. */
  arm(answer: ArmedAnswer): void;
  /** Forgets what was armed and not asked for. */
  disarm(): void;
  /** An access token without the sign-in form. */
  issueToken(user: UserKey, scopes?: readonly string[]): string;
  /** Makes these the user's conversations in place of others. Nobody has one at first. */
  setConversations(
    user: UserKey,
    wishes: readonly (ConversationSample | ConversationWish)[],
  ): ConversationEntity[];
  /** The same with answers of any shape. */
  setConversationEntities(user: UserKey, entities: readonly unknown[]): void;
  /** Every token so far answers 401 from now on. */
  expireTokens(): void;
  /** Forgets the login sessions of browsers. */
  endLoginSessions(): void;
  setTerse(terse: Terse): void;
  /** Architect's execution history, off at first, as in a new organization. */
  setHistory(on: boolean): void;
  close(): Promise<void>;
}

/** Starts a stand-in for Genesys Cloud on 127.0.0.1. */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const { now = Date.now, tokenSeconds = 86_400, quiet = true } = options;
  let terse = options.terse ?? false;
  let historyIsOn = false;
  const requests: SandboxRequest[] = [];
  const armory = createArmory();
  const tokens = createTokens(now, tokenSeconds, options.idleSeconds);
  const executions = createExecutions(now, options.runMilliseconds);
  const store = createLoginStore();
  const conversations = createConversations(now);
  const there = options.isSmall ? handMadeFlows : allFlows;
  const flows = new Map(there.map((flow) => [flow.id, flow]));
  const api = createApi(
    [
      ...executionRoutes({
        flows,
        executions,
        requestFormat: options.requestFormat ?? { inputsKey: 'inputData', flowIdIn: 'body' },
        maxBodyBytes: options.maxBodyBytes ?? 1_000_000,
        refusal: (answer) => terseRefusal(answer, terse),
      }),
      ...historyRoutes({
        executions: executions.all,
        isOn: () => historyIsOn,
        sharesId: options.historySharesId ?? true,
      }),
      ...flowRoutes(flows, options.maxPageSize ?? 500),
      ...conversations.routes,
      ...contactRoutes(),
      ...tableRoutes(),
      ...identityRoutes(tokens),
    ],
    tokens,
    createRateLimit(now, options.requestsPerMinute ?? 300),
  );

  const certificate = options.tls ? makeCertificate() : undefined;
  const server = await openServer(options.port ?? 0, certificate);
  const { url } = server;
  const redirectUris = (options.redirectUris ?? ['http://127.0.0.1:{port}/callback']).map((uri) =>
    uri.replaceAll('{port}', new URL(url).port),
  );
  const site = createSite({
    api,
    provider: createAuthorizationServer({ url, redirectUris, tokenSeconds, store, tokens, now }),
    signOut: (request) => signOut(request, store, redirectUris),
    armory,
    now,
    record(request) {
      requests.push(request);
      if (!quiet) console.log(request.method, request.path);
    },
  });
  server.handle((message, response) => {
    site(message, response).catch((error: unknown) => {
      // A request that its sender broke off is no fault of ours.
      if (message.complete && !isBrokenOff(error)) console.error('sandbox:', error);
      response.destroy();
    });
  });

  return {
    url,
    browserArgs: certificate
      ? [`--ignore-certificate-errors-spki-list=${certificate.fingerprint}`]
      : [],
    crmUrl: `${url}/crm/`,
    clientId,
    users,
    flows: handMadeFlows,
    flow: flowByKey,
    executions: executions.all,
    requests: () => requests,
    arm: armory.arm,
    disarm: armory.disarm,
    issueToken: (user, scopes = clientScopes) => tokens.issue(user, scopes),
    setConversations: conversations.set,
    setConversationEntities: conversations.setEntities,
    expireTokens: tokens.expireAll,
    endLoginSessions: () => store.endSession(),
    setTerse(next) {
      terse = next;
    },
    setHistory(on) {
      historyIsOn = on;
    },
    async close() {
      executions.close();
      await server.close();
    },
  };
}

/** Over HTTP/2 a request counts as complete although its sender went away while it was read. */
function isBrokenOff(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_STREAM_PREMATURE_CLOSE';
}
