import { formType } from '../base/http.ts';
import { isObject } from '../base/json.ts';
import { z } from '../base/zod.ts';
import { type Piece, requestPiece } from '../request/piece.ts';
import { seenRequest } from '../request/seen.ts';
import { bodyText, findAll, maybe, type Pair, pairs, text, withType } from './parts.ts';

/** https://learn.microsoft.com/azure/logic-apps/logic-apps-workflow-actions-triggers#http-action */
const httpActionSchema = z.object({
  uri: z.string(),
  method: text,
  headers: pairs,
  body: z.optional(z.unknown()),
  authentication: maybe(z.union([z.object({ type: text, value: text }), z.string()])),
});

/** The HTTP actions of Power Automate or Logic Apps. */
export function requestsOfLogicApps(value: unknown): Piece[] {
  return findAll(value, (it) => {
    const isAction = typeof it.type === 'string' && /^http(?:webhook)?$/i.test(it.type);
    const inputs = isAction ? httpActionSchema.safeParse(it.inputs) : undefined;
    return inputs?.success ? httpAction(inputs.data) : undefined;
  });
}

function httpAction({
  uri,
  method,
  headers = [],
  body,
  authentication,
}: z.infer<typeof httpActionSchema>): Piece {
  const own = typeof authentication === 'object' ? authentication : undefined;
  const isRaw = own?.type === 'Raw' && own.value !== undefined;
  const all: Pair[] = [...headers, ...(isRaw ? [['Authorization', own.value ?? ''] as const] : [])];
  const isOpen = typeof body === 'string' && /^@\{?[^{}]*\}?$/.test(body.trim());
  return requestPiece(
    seenRequest({
      form: 'Power Automate',
      method: method ?? 'GET',
      url: uri,
      // A body that is an object is sent as JSON, and named so.
      headers: isObject(body) ? withType(all) : all,
      bodyText: isOpen ? undefined : bodyText(body),
      bodyBehind: isOpen ? body : undefined,
      credentialsAdded: authentication !== undefined && !isRaw,
      isWhole: 'yes',
    }),
  );
}

/** https://help.zapier.com/hc/en-us/articles/8496326446989 (webhooks) */
const zapierSchema = z.object({
  url: z.string(),
  method: text,
  data: z.optional(z.unknown()),
  payload: z.optional(z.unknown()),
  headers: pairs,
  payload_type: text,
  unflatten: maybe(z.union([z.string(), z.boolean()])),
});

/** The webhooks that a Zap sends. */
export function requestsOfZapier(value: unknown): Piece[] {
  return findAll(value, (it) => {
    const isHook = ['payload_type', 'unflatten', 'wrap_request_in_array'].some(
      (name) => name in it,
    );
    const parsed = isHook ? zapierSchema.safeParse(it) : undefined;
    return parsed?.success ? webhook(parsed.data) : undefined;
  });
}

function webhook({
  url,
  method,
  data,
  payload,
  headers = [],
  payload_type,
  unflatten,
}: z.infer<typeof zapierSchema>): Piece {
  const isForm = /form/i.test(payload_type ?? '');
  const given = data ?? payload;
  const isNested = unflatten !== false && !/^(?:no|false)$/i.test(String(unflatten));
  const body = isObject(given) && isNested ? unflattened(given) : given;
  return requestPiece(
    seenRequest({
      form: 'Zapier',
      method: method ?? 'POST',
      url,
      headers: withType(headers, isForm ? formType : undefined),
      bodyText: bodyText(body),
      isWhole: 'yes',
    }),
  );
}

/** More objects within each other than the body of a launch has. */
const deepestMember = 10;

/** Zapier writes `inputData__Flow.x` for a member within a member. */
function unflattened(
  fields: Readonly<Record<string, unknown>>,
  depth = 0,
): Readonly<Record<string, unknown>> {
  if (depth > deepestMember) return fields;
  const members = new Map<string, { own: unknown; inner: Map<string, unknown> }>();
  for (const [name, value] of Object.entries(fields)) {
    const end = name.indexOf('__');
    const outer = end < 0 ? name : name.slice(0, end);
    const member = members.get(outer) ?? { own: undefined, inner: new Map() };
    if (end < 0) member.own = value;
    else member.inner.set(name.slice(end + 2), value);
    members.set(outer, member);
  }
  return Object.fromEntries(
    [...members].map(([name, { own, inner }]) => {
      if (inner.size === 0) return [name, own];
      const around = isObject(own) ? own : {};
      return [name, unflattened({ ...around, ...Object.fromEntries(inner) }, depth + 1)];
    }),
  );
}
