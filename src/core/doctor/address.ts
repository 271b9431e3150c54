import { type Finding, finding } from '../base/finding.ts';
import { canBecome, isOpenPlace } from '../request/open-place.ts';
import type { SeenRequest } from '../request/seen.ts';
import { flowIdWithin, isFlowId } from './flow-id.ts';
import { checkHost } from './host.ts';

/** Where launches go: https://developer.genesys.cloud/devapps/api-explorer (postFlowsExecutions). */
export const launchPath = '/api/v2/flows/executions';

export interface CheckedAddress {
  readonly findings: Finding[];
  readonly url: string;
  /** The flow's id, where the address names one. */
  readonly flowId: string | undefined;
}

/** Parts of paths to flows that are no ids. */
const pathWords =
  /^(?:api|v\d+|platform|architect|public|flows?|workflows?|executions?|instances|divisionviews|lookup|execute|exec|run|start|launch|trigger|invoke|versions|latest|jobs|query)$/i;

/**
 * Checks scheme, host, path and query of a request that is meant to launch a flow. Where a gateway
 * is named, only its owner knows what its address should be.
 */
export function checkAddress(url: string | undefined, isByGateway = false): CheckedAddress {
  if (url === undefined || isByGateway)
    return { findings: [], url: url ?? launchPath, flowId: undefined };
  const { origin, base, path, query } = partsOf(url);
  const host = checkHost(origin ?? hostBefore(base));
  const inPath = mayBeRight(path) ? undefined : idInPath(path);
  const inQuery = query.get('flowId') ?? query.get('flow_id') ?? query.get('id');
  const findings = [...host.findings, ...checkPath(path, inPath)];
  const named = inPath ?? inQuery ?? undefined;
  if (inPath !== undefined) findings.push(finding('flow-id-in-path', 'certain', { id: inPath }));
  else if (named !== undefined) findings.push(finding('flow-id-in-path', 'likely', { id: named }));
  return {
    findings,
    url: `${host.findings.length > 0 || origin !== undefined ? host.origin : base}${launchPath}`,
    flowId: named === undefined ? undefined : (flowIdWithin(named) ?? variableIn(named)),
  };
}

/** A variable of code is as good as the id in it; `{flowId}` of a manual is not. */
function variableIn(place: string): string | undefined {
  return /^(?:\{\{[^{}]+\}\}|\$\{[^{}]+\})$/.test(place) ? place : undefined;
}

/** A host without its scheme, where part of it is left open: `{myorg}.mygen.com`. */
function hostBefore(base: string): string | undefined {
  return /[^.{}<>$]\.[a-z]{2,}$/i.test(base) ? `https://${base}` : undefined;
}

/** An id behind the right path is a finding of its own; anywhere else the path is wrong as well. */
function checkPath(path: string, id: string | undefined): Finding[] {
  const params = { path, right: launchPath };
  const bare = path.replace(/\/$/, '');
  if (path === launchPath || (id !== undefined && bare === `${launchPath}/${id}`)) return [];
  if (bare === launchPath) return [finding('wrong-path', 'possible', params)];
  // Genesys's own package for Salesforce calls the API under this path:
  // https://github.com/MyPureCloud/purecloud-for-salesforce-examples
  if (bare === `/platform${launchPath}`) return [finding('platform-path', 'likely', params)];
  if (mayBeRight(bare)) return [];
  const isNearly = bare.replace(/\/{2,}/g, '/').toLowerCase() === launchPath;
  return [finding('wrong-path', isNearly ? 'likely' : 'certain', params)];
}

const openPlaces = /\{\{[^{}]*\}\}|[$@]!?\{[^{}]*\}|\{[^{}]*\}|<[^<>]*>|\$\w+/g;

/** Whether values for the open places of a path make it the right one; a flow's id makes none. */
function mayBeRight(path: string): boolean {
  const places = path.match(openPlaces) ?? [];
  if (places.length === 0 || places.some((it) => /flow|id\b|Id\b|uuid/.test(it))) return false;
  return canBecome(path.split(openPlaces), launchPath);
}

/**
 * The part of a path that names the flow: an id, an open place, or any word where an id would be.
 */
function idInPath(path: string): string | undefined {
  const parts = path.split('/').filter((part) => part !== '');
  const known = parts.find((part) => isFlowId(part) || isOpenPlace(part));
  if (known !== undefined) return known;
  const place = parts.findIndex((part) => /^(?:flows?|workflows?|executions?)$/i.test(part));
  const behind = parts
    .slice(place + 1)
    .find((part) => !pathWords.test(part.replace(/[.,;]+$/, '')));
  return place < 0 ? undefined : behind;
}

export interface AddressParts {
  /** Scheme and host, where the address has them. */
  readonly origin: string | undefined;
  /** What stands in place of scheme and host, such as `{{baseUrl}}`. */
  readonly base: string;
  readonly path: string;
  readonly query: URLSearchParams;
}

/** Takes an address apart without `URL`, which would refuse or rewrite places left open. */
export function partsOf(url: string): AddressParts {
  const [address = '', ...queries] = url.trim().split('?');
  const query = new URLSearchParams((queries.join('?').split('#')[0] ?? '').slice(0, 2000));
  const [whole = ''] = address.split('#');
  const [, host, openPath] =
    /^((?:https?:)?\/\/[\w.-]*\.[a-z]+(?::\d+)?)((?:\{|\$[\w{]|<).*)$/i.exec(whole) ?? [];
  if (host !== undefined) return { origin: host, base: '', path: openPath ?? '', query };
  const [, origin, path] = /^((?:https?:)?\/\/[^/]*)(.*)$/i.exec(whole) ?? [];
  if (origin !== undefined) return { origin, base: '', path: path ?? '', query };
  const [, bare, barePath] = /^([\w-]+(?:\.[\w-]+)+(?::\d+)?)(\/.*)?$/.exec(whole) ?? [];
  if (bare !== undefined)
    return { origin: `https://${bare}`, base: '', path: barePath ?? '', query };
  const slash = whole.search(/\/(?:api|platform|v\d)/i);
  const before = slash >= 0 ? whole.slice(0, slash) : '';
  const last = before.slice(before.lastIndexOf('/') + 1);
  const isBase = isOpenPlace(before) || (/[{<$]/.test(last) && /\.[a-z]{2,}$/i.test(last));
  const start = isBase ? slash : 0;
  const relative = whole.slice(start);
  return {
    origin: undefined,
    base: whole.slice(0, start),
    path: relative.startsWith('/') ? relative : `/${relative}`,
    query,
  };
}

/** The published method is POST. */
export function checkMethod({ method, isMethodSaid }: SeenRequest): Finding[] {
  if (method === undefined || method === 'POST' || isOpenPlace(method)) return [];
  return [finding('wrong-method', isMethodSaid ? 'certain' : 'likely', { method })];
}
