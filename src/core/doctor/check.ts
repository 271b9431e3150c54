import { atMostLikely, bySureness, type Finding, finding } from '../base/finding.ts';
import { holdsOpenPlace, isOpenPlace } from '../request/open-place.ts';
import { headerOf, type SeenRequest } from '../request/seen.ts';
import { checkAddress, checkMethod, partsOf } from './address.ts';
import { checkBody } from './body.ts';
import { checkHeaders, correctedHeaders } from './headers.ts';
import { compareBodies, type LeftOut, type Move } from './moved.ts';

/** A request as it should be, in the published form. */
export interface CorrectedRequest {
  readonly method: 'POST';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** `null` where the request shows nothing to build one from. */
  readonly body: Readonly<Record<string, unknown>> | null;
}

export interface CheckedRequest {
  /** The surest first; `ok` alone or before what is only possible. */
  readonly findings: Finding[];
  readonly corrected: CorrectedRequest;
  /** Values that stand elsewhere in the corrected body. */
  readonly moved: readonly Move[];
  /** Values that the corrected body has no place for. */
  readonly leftOut: readonly LeftOut[];
}

/**
 * Checks a request that is meant to launch a flow, by what it shows alone: nothing is sent, and
 * nothing is known of the flow. The published form is that of
 * https://developer.genesys.cloud/devapps/api-explorer, `POST /api/v2/flows/executions`.
 */
export function checkRequest(seen: SeenRequest): CheckedRequest {
  const address = checkAddress(seen.url, seen.isByGateway);
  const { findings: inBody, body, given, openMembers = [] } = checkBody(seen, address.flowId);
  const { unknownSdk, unfilled, notSent } = seen;
  const all = [
    ...(unknownSdk === undefined ? [] : [finding('unknown-sdk', 'likely', { name: unknownSdk })]),
    ...(unfilled === undefined ? [] : [finding('not-filled-in', 'likely', { place: unfilled })]),
    ...(notSent === undefined
      ? []
      : [finding('not-sent', 'likely', { ...notSent, names: [...notSent.names] })]),
    ...checkMethod(seen),
    ...address.findings,
    ...checkHeaders(seen),
    ...inBody,
  ];
  // What is missing where a text breaks off may say otherwise.
  const found = bySureness(seen.isCut ? all.map(atMostLikely) : all);
  const { moved, leftOut } = compareBodies(given, body);
  return {
    findings: found.every(({ certainty }) => certainty === 'possible')
      ? [finding('ok', isAllSeen(seen, found) ? 'certain' : 'likely'), ...found]
      : found,
    corrected: { method: 'POST', url: address.url, headers: correctedHeaders(seen), body },
    moved,
    leftOut: [
      ...leftOut,
      ...openMembers.map(({ path, place }) => ({ path: path.join('.'), value: place })),
    ],
  };
}

/** What was not shown may hold the fault, so that the rest alone makes no request certainly right. */
function isAllSeen(seen: SeenRequest, found: readonly Finding[]): boolean {
  const { url, headersShown, bodyText, isCut } = seen;
  return (
    found.length === 0 &&
    url !== undefined &&
    !holdsOpenPlace(partsOf(url).origin ?? '') &&
    headersShown === 'yes' &&
    // A variable may hold a token without its scheme.
    !isOpenPlace(headerOf(seen, 'authorization') ?? '') &&
    bodyText !== undefined &&
    !isCut
  );
}
