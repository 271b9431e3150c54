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
import {
  type Examination,
  found,
  nothingFound,
  ruledOut,
  together,
  wouldHelp,
} from './examination.ts';

const pickFlow: FindingAction = { kind: 'pick-flow' };

/** Looks at the flow's record: is it there, published, a workflow, active? */
export function examineFlow(it: Case): Examination {
  if (it.operation !== 'launch' && it.operation !== 'flow') return nothingFound;
  const { flow } = it.evidence;
  const isNotFound = it.answer.status === 404;
  switch (flow?.found) {
    case undefined:
      return isNotFound ? notSeen('likely') : nothingFound;
    case 'forbidden': {
      const permission = needsOf.flow.permissions[0];
      const help = wouldHelp('needs-permission', { permission });
      return isNotFound ? together([notSeen('likely'), help]) : help;
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
      return examineRecord(flow, it.answer.status);
  }
}

function examineRecord(
  { name = '', type, isPublished, isActive }: FlowFacts,
  status: number,
): Examination {
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
  return isPublished === true ? ruledOut('flow-fine', { name }) : nothingFound;
}

function notSeen(certainty: Certainty, evidence: Evidence[] = []): Examination {
  return found(finding('flow-not-found', certainty, {}, { evidence, action: pickFlow }));
}
