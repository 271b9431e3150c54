import { errorBody } from '../base/error-body.ts';
import type { Finding } from '../base/finding.ts';
import { findingText } from '../base/finding-text.ts';
import { correlationId } from '../base/http.ts';
import type { Text } from '../base/text.ts';
import type { Launch } from '../launch/launch.ts';
import type { Session } from '../session/session.ts';

/** What only an administrator can put right, surest first. */
export function forAdministrator(findings: readonly Finding[]): Finding[] {
  return findings.filter(
    ({ action }) => action?.kind === 'open-admin' && action.page !== 'flow' && action.page !== 'ip',
  );
}

/**
 * A text that a person sends to their administrator where a launch was refused: which permission is
 * missing, for which flow, who asks, and what Genesys Cloud said, in its own words. It holds no inputs
 * and no token.
 *
 * @param findings what `forAdministrator` gave, at least one
 */
export function adminRequest(
  {
    launch,
    session,
  }: { launch: Launch; session: Pick<Session, 'user' | 'organization'> | undefined },
  findings: readonly Finding[],
  text: Text,
): string {
  const { flow, answer, times } = launch;
  const { user, organization } = session ?? {};
  const permissions = findings.flatMap(({ params }) => params.permission ?? []);
  const reasons = findings.map((each) => findingText(each, text).cause);
  const lines: [label: string, value: string | undefined][] = [
    [text('admin_request_permission'), [...new Set(permissions)].join(', ')],
    [text('admin_request_reason'), [...new Set(reasons)].join(' ')],
    [text('picker_flow'), `${flow.name} (${flow.id})`],
    [text('admin_request_person'), named(user?.name, user?.email)],
    [text('admin_request_organization'), named(organization?.name, organization?.id)],
    [text('admin_request_answer'), answer && wordsOf(answer)],
    [text('detail_correlation'), answer && correlationId(answer)],
    [text('admin_request_time'), new Date(times.answered ?? times.created).toISOString()],
  ];
  const told = lines.filter(([, value]) => value !== undefined && value !== '');
  return [text('admin_request_intro'), '', ...told.map((line) => line.join(': '))].join('\n');
}

function named(name: string | undefined, more: string | undefined): string {
  return name && more ? `${name} (${more})` : (name ?? more ?? '');
}

/** Status, code and message, as the server wrote them; what else it wrote may be the customer's. */
function wordsOf(answer: NonNullable<Launch['answer']>): string {
  const { code, message, messageWithParams } = errorBody(answer);
  return [String(answer.status), code, message ?? messageWithParams].filter(Boolean).join(' · ');
}
