import { hostsOf } from '../core/base/environment.ts';
import { done, type Outcome } from '../core/base/failure.ts';
import type { EvidenceAtHand } from '../core/diagnosis/case.ts';
import { evidenceNeeded, type Probe } from '../core/diagnosis/evidence.ts';
import { flowEvidence, isExplainable } from '../core/diagnosis/gathered.ts';
import type { Launch } from '../core/launch/launch.ts';
import { probeTokenRequest } from '../core/session/session.ts';
import type { Connection } from '../core/settings/settings.ts';
import { evidenceOf, launchOf } from '../platform/keys/launch.ts';
import { read } from './api.ts';
import { readChosenFlow } from './flows.ts';
import { onceAtATime } from './once-at-a-time.ts';
import { connectionOf } from './record.ts';
import { sessionWithRights } from './session/rights.ts';

/**
 * Gathers what may explain a launch, with requests that change nothing, and writes it where views
 * see it. However many views ask, it is gathered once at a time. Always writes something, so that none
 * waits for evidence that cannot be had.
 */
export function gatherEvidence({ launchId }: { launchId: string }): Promise<Outcome<null>> {
  return onceAtATime(`evidence ${launchId}`, () => gather(launchId));
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
    const session = await sessionWithRights(connection);
    return { permissions: session?.permissions, scopes: session?.scopes };
  },
  token: async (connection) => {
    // Without renewing it: what is asked is whether this token is still accepted.
    const request = probeTokenRequest(hostsOf(connection.environment));
    const answer = await read(connection, request, 'stored');
    if (!answer.ok) return {};
    if (answer.value.status === 401) return { token: 'refused' };
    return answer.value.status < 300 ? { token: 'accepted' } : {};
  },
};
