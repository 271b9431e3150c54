import type { SandboxExecution } from './executions.ts';
import type { SandboxFlow } from './flow.ts';
import { uuid } from './uuid.ts';

const published = '2026-03-02T09:30:00.000Z';

/** A version of a flow as the API writes it. Mind the two kinds of dates: both are as published. */
function versionEntity(flow: SandboxFlow, version: string, withSchema: boolean) {
  const { inputSchema } = flow;
  return {
    id: version,
    name: version,
    commitVersion: version,
    configurationVersion: version,
    type: 'PUBLISH',
    secure: false,
    debug: false,
    dateCreated: Date.parse(published) - 60_000,
    datePublished: published,
    configurationUri: `/api/v2/flows/${flow.id}/versions/${version}/configuration`,
    ...(withSchema && inputSchema !== undefined ? { inputSchema } : {}),
    selfUri: `/api/v2/flows/${flow.id}/versions/${version}`,
  };
}

/** A flow as `GET /api/v2/flows` and `GET /api/v2/flows/{flowId}` write it. */
export function flowEntity(flow: SandboxFlow, withSchema: boolean) {
  const { lockedBy } = flow;
  return {
    ...divisionViewEntity(flow, withSchema),
    active: flow.active,
    system: false,
    deleted: flow.deleted,
    ...(lockedBy === undefined
      ? {}
      : { lockedUser: { id: uuid(lockedBy), name: lockedBy, version: 1 } }),
    supportedLanguages: [{ language: 'en-us', isDefault: true }],
  };
}

/** A flow as `GET /api/v2/flows/divisionviews` writes it: without `active`, `deleted` and locks. */
export function divisionViewEntity(flow: SandboxFlow, withSchema: boolean) {
  const { id, name, description, type, inputSchema } = flow;
  const latest = flow.versions.at(-1);
  const schema = withSchema && flow.schemaIn === 'flow' && inputSchema !== undefined;
  return {
    id,
    name,
    division: divisionEntity(flow.division),
    ...(description === undefined ? {} : { description }),
    type,
    ...(latest === undefined ? {} : { publishedVersion: versionEntity(flow, latest, withSchema) }),
    ...(schema ? { inputSchema } : {}),
    selfUri: `/api/v2/flows/${id}`,
  };
}

/** An execution as `GET /api/v2/flows/executions/{flowExecutionId}` writes it. */
export function executionEntity(execution: SandboxExecution) {
  const { id, name, flow, flowVersion, status, dateLaunched, dateCompleted } = execution;
  const { completionReason, flowErrorInfo, outputData } = execution;
  return {
    id,
    name,
    flowVersion: versionEntity(flow, flowVersion, false),
    dateLaunched: dateLaunched.toISOString(),
    status,
    dateCompleted: dateCompleted?.toISOString(),
    completionReason,
    flowErrorInfo,
    outputData,
    selfUri: `/api/v2/flows/executions/${id}`,
  };
}

export function divisionEntity(name: string) {
  const id = uuid(`division ${name}`);
  return { id, name, selfUri: `/api/v2/authorization/divisions/${id}` };
}
