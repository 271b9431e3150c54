import { type Route, readScopes } from './api-route.ts';
import type { Answer } from './exchange.ts';
import type { SandboxExecution } from './executions.ts';
import { isObject } from './flow.ts';
import { listing, pagingOf } from './paging.ts';
import { refuse } from './refusals.ts';
import { uuid } from './uuid.ts';

interface HistoryRules {
  executions(): readonly SandboxExecution[];
  /** Architect's execution history is off until an administrator turns it on. */
  isOn(): boolean;
  /** Whether an entry of the history has the id of the execution; the real answer is unknown. */
  sharesId: boolean;
}

type Test = (entry: Entry) => boolean;
type Entry = Readonly<Record<string, string | undefined>>;

const longestPage = 200;

/** What an entry of the history is called by in criteria. */
const fields: Readonly<Record<string, string>> = {
  FlowId: 'flowId',
  FlowType: 'flowType',
  FlowStartDateTime: 'startDateTime',
  FlowEndDateTime: 'endDateTime',
  FlowErrorReason: 'flowErrorReason',
  FlowWarningReason: 'flowWarningReason',
  ConversationId: 'conversationId',
};

/** Architect's execution history: the search in it, and whether it is on. */
export function historyRoutes(rules: HistoryRules): Route[] {
  return [
    {
      method: 'POST',
      path: '/api/v2/flows/instances/query',
      scopes: readScopes,
      permissions: { any: ['architect:flowInstance:search'] },
      handle(call) {
        const paging = pagingOf(call, longestPage);
        if ('status' in paging) return paging;
        const test = readQuery(call.request.bodyText);
        if (typeof test !== 'function') return test;
        const entries = rules.isOn() ? rules.executions().map(entryOf) : [];
        return listing(call, entries.filter(test), paging, (entry) => entry);
      },
    },
    {
      method: 'GET',
      path: '/api/v2/flows/instances/settings/executiondata',
      scopes: readScopes,
      permissions: { any: ['architect:flowinstanceexecutiondata:view'] },
      handle: ({ request }) => ({
        status: 200,
        json: { enabled: rules.isOn(), selfUri: request.path },
      }),
    },
  ];

  function entryOf(execution: SandboxExecution): Entry {
    const { id, name, flow, flowVersion, dateLaunched, dateCompleted } = execution;
    const entryId = rules.sharesId ? id : uuid(`instance ${id}`);
    return {
      id: entryId,
      name,
      startDateTime: dateLaunched.toISOString(),
      endDateTime: dateCompleted?.toISOString(),
      flowId: flow.id,
      flowVersion,
      flowName: flow.name,
      // In lower case here, unlike in a flow itself.
      flowType: flow.type.toLowerCase(),
      flowErrorReason: execution.flowErrorInfo?.code,
      selfUri: `/api/v2/flows/instances/${entryId}`,
    };
  }
}

/** The criteria of a query as one test, or why they are refused. */
function readQuery(text: string): Test | Answer {
  const body = parsed(text);
  if (!isObject(body) || !Array.isArray(body.query)) {
    return refuse('bad.request', 'the body lacks a query');
  }
  const tests = body.query.map(readGroup);
  const wrong = tests.find((test) => typeof test !== 'function');
  if (wrong) return wrong;
  return (entry) => tests.every((test) => typeof test === 'function' && test(entry));
}

/** A group holds one criterion, or several of which all, any or none must hold. */
function readGroup(group: unknown): Test | Answer {
  if (!isObject(group)) return refuse('invalid.value', String(group), 'CriteriaGroup');
  const { and, or, not, criteria } = group;
  const items = [and, or, not, [criteria]].find(Array.isArray) ?? [];
  const tests: Test[] = [];
  for (const item of items) {
    const test = readCriterion(item);
    if (typeof test !== 'function') return test;
    tests.push(test);
  }
  if (or !== undefined) return (entry) => tests.some((test) => test(entry));
  if (not !== undefined) return (entry) => !tests.some((test) => test(entry));
  return (entry) => tests.every((test) => test(entry));
}

function readCriterion(item: unknown): Test | Answer {
  if (!isObject(item)) return refuse('invalid.value', String(item), 'CriteriaItem');
  const field = fields[String(item.key)];
  const holds = operators[String(item.operator)];
  const wanted = String(item.value);
  if (field === undefined) return refuse('invalid.value', String(item.key), 'key');
  if (holds === undefined) return refuse('invalid.value', String(item.operator), 'operator');
  if (!field.endsWith('DateTime')) return (entry) => holds(entry[field], wanted);
  const date = Date.parse(wanted);
  if (Number.isNaN(date)) return refuse('invalid.date');
  // Dates in ISO 8601 and UTC compare like text.
  return (entry) => holds(entry[field], new Date(date).toISOString());
}

const operators: Readonly<Record<string, (has: string | undefined, wanted: string) => boolean>> = {
  eq: (has, wanted) => has === wanted,
  not: (has, wanted) => has !== wanted,
  gt: (has, wanted) => has !== undefined && has > wanted,
  gte: (has, wanted) => has !== undefined && has >= wanted,
  lt: (has, wanted) => has !== undefined && has < wanted,
  lte: (has, wanted) => has !== undefined && has <= wanted,
  begins: (has, wanted) => has?.startsWith(wanted) ?? false,
  not_null: (has) => has !== undefined,
};

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
