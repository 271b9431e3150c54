import type { Hosts } from '../base/environment.ts';
import { isOfApi } from '../base/error-body.ts';
import type { Failure } from '../base/failure.ts';
import { type HttpAnswer, type HttpRequest, jsonOf } from '../base/http.ts';
import { bad, type CheckLine, good, warn } from './check-lines.ts';
import { holdsPermission, holdsScope } from './permission.ts';
import type { Session } from './session.ts';

/** Asks the API for something that needs a token, without one: any answer in its own shape will do. */
export function reachRequest(hosts: Hosts): HttpRequest {
  return { method: 'GET', url: `${hosts.api}/api/v2/tokens/me`, headers: {} };
}

/** Whether the browser's policies let an extension reach its hosts, as `https:` origins. */
export function readHosts(blocked: readonly string[], extensionId: string): CheckLine {
  return blocked.length === 0
    ? good('hosts')
    : warn('hosts', 'hosts_blocked', { hosts: blocked.join(', '), id: extensionId });
}

/** Whether it was Genesys Cloud that answered, rather than a proxy or a network's sign-in page. */
export function readReach(answer: HttpAnswer | undefined, host: string): CheckLine {
  if (answer === undefined) return bad('region', 'region_unreachable', { host });
  return isOfApi(answer) || answer.status === 200
    ? good('region', { host })
    : bad('region', 'region_not_genesys', { host });
}

/**
 * What the login server's page says about the client and the redirect URL. It refuses either with a
 * page, because it must not lead back to an address that it does not know.
 * https://www.rfc-editor.org/rfc/rfc6749#section-4.1.2.1
 */
export function readLoginPage(page: { status: number; body: string } | undefined): CheckLine[] {
  if (page === undefined || page.status < 400) return [];
  const words = page.body.replace(/<[^>]*>/g, ' ');
  if (/redirect[_ ]?ur[il]/i.test(words)) {
    return [good('client'), bad('redirect', 'redirect_unregistered')];
  }
  if (/client/i.test(words)) return [bad('client', 'client_unknown')];
  if (/scope/i.test(words)) {
    return [good('client'), good('redirect'), bad('scope', 'scope_unknown')];
  }
  return [bad('client', 'login_refused', { status: page.status })];
}

/** What a failed sign-in tells. */
export function readSignInFailure(failure: Failure | undefined): CheckLine[] {
  if (failure?.code === 'sign-in-denied') return [bad('approval', 'approval_missing')];
  if (failure?.code !== 'sign-in-refused') return [];
  const { finding, error = '' } = failure.params;
  if (finding === 'scope-not-allowed') return [bad('scope', 'scope_unknown')];
  if (finding === 'redirect-not-registered') return [bad('redirect', 'redirect_unregistered')];
  if (finding === 'client-unknown') return [bad('client', 'client_unknown')];
  return [bad('client', 'login_refused', { status: String(error) })];
}

/**
 * What a live session proves, and what its token and its user may do.
 *
 * @param configured how many flows the settings name: who works with them needs no list
 */
export function readSession(session: Session, configured: number): CheckLine[] {
  const { user, organization, scopes, permissions } = session;
  return [
    good('client'),
    good('redirect'),
    good('approval'),
    good('signed_in', { user: user?.name ?? '', organization: organization?.name ?? '' }),
    scopes === undefined || holdsScope(scopes, ['architect'])
      ? good('scope')
      : bad('scope', 'scope_missing', { scope: 'architect' }),
    ...(permissions === undefined ? [] : permissionLines(permissions, configured > 0)),
  ];
}

function permissionLines(held: readonly string[], hasFlows: boolean): CheckLine[] {
  const holdsAny = (...needed: string[]) => needed.some((each) => holdsPermission(held, each));
  const lacking = (permission: string) => ({ permission });
  return [
    holdsAny('architect:flow:launch')
      ? good('may_launch')
      : bad('may_launch', 'permission_missing', lacking('architect:flow:launch')),
    holdsAny('architect:flowExecution:view')
      ? good('may_follow')
      : warn('may_follow', 'permission_missing', lacking('architect:flowExecution:view')),
    holdsAny('architect:flow:view', 'architect:flow:search')
      ? good('may_pick')
      : withoutList(hasFlows, lacking('architect:flow:view')),
    holdsAny('architect:flowInstance:search')
      ? good('may_search')
      : warn('may_search', 'permission_missing', lacking('architect:flowInstance:search')),
  ];
}

function withoutList(hasFlows: boolean, lacking: CheckLine['params']): CheckLine {
  return hasFlows
    ? { id: 'may_pick', state: 'unneeded', params: {} }
    : warn('may_pick', 'permission_missing', lacking);
}

/** Asks for an execution that no org has: 404 is what a person gets who may see executions. */
export function detailsRequest(hosts: Hosts): HttpRequest {
  const none = '00000000-0000-4000-8000-000000000000';
  return { method: 'GET', url: `${hosts.api}/api/v2/flows/executions/${none}`, headers: {} };
}

/** Whether the person may see executions, by the answer to `detailsRequest`. */
export function readDetails({ status }: HttpAnswer): CheckLine {
  if (status === 404 || status === 200) return good('details');
  return status === 403
    ? warn('details', 'permission_missing', { permission: 'architect:flowExecution:view' })
    : warn('details', 'not_answered', { status });
}

/** How many flows there are to choose from, of the org and of the settings. */
export function readFlows(listed: number | undefined, configured: number): CheckLine {
  if (listed) return good('flows', { count: listed });
  if (configured > 0) return good('flows', { count: configured });
  return bad('flows', listed === 0 ? 'flows_none' : 'flows_unlisted');
}

/**
 * Asks whether the org keeps the history of executions, which is off until it is turned on:
 * https://help.mypurecloud.com/articles/historical-execution-data-overview/
 */
export function historyRequest(hosts: Hosts): HttpRequest {
  const path = '/api/v2/flows/instances/settings/executiondata';
  return { method: 'GET', url: `${hosts.api}${path}`, headers: {} };
}

/** Whether the org keeps the history of executions, by the answer to `historyRequest`. */
export function readHistory(answer: HttpAnswer): CheckLine {
  if (answer.status === 403) return warn('history', 'history_unknown');
  if (answer.status !== 200) return warn('history', 'not_answered', { status: answer.status });
  const isOn = Object(jsonOf(answer)).enabled === true;
  return isOn ? good('history') : warn('history', 'history_off');
}
