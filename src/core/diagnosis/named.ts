import { type ApiError, longestWords } from './answer.ts';

/** What an error names: read from its parameters, details and limit, else from its message. */
export interface Named {
  readonly permissions: readonly string[];
  readonly scope: string | undefined;
  readonly field: string | undefined;
  readonly value: string | undefined;
  readonly allowed: string | undefined;
  readonly seconds: number | undefined;
  readonly bytes: string | undefined;
  readonly ip: string | undefined;
  readonly division: string | undefined;
  readonly policies: string | undefined;
  readonly limit: string | undefined;
  /** What stands in square brackets in the message: the published messages put values there. */
  readonly bracketed: readonly string[];
}

const permission = /\b[a-z][\w-]*:[a-z*][\w-]*:[a-z*][\w-]*/gi;

/** Reads the exact permission, scope, input or limit out of an error. */
export function namedIn(error: ApiError): Named {
  const message = `${error.message ?? ''} ${error.messageWithParams ?? ''}`;
  const params = Object.entries(error.messageParams ?? {}).map(
    ([name, value]) => [name.toLowerCase(), plain(value)] as const,
  );
  const param = (...names: string[]) =>
    params.find(([name, value]) => names.includes(name) && value !== '')?.[1];
  const all = [message, ...params.map(([, value]) => value)].join(' ');
  const bracketed = [...(error.message ?? '').matchAll(/\[([^\][%]+)\]/g)].map(
    ([, it]) => it ?? '',
  );
  const detail = error.details?.find((it) => it.fieldName !== undefined);
  const { key, value } = error.limit ?? {};
  return {
    permissions: [...new Set([...all.matchAll(permission)].map(([it]) => it))],
    scope: param('scope', 'scopes') ?? match(message, /\bscope:? ["'[]?([a-z][\w:-]+)/i),
    field:
      detail?.fieldName ?? param('field', 'fieldname', 'property', 'variable', 'name', 'input'),
    value: param('value'),
    allowed:
      param('allowed', 'allowablevalues', 'allowable') ?? match(message, /values are: (.+)$/i),
    seconds: asNumber(
      param('seconds', 'retryafter') ?? match(message, /\[?(\d+)\]? seconds/i) ?? undefined,
    ),
    bytes: param('bytes', 'maximumbytes', 'max') ?? match(message, /bytes:? \[?(\d[\d,.]*)/i),
    ip: param('ip', 'ipaddress') ?? match(all, /((?:\d{1,3}\.){3}\d{1,3}|[\da-f]*:[\da-f:]{4,})/i),
    division:
      param('division', 'divisions', 'divisionid') ?? match(message, /division\(s\): (.+)$/i),
    policies:
      param('policies', 'policyid', 'policyids') ?? match(message, /policy id\(s\): \[?([^\]%]+)/i),
    limit: key === undefined ? undefined : [key, value].filter(Boolean).join(' = '),
    bracketed,
  };
}

/** A parameter as text: a name, a number, a list of names. */
function plain(value: unknown): string {
  const isPlain = typeof value === 'string' || typeof value === 'number';
  return (isPlain ? String(value) : JSON.stringify(value)).slice(0, longestWords);
}

function match(text: string, pattern: RegExp): string | undefined {
  const [, found] = pattern.exec(text.trim()) ?? [];
  return found === undefined || found.includes('%s') ? undefined : found.trim();
}

function asNumber(text: string | undefined): number | undefined {
  const number = Number(text);
  return text === undefined || Number.isNaN(number) ? undefined : number;
}
