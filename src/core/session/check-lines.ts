import { z } from '../base/zod.ts';
import { type ExtraId, extraIds } from './extras.ts';

/** What is checked of every connection, in the order in which one thing rests on another. */
const commonIds = [
  'hosts',
  'region',
  'client',
  'redirect',
  'approval',
  'signed_in',
  'scope',
  'may_launch',
  'may_follow',
  'may_pick',
  'may_search',
  'flows',
  'details',
  'history',
] as const;

const checkIds = [...commonIds, ...extraIds] as const;

export type CheckId = (typeof checkIds)[number];

/** Why a line of the check is not good: `check_problem_<problem>` says it. */
const checkProblems = [
  'hosts_blocked',
  'region_unreachable',
  'region_not_genesys',
  'client_unknown',
  'login_refused',
  'redirect_unregistered',
  'approval_missing',
  'signed_out',
  'scope_unknown',
  'scope_missing',
  'permission_missing',
  'flows_none',
  'flows_unlisted',
  'not_answered',
  'history_unknown',
  'history_off',
] as const;

type CheckProblem = (typeof checkProblems)[number];

const paramsSchema = z._default(z.record(z.string(), z.union([z.string(), z.number()])), {});

/**
 * One line of the check. `warn`: launching works, something beside it does not. `unneeded`: it did not
 * pass, and nothing that is set up needs it.
 */
const checkLineSchema = z.object({
  id: z.enum(checkIds),
  state: z.enum(['waiting', 'checking', 'good', 'unneeded', 'warn', 'bad']),
  /** Who is signed in, how many flows: what fills the line's words. */
  params: paramsSchema,
  problem: z.optional(z.object({ code: z.enum(checkProblems), params: paramsSchema })),
});

export type CheckLine = z.infer<typeof checkLineSchema>;

export const connectionCheckSchema = z.object({
  /** Milliseconds since 1970. */
  at: z.number(),
  lines: z.array(checkLineSchema),
});

export type ConnectionCheck = z.infer<typeof connectionCheckSchema>;

/** Every line, with nothing known yet. */
export function newCheck(at: number, extras: readonly ExtraId[] = []): ConnectionCheck {
  const ids = [...commonIds, ...extras];
  return { at, lines: ids.map((id) => ({ id, state: 'waiting', params: {} })) };
}

/** The check with some of its lines known. */
export function withLines(check: ConnectionCheck, known: readonly CheckLine[]): ConnectionCheck {
  const byId = new Map(known.map((line) => [line.id, line]));
  return { ...check, lines: check.lines.map((line) => byId.get(line.id) ?? line) };
}

/** Nothing is wrong. */
export const good = (id: CheckId, params: CheckLine['params'] = {}): CheckLine => ({
  id,
  state: 'good',
  params,
});

/** Launching cannot work. */
export const bad = (
  id: CheckId,
  code: CheckProblem,
  params: CheckLine['params'] = {},
): CheckLine => ({
  id,
  state: 'bad',
  params: {},
  problem: { code, params },
});

/** Launching works, something beside it does not. */
export const warn = (
  id: CheckId,
  code: CheckProblem,
  params: CheckLine['params'] = {},
): CheckLine => ({
  ...bad(id, code, params),
  state: 'warn',
});
