import type { SeenCall } from './expressions.ts';
import { Table, Thing, textOf, type Value } from './value.ts';

/**
 * The address of the gateway that code gives to an SDK, built as the SDK builds it; undefined where there is none.
 * https://github.com/MyPureCloud/platform-client-sdk-dotnet#setting-the-gateway
 */
export function gatewayIn(
  calls: readonly SeenCall[],
  names: ReadonlyMap<string, Value>,
): string | undefined {
  for (const { path, args } of calls) {
    const [first] = args;
    if (first === undefined || !/set_?gateway$/i.test(path)) continue;
    if (first instanceof Table) return gatewayOf(first.entries);
    if (!(first instanceof Thing)) return gatewayOf(inPlaces(args));
  }
  return configuredGateway([...names.values(), ...calls.map(({ self }) => self)]);
}

/** The settings of a gateway in the order of the arguments of `SetGateway` in the SDK for .NET. */
const gatewayParts = ['host', 'protocol', 'port', 'pathparamslogin', 'pathparamsapi'];

function inPlaces(args: readonly Value[]): [string, Value][] {
  return args.flatMap((it, place): [string, Value][] => {
    const name = gatewayParts[place];
    return name === undefined ? [] : [[name, it]];
  });
}

/** The gateway in an object of configuration: `new ApiClient.GatewayConfiguration { Host = … }`. */
function configuredGateway(values: readonly (Value | undefined)[]): string | undefined {
  let level = values.filter((it) => it instanceof Thing);
  for (let depth = 0; depth < 4; depth += 1) {
    const known = level.find(({ path, members }) => {
      return /GatewayConfiguration\(\)$/.test(path) && members.has('Host');
    });
    if (known !== undefined) return gatewayOf(known.members);
    level = level
      .flatMap(({ members }) => [...members.values()])
      .filter((it) => it instanceof Thing);
  }
  return undefined;
}

function gatewayOf(settings: Iterable<readonly [string, Value]>): string {
  const parts = new Map(
    [...settings].map(([name, it]) => [name.replaceAll('_', '').toLowerCase(), textOf(it)]),
  );
  const port = parts.get('port') ?? '';
  const path = (parts.get('pathparamsapi') ?? '').replace(/^\/|\/$/g, '');
  const host = `${parts.get('host') ?? ''}${/^\d+$/.test(port) ? `:${port}` : ''}`;
  return `${parts.get('protocol') || 'https'}://${host}${path === '' ? '' : `/${path}`}`;
}
