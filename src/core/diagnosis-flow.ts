import type { Case } from './diagnosis-case.ts';
import { allLooks, found, type Look, nothingSeen, ruledOut, wouldHelp } from './diagnosis-check.ts';
import { type Certainty, type Finding, finding } from './finding.ts';
import { needsOf } from './permission.ts';

/** Looks at the flow's record: is it there, published, a workflow, active? */
export function lookAtFlow({ operation, evidence, answer }: Case): Look {
  if (operation !== 'launch' && operation !== 'flow') return nothingSeen;
  const { flow } = evidence;
  if (flow === undefined) return answer.status === 404 ? found(unseen('likely')) : nothingSeen;
  const name = flow.name ?? '';
  const action = { action: { kind: 'pick-flow' } } as const;
  const saw = (code: string) => ({ evidence: [{ code, params: { name } }] });
  switch (flow.found) {
    case 'forbidden':
      return allLooks([
        wouldHelp('needs-permission', { permission: needsOf.flow.permissions[0] }),
        answer.status === 404 ? found(unseen('likely')) : nothingSeen,
      ]);
    case 'deleted':
      return found(finding('flow-deleted', 'certain', {}, { ...saw('flow-deleted'), ...action }));
    case 'no':
      // A flow of a division that the user may not see looks the same.
      return found(
        finding(
          'flow-not-found',
          answer.status === 404 ? 'certain' : 'likely',
          {},
          { ...saw('flow-not-found'), ...action },
        ),
      );
    case 'yes':
      break;
  }
  if (flow.isPublished === false) {
    const open = { action: { kind: 'open-admin', page: 'flow' } } as const;
    const sure: Certainty = answer.status === 401 || answer.status === 403 ? 'possible' : 'certain';
    return found(finding('flow-not-published', sure, {}, { ...saw('flow-unpublished'), ...open }));
  }
  const type = flow.type?.toUpperCase();
  if (type !== undefined && type !== 'WORKFLOW') {
    // Workflows are the only type that is documented to launch; others are not ruled out in so many words.
    return found(
      finding('flow-not-workflow', 'likely', { type }, { ...saw('flow-type'), ...action }),
    );
  }
  if (flow.isActive === false) {
    return found(finding('flow-inactive', 'likely', {}, { ...saw('flow-inactive'), ...action }));
  }
  return ruledOut('flow-fine', { name });
}

/** Nobody looked, but the answer says that something is not there. */
function unseen(certainty: Certainty): Finding {
  return finding('flow-not-found', certainty, {}, { action: { kind: 'pick-flow' } });
}
