import { bySureness, type Finding, finding } from '../base/finding.ts';
import type { SeenRequest } from '../request/seen.ts';
import { checkAddress, checkMethod } from './address.ts';
import { checkBody } from './body.ts';
import { checkHeaders, correctedHeaders } from './headers.ts';

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
}

/**
 * Checks a request that is meant to launch a flow, by what it shows alone: nothing is sent, and
 * nothing is known of the flow. The published form is that of
 * https://developer.genesys.cloud/devapps/api-explorer, `POST /api/v2/flows/executions`.
 */
export function checkRequest(seen: SeenRequest): CheckedRequest {
  const address = checkAddress(seen.url);
  const body = checkBody(seen.bodyText, address.flowId);
  const hasId = address.findings.some(({ code }) => code === 'flow-id-in-path');
  const method = checkMethod(seen.method, seen.bodyText !== undefined, hasId);
  const isReading = method.some(({ certainty }) => certainty === 'possible');
  const headers = isReading ? [] : checkHeaders(seen);
  const found = bySureness([
    ...method,
    ...address.findings.map((it) => (isReading ? doubted(it) : it)),
    ...headers,
    ...body.findings,
  ]);
  const isOk = found.every(({ certainty }) => certainty === 'possible');
  const ok = finding('ok', found.length === 0 ? 'certain' : 'likely');
  return {
    findings: isOk ? [ok, ...found] : found,
    corrected: {
      method: 'POST',
      url: address.url,
      headers: correctedHeaders(seen),
      body: body.body,
    },
  };
}

/** The address of an execution carries an id rightly when it is read. */
function doubted(it: Finding): Finding {
  return it.code === 'flow-id-in-path' ? { ...it, certainty: 'possible' } : it;
}
