import { hostsOf } from '../core/base/environment.ts';
import { done, type Outcome } from '../core/base/failure.ts';
import { jsonOf } from '../core/base/http.ts';
import type { EvidenceAtHand } from '../core/diagnosis/case.ts';
import { evidenceNeeded, type Probe } from '../core/diagnosis/evidence.ts';
import { flowEvidence, isExplainable } from '../core/diagnosis/gathered.ts';
import type { Launch } from '../core/launch/launch.ts';
import { holdsPermission, needsOf } from '../core/session/permission.ts';
import {
  checkTokenRequest,
  readWhoAmI,
  type Session,
  whoAmIRequest,
} from '../core/session/session.ts';
import { type Connection, connectionKey } from '../core/settings/settings.ts';
import { evidenceOf, launchOf, sessionOf } from '../platform/store/keys.ts';
import { read } from './api.ts';
import { readChosenFlow } from './flows.ts';
import { connectionOf } from './record.ts';

const gathering = new Map<string, Promise<Outcome<null>>>();

/**
 * Gathers what may explain a launch, with requests that change nothing, and writes it where views
 * see it. However many ask, it is gathered once at a time. Always writes something, so that nobody
 * waits for evidence that cannot be had.
 */
export function gatherEvidence({ launchId }: { launchId: string }): Promise<Outcome<null>> {
  const current =
    gathering.get(launchId) ?? gather(launchId).finally(() => gathering.delete(launchId));
  gathering.set(launchId, current);
  return current;
}

async function gather(launchId: string): Promise<Outcome<null>> {
  const launch = await launchOf(launchId).get();
  if (launch === undefined || !isExplainable(launch)) return done(null);
  const connection = await connectionOf(launch);
  const parts = connection.ok
    ? await Promise.all(probesFor(launch).map((probe) => probed[probe](connection.value, launch)))
    : [];
  await evidenceOf(launchId).set(Object.assign({}, ...parts));
  return done(null);
}

/** A run that failed is held against the inputs that its flow takes. */
function probesFor({ state, answer }: Launch): Probe[] {
  return state === 'failed' || state === 'error' || answer === undefined
    ? ['flow']
    : evidenceNeeded(answer);
}

type Probed = (connection: Connection, launch: Launch) => Promise<EvidenceAtHand>;

const probed: Readonly<Record<Probe, Probed>> = {
  flow: async (connection, { flow }) => flowEvidence(await readChosenFlow(connection, flow.id)),
  user: async (connection) => {
    const { permissions, scopes } = await readRights(connection);
    return { permissions, scopes };
  },
  token: async (connection) => {
    // Without renewing it: what is asked is whether this token is still accepted.
    const request = checkTokenRequest(hostsOf(connection.environment));
    const answer = await read(connection, request, 'stored');
    if (!answer.ok) return {};
    if (answer.value.status === 401) return { token: 'refused' };
    return answer.value.status < 300 ? { token: 'accepted' } : {};
  },
};

/** Asks who is signed in and what they may do, and keeps it with the session; empty where it cannot. */
async function readRights(
  connection: Connection,
): Promise<Pick<Session, 'permissions' | 'scopes'>> {
  const answer = await read(connection, whoAmIRequest(hostsOf(connection.environment)));
  if (!answer.ok || answer.value.status !== 200) return {};
  const known = readWhoAmI(jsonOf(answer.value));
  const kept = sessionOf(connectionKey(connection));
  const session = await kept.get();
  if (session !== undefined && known.user !== undefined) await kept.set({ ...session, ...known });
  return known;
}

/**
 * Asks again what somebody may do, who as far as is known may not launch: an administrator may have
 * given them the right since they signed in.
 */
export async function recheckRights(connection: Connection): Promise<void> {
  const session = await sessionOf(connectionKey(connection)).get();
  const [permission] = needsOf.launch.permissions;
  if (session?.permissions === undefined || holdsPermission(session.permissions, permission))
    return;
  await readRights(connection);
}
