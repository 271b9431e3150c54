import {
  type Certainty,
  type Evidence,
  type EvidenceCode,
  type FindingAction,
  fact,
  finding,
} from '../base/finding.ts';
import { needsOf } from '../session/permission.ts';
import type { Case, FlowFacts } from './case.ts';
import { allLooks, found, type Look, nothingSeen, ruledOut, wouldHelp } from './check.ts';

const pickFlow: FindingAction = { kind: 'pick-flow' };

/** Looks at the flow's record: is it there, published, a workflow, active? */
export function lookAtFlow(it: Case): Look {
  if (it.operation !== 'launch' && it.operation !== 'flow') return nothingSeen;
  const { flow } = it.evidence;
  const isNotFound = it.answer.status === 404;
  switch (flow?.found) {
    case undefined:
      return isNotFound ? notSeen('likely') : nothingSeen;
    case 'forbidden': {
      const permission = needsOf.flow.permissions[0];
      const help = wouldHelp('needs-permission', { permission });
      return isNotFound ? allLooks([notSeen('likely'), help]) : help;
    }
    case 'no':
      // A flow of a division that the user may not see looks the same.
      return notSeen(isNotFound ? 'certain' : 'likely', [fact('flow-not-found')]);
    case 'deleted': {
      const evidence = [fact('flow-deleted')];
      const sure = it.answer.status === 403 ? 'likely' : 'certain';
      return found(finding('flow-deleted', sure, {}, { evidence, action: pickFlow }));
    }
    case 'yes':
      return lookAtRecord(flow, it.answer.status);
  }
}

function lookAtRecord({ name = '', type, isPublished, isActive }: FlowFacts, status: number): Look {
  const seen = (code: EvidenceCode): Evidence[] => [fact(code, { name })];
  if (isPublished === false) {
    const isAboutAccess = status === 401 || status === 403;
    return found(
      finding(
        'flow-not-published',
        isAboutAccess ? 'possible' : 'certain',
        {},
        {
          evidence: seen('flow-unpublished'),
          action: { kind: 'open-admin', page: 'flow' },
        },
      ),
    );
  }
  if (type !== undefined && type.toUpperCase() !== 'WORKFLOW') {
    // No other type is documented to launch, though none is ruled out in so many words.
    const evidence = seen('flow-type');
    return found(finding('flow-not-workflow', 'likely', { type }, { evidence, action: pickFlow }));
  }
  if (isActive === false) {
    const evidence = seen('flow-inactive');
    return found(finding('flow-inactive', 'likely', {}, { evidence, action: pickFlow }));
  }
  return isPublished === true ? ruledOut('flow-fine', { name }) : nothingSeen;
}

function notSeen(certainty: Certainty, evidence: Evidence[] = []): Look {
  return found(finding('flow-not-found', certainty, {}, { evidence, action: pickFlow }));
}
