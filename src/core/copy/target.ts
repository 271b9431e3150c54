import { regions } from '../base/environment.ts';
import { isObject, parseJson } from '../base/json.ts';
import { maskHeader, maskSecrets } from '../base/redact.ts';
import type { CopiedRequest } from '../launch/curl.ts';

/** What all forms are written from. Holds no secret. */
export interface Target {
  readonly method: string;
  /** `https://api.<domain>`; with a place left open where the request names no region. */
  readonly origin: string;
  readonly path: string;
  readonly url: string;
  /** All but the token and the content type, which each form has in its own place. */
  readonly headers: readonly (readonly [string, string])[];
  readonly body: string | undefined;
  /** The body as an object; `undefined` where it is none. */
  readonly json: Readonly<Record<string, unknown>> | undefined;
  /** The launch, where the request is one in the published form: what SDKs can send. */
  readonly launch: LaunchBody | undefined;
  /** The AWS region as SDKs name it: `eu_central_1`. */
  readonly sdkRegion: string | undefined;
}

export interface LaunchBody {
  readonly flowId: string;
  readonly flowVersion?: string;
  readonly inputData?: Readonly<Record<string, unknown>>;
  readonly name?: string;
}

const unknownOrigin = 'https://api.{region}';
const published = new Set(['flowId', 'flowVersion', 'inputData', 'name']);

/** Takes a request apart for the forms. */
export function targetOf(request: CopiedRequest): Target {
  const address = maskSecrets(request.url);
  const [, given, path = address] = /^(https?:\/\/[^/]+)(\/.*)$/.exec(address) ?? [];
  const origin = given ?? unknownOrigin;
  const body = request.body === undefined ? undefined : maskSecrets(request.body);
  const json = objectIn(body);
  const isLaunch = request.method === 'POST' && path === '/api/v2/flows/executions';
  return {
    method: request.method,
    origin,
    path,
    url: /^\w*[{$<]/.test(address) ? address : `${origin}${path}`,
    headers: Object.entries(request.headers)
      .filter(([name]) => !/^(?:authorization|content-type)$/i.test(name))
      .map(([name, value]) => [name, maskHeader(name, value)] as const),
    body,
    json,
    launch: isLaunch ? launchIn(json) : undefined,
    sdkRegion: regions
      .find(({ domain }) => origin === `https://api.${domain}`)
      ?.awsRegion.replaceAll('-', '_'),
  };
}

function launchIn(json: Target['json']): LaunchBody | undefined {
  if (json === undefined || !Object.keys(json).every((key) => published.has(key))) return undefined;
  const { flowId, flowVersion, inputData, name } = json;
  const isInputs = inputData === undefined || isObject(inputData);
  const areTexts = [flowVersion, name].every((it) => it === undefined || typeof it === 'string');
  return typeof flowId === 'string' && isInputs && areTexts ? { ...json, flowId } : undefined;
}

function objectIn(body: string | undefined): Target['json'] {
  const { value } = parseJson(body ?? '') ?? {};
  return isObject(value) ? value : undefined;
}
