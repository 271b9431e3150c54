import { type Certainty, type FindingAction, fact, finding } from '../base/finding.ts';
import { holdsPermission, holdsScope, needsOf } from '../session/permission.ts';
import type { Case } from './case.ts';
import {
  type Examination,
  found,
  nothingFound,
  ruledOut,
  together,
  wouldHelp,
} from './examination.ts';

/** Looks at what the user may do, and at what the token may be used for. */
export function examineAccess(it: Case): Examination {
  if (it.answer.status === 401) return examineToken(it);
  return together([examinePermission(it), examineScope(it)]);
}

function examinePermission({ operation, evidence, answer }: Case): Examination {
  const [permission] = needsOf[operation].permissions;
  if (permission === undefined) return nothingFound;
  const isForbidden = answer.status === 403;
  const { permissions } = evidence;
  const action = { kind: 'open-admin', page: 'roles' } as const;
  if (permissions === undefined) {
    const unknown = wouldHelp('needs-scope', { scope: 'user-basic-info' });
    if (!isForbidden) return unknown;
    const guess = found(finding('missing-permission', 'likely', { permission }, { action }));
    return together([guess, unknown]);
  }
  if (holdsPermission(permissions, permission)) {
    const held = ruledOut('permission-held', { permission });
    const division = finding('division-permission', 'possible', { permission }, { action });
    return isForbidden ? together([held, found(division)]) : held;
  }
  const seen = [fact('permission-not-held', { permission })];
  return found(
    finding('missing-permission', sure(isForbidden), { permission }, { evidence: seen, action }),
  );
}

function examineScope({ operation, evidence, answer }: Case): Examination {
  const { scopes } = evidence;
  const needed = needsOf[operation].scopes;
  const [scope = ''] = needed;
  const isForbidden = answer.status === 403;
  if (scopes === undefined) {
    return isForbidden ? wouldHelp('needs-scope', { scope: 'user-basic-info' }) : nothingFound;
  }
  if (holdsScope(scopes, needed)) return ruledOut('scope-held', { scope });
  const evidenceSeen = [fact('scope-not-held', { scope })];
  const action: FindingAction = { kind: 'sign-in', scopes: [...new Set([...scopes, scope])] };
  return found(
    finding('missing-scope', sure(isForbidden), { scope }, { evidence: evidenceSeen, action }),
  );
}

function examineToken({ evidence }: Case): Examination {
  const action: FindingAction = { kind: 'sign-in', scopes: [...(evidence.scopes ?? [])] };
  if (evidence.token === 'accepted') {
    return together([
      ruledOut('token-accepted'),
      found(finding('ip-not-allowed', 'possible'), finding('token-expired', 'possible')),
    ]);
  }
  const isRefused = evidence.token === 'refused';
  const seen = isRefused ? { evidence: [fact('token-refused')] } : {};
  return found(
    finding('token-expired', isRefused ? 'certain' : 'likely', {}, { ...seen, action }),
    ...(isRefused ? [] : [finding('ip-not-allowed', 'possible')]),
  );
}

/** That something is not held is sure; that the answer is about it, only if it speaks of access. */
function sure(isForbidden: boolean): Certainty {
  return isForbidden ? 'certain' : 'likely';
}
