import { type Hosts, hostsOf, redirectPath } from '../../core/base/environment.ts';
import { done, type Outcome } from '../../core/base/failure.ts';
import { type HttpAnswer, type HttpRequest, jsonOf } from '../../core/base/http.ts';
import { flowPageRequest, readFlowPage } from '../../core/flow/flow.ts';
import { readExtras } from '../../core/session/check-extras.ts';
import {
  bad,
  type CheckId,
  type CheckLine,
  type ConnectionCheck,
  newCheck,
  warn,
  withLines,
} from '../../core/session/check-lines.ts';
import {
  detailsRequest,
  historyRequest,
  reachRequest,
  readDetails,
  readFlows,
  readHistory,
  readHosts,
  readLoginPage,
  readReach,
  readSession,
  readSignInFailure,
} from '../../core/session/connection-check.ts';
import { extrasOf } from '../../core/session/extras.ts';
import type { Session } from '../../core/session/session.ts';
import { signInAddress } from '../../core/session/sign-in-address.ts';
import { type Connection, connectionKey } from '../../core/settings/settings.ts';
import { extensionId } from '../../platform/about.ts';
import { blockedHosts } from '../../platform/host-access.ts';
import { send } from '../../platform/http.ts';
import { connectionCheckOf } from '../../platform/keys/check.ts';
import { sessionOf, signInOf } from '../../platform/keys/connection.ts';
import { loginPage } from '../../platform/login-page.ts';
import { redirectUrl } from '../../platform/sign-in-window.ts';
import { sessionWithRights } from './rights.ts';

/** Whether the API answers at all shows without a token; this one is none anywhere. */
const noToken = 'not-a-token';

/**
 * Checks a connection line by line into session storage, where views see each line as it becomes
 * known. Nothing is launched and nothing is changed; no window is opened.
 */
export async function checkConnection(connection: Connection): Promise<Outcome<null>> {
  const stored = connectionCheckOf(connectionKey(connection));
  const extras = extrasOf(connection);
  let check: ConnectionCheck = newCheck(Date.now(), extras);
  const tell = async (lines: readonly CheckLine[], next?: CheckId): Promise<void> => {
    const checking: CheckLine[] = next ? [{ id: next, state: 'checking', params: {} }] : [];
    check = withLines(check, [...checking, ...lines]);
    await stored.set(check);
  };

  await tell([], 'hosts');
  const hosts = hostsOf(connection.environment);
  const blocked = await blockedHosts(hosts);
  await tell([readHosts(blocked, extensionId())], 'region');
  const reach = await send(reachRequest(hosts), { accessToken: noToken, origin: hosts.api });
  const region = readReach('answer' in reach ? reach.answer : undefined, new URL(hosts.api).host);
  await tell([region], region.state === 'good' ? 'client' : undefined);
  if (region.state !== 'good') return done(null);

  const session =
    (await sessionWithRights(connection)) ?? (await sessionOf(connectionKey(connection)).get());
  if (session === undefined) {
    await tell(await signInLines(connection));
    return done(null);
  }
  await tell(
    [...readSession(session, connection.flows.length), ...readExtras(extras, session)],
    'flows',
  );
  await tell([await flowsLine(connection, session)], 'details');
  await tell(
    [await asked(hosts, session, detailsRequest(hosts), readDetails, 'details')],
    'history',
  );
  await tell([await asked(hosts, session, historyRequest(hosts), readHistory, 'history')]);
  return done(null);
}

/** Without a session: what the login server says of the client, and what the last sign-in came to. */
async function signInLines(connection: Connection): Promise<CheckLine[]> {
  const address = signInAddress(connection, {
    redirectUri: redirectUrl(redirectPath(connection.environment)),
    state: crypto.randomUUID(),
    // It is never used to sign in: it only has to have the form of a SHA-256 in base64url.
    codeChallenge: 'A'.repeat(43),
  });
  const [page, signIn] = await Promise.all([
    loginPage(address),
    signInOf(connectionKey(connection)).get(),
  ]);
  const lines = [...readLoginPage(page), ...readSignInFailure(signIn?.failure)];
  return lines.some(({ state }) => state === 'bad')
    ? lines
    : [...lines, bad('signed_in', 'signed_out')];
}

async function flowsLine(connection: Connection, session: Session): Promise<CheckLine> {
  const hosts = hostsOf(connection.environment);
  for (const list of ['flows', 'divisionviews'] as const) {
    const request = flowPageRequest(hosts, list, { number: 1, size: 1 });
    const reply = await send(request, { accessToken: session.accessToken, origin: hosts.api });
    if (!('answer' in reply) || reply.answer.status !== 200) continue;
    const page = readFlowPage(jsonOf(reply.answer));
    if (page) return readFlows(page.total ?? page.flows.length, connection.flows.length);
  }
  return readFlows(undefined, connection.flows.length);
}

async function asked(
  { api }: Hosts,
  { accessToken }: Session,
  request: HttpRequest,
  read: (answer: HttpAnswer) => CheckLine,
  id: CheckId,
): Promise<CheckLine> {
  const reply = await send(request, { accessToken, origin: api });
  return 'answer' in reply ? read(reply.answer) : warn(id, 'not_answered', { status: '–' });
}
