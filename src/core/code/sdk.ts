import { regions } from '../base/environment.ts';
import { type SeenRequest, seenRequest } from '../request/seen.ts';
import { calledName } from './combined.ts';
import type { SeenCall } from './expressions.ts';
import { gatewayIn } from './gateway.ts';
import { isOpen } from './scope.ts';
import { fieldsOf, plainOf, Table, Thing, textOf, type Value } from './value.ts';

const launchPath = '/api/v2/flows/executions';

/**
 * The launch that a call of an SDK sends; undefined for every other call. The official SDKs call the operation
 * postFlowsExecutions, each in the spelling of its language (https://developer.genesys.cloud/devapps/sdk). A name that
 * only resembles it belongs to a package that Genesys does not publish; then `unknownSdk` has the call's path.
 */
export function launchOfSdk(call: SeenCall, home: SdkHost): SeenRequest | undefined {
  const name = calledName(call.path).replaceAll('_', '').toLowerCase();
  const isOfficial = /^postflowsexecutions(?:async|withhttpinfo|asyncwithhttpinfo)?$/.test(name);
  if (!isOfficial && (call.isOwn || !resembling.test(name))) return undefined;
  const given = [...call.args, ...call.named.values()].map(unwrapped).find(isBody);
  const keywords = [...call.named].filter(
    ([key, it]) => isField(key) || (!isBody(it) && !isOpen(it)),
  );
  if (!isOfficial && given === undefined && keywords.length === 0) return undefined;
  const named = keywords.length === 0 ? undefined : inNames(keywords);
  const body = given === undefined ? named : bodyOf(given);
  const open = given ?? [...call.args, ...call.named.values()].find(isOpen);
  return seenRequest({
    form: isOfficial ? 'SDK' : 'unofficial SDK',
    method: 'POST',
    url: `${home.url ?? ''}${launchPath}`,
    isByGateway: home.isGateway,
    headers: [['Content-Type', 'application/json']],
    bodyText: body,
    bodyBehind: body === undefined && open instanceof Thing ? open.words : undefined,
    credentialsAdded: true,
    isWhole: call.args.length + call.named.size > 0 ? 'yes' : 'likely',
    unknownSdk: isOfficial ? undefined : call.path,
  });
}

const resembling =
  /^(?:create|start|launch|execute|run|trigger|post|invoke)(?:architect)?(?:flows?|workflows?)(?:executions?)?$/;

/** The body in a chain of Java: `PostFlowsExecutionsRequest.builder(body).build()`; every other value as it is. */
function unwrapped(value: Value): Value {
  if (!(value instanceof Thing)) return value;
  for (let it: Thing | undefined = value; it !== undefined; it = it.from) {
    if (!/PostFlowsExecutionsRequest/.test(it.path)) break;
    const body = [...it.args, ...it.methodCalls.flatMap(({ args }) => args)].find(isBody);
    if (body !== undefined) return body;
  }
  return value;
}

function isBody(value: Value | undefined): value is Table | Thing {
  if (value instanceof Table) return true;
  if (!(value instanceof Thing)) return false;
  return /LaunchRequest|ExecutionRequest/i.test(value.path) || fieldsOf(value).size > 0;
}

function bodyOf(value: Table | Thing): string | undefined {
  if (value instanceof Table) {
    // The literal of a class of the SDK has the names of that class, any other literal those of the API.
    return value.tag === '' || /^map\b|dict/i.test(value.tag)
      ? JSON.stringify(plainOf(value))
      : inNames([...value.entries]);
  }
  const fields = [...inOrder(value), ...fieldsOf(value)];
  return fields.length === 0 && value.args.length === 0 && !value.path.endsWith('()')
    ? undefined
    : inNames(fields);
}

/** The order of the arguments in the constructor of .NET. */
const order = ['FlowId', 'FlowVersion', 'InputData', 'Name'];

function inOrder({ path, args }: Thing): [string, Value][] {
  if (!/FlowExecutionLaunchRequest\(\)$/.test(path)) return [];
  return args.flatMap((it, place): [string, Value][] => {
    const name = order[place];
    return name === undefined || it === null ? [] : [[name, it]];
  });
}

/** The published names by their plain spelling: each SDK spells them as its language does, and sends them as published. */
const published = new Map(
  ['flowId', 'flowVersion', 'inputData', 'name'].map((name) => [name.toLowerCase(), name]),
);

function isField(name: string): boolean {
  return published.has(name.replaceAll('_', '').toLowerCase());
}

function inNames(fields: readonly (readonly [string, Value])[]): string {
  const entries = fields.map(([name, value]) => {
    const plain = name.replaceAll('_', '').toLowerCase();
    return [published.get(plain) ?? name, plainOf(value)] as const;
  });
  return JSON.stringify(Object.fromEntries(entries));
}

/** Where an SDK sends its requests. */
export interface SdkHost {
  /** `https://api.<domain>`, or the address of a gateway; undefined where the code shows neither. */
  readonly url: string | undefined;
  readonly isGateway: boolean;
}

/** Where an SDK sends its requests, as far as the code shows it. */
export function hostOfSdk(calls: readonly SeenCall[], names: ReadonlyMap<string, Value>): SdkHost {
  const gateway = gatewayIn(calls, names);
  return { url: gateway ?? regionHost(calls, names), isGateway: gateway !== undefined };
}

function regionHost(
  calls: readonly SeenCall[],
  names: ReadonlyMap<string, Value>,
): string | undefined {
  for (const { path, args } of calls) {
    const [first] = args;
    if (first !== undefined && /set_?(?:environment|base_?path|host)|withBasePath/i.test(path)) {
      return hostIn(first);
    }
  }
  for (const value of names.values()) {
    const thing = value instanceof Thing ? value : undefined;
    for (const [name, it] of thing?.members ?? []) {
      if (/^(?:host|base_?path|environment)$/i.test(name)) return hostIn(it);
      const inner = it instanceof Thing ? it.members.get('host') : undefined;
      if (inner !== undefined) return hostIn(inner);
    }
  }
  return undefined;
}

function hostIn(value: Value): string | undefined {
  const words = value instanceof Thing ? value.path : textOf(value);
  const code = /\.([a-z]{2,4}_[a-z]+_\d)(?:\b|_|\.)/i.exec(`${words}.`)?.[1];
  const region = regions.find(
    ({ awsRegion }) => awsRegion === code?.replaceAll('_', '-').toLowerCase(),
  );
  if (region !== undefined) return `https://api.${region.domain}`;
  if (typeof value !== 'string' || !value.includes('.')) return undefined;
  const bare = value.replace(/^https?:\/\//, '').replace(/\/.*$/, '');
  const isDomain = regions.some(({ domain }) => domain === bare);
  return `https://${isDomain ? 'api.' : ''}${bare}`;
}
