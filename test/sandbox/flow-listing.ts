import { type Call, listOf, type Route, readScopes } from './api-route.ts';
import type { Answer } from './exchange.ts';
import type { SandboxFlow } from './flow.ts';
import { divisionEntity, divisionViewEntity, flowEntity } from './flow-entity.ts';
import { listing, pagingOf } from './paging.ts';
import { refuse } from './refusals.ts';

/** Flow types as the query spells them. */
const flowTypes =
  'bot commonmodule digitalbot emailsend inboundcall inboundchat inboundemail inboundshortmessage outboundcall inqueuecall inqueueemail inqueueshortmessage speech securecall surveyinvite voice voicemail voicesurvey workflow workitem'.split(
    ' ',
  );

/** Finding flows: the list, its lighter sister, the look-up of some, and one alone. */
export function flowRoutes(flows: ReadonlyMap<string, SandboxFlow>, maxPageSize: number): Route[] {
  const read = { method: 'GET', scopes: readScopes };
  const mayView = { any: ['architect:flow:view'] };
  return [
    {
      ...read,
      path: '/api/v2/flows',
      permissions: mayView,
      handle: (call) => list(call, flowEntity),
    },
    {
      ...read,
      path: '/api/v2/flows/divisionviews',
      permissions: { all: ['architect:flow:search'] },
      handle: (call) => list(call, divisionViewEntity),
    },
    {
      ...read,
      path: '/api/v2/flows/lookup',
      permissions: mayView,
      handle: (call) =>
        listOf(call.query, 'id').length > 0
          ? list(call, flowEntity)
          : refuse('architect.query.parameter.missing', 'id'),
    },
    {
      ...read,
      path: '/api/v2/flows/{flowId}',
      permissions: mayView,
      handle({ parameter, query }) {
        const flow = flows.get(parameter.toLowerCase());
        if (flow === undefined) return refuse('architect.flow.not.found');
        if (flow.deleted && query.get('deleted') !== 'true')
          return refuse('architect.flow.deleted');
        return { status: 200, json: flowEntity(flow, true) };
      },
    },
  ];

  function list(call: Call, entity: (flow: SandboxFlow, withSchema: boolean) => object): Answer {
    const paging = pagingOf(call, maxPageSize);
    if ('status' in paging) return paging;
    const wrongType = listOf(call.query, 'type').find((type) => !flowTypes.includes(type));
    if (wrongType !== undefined) return refuse('architect.invalid.flow.type', wrongType);
    const sorted = sort(call.query, filter(call.query, [...flows.values()]));
    if (sorted === undefined) {
      return refuse('invalid.query.param.value', call.query.get('sortBy') ?? '', 'sortBy');
    }
    const withSchema = call.query.get('includeSchemas') === 'true';
    return listing(call, sorted, paging, (flow) => entity(flow, withSchema));
  }
}

function filter(query: URLSearchParams, flows: readonly SandboxFlow[]): readonly SandboxFlow[] {
  const ids = listOf(query, 'id');
  if (ids.length > 0) return flows.filter(({ id }) => ids.includes(id));
  const types = listOf(query, 'type').map((type) => type.toUpperCase());
  const divisions = listOf(query, 'divisionId');
  const withDeleted = query.get('deleted') === 'true';
  const nameFits = pattern(query.get('name'));
  const descriptionFits = pattern(query.get('description'));
  const eitherFits = pattern(query.get('nameOrDescription'));
  return flows.filter(
    ({ name, description = '', type, deleted, division }) =>
      (withDeleted || !deleted) &&
      (types.length === 0 || types.includes(type)) &&
      (divisions.length === 0 || divisions.includes(divisionEntity(division).id)) &&
      nameFits(name) &&
      descriptionFits(description) &&
      (eitherFits(name) || eitherFits(description)),
  );
}

/**
 * How names are matched is not published. Here: the whole name in any case, with `*` for any text,
 * so that no code relies on the server for searching inside names.
 */
function pattern(wanted: string | null): (text: string) => boolean {
  if (wanted === null || wanted === '') return () => true;
  const parts = wanted.split('*').map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const expression = new RegExp(`^${parts.join('.*')}$`, 'i');
  return (text) => expression.test(text);
}

function sort(
  query: URLSearchParams,
  flows: readonly SandboxFlow[],
): readonly SandboxFlow[] | undefined {
  const by = query.get('sortBy') ?? 'id';
  if (by !== 'id' && by !== 'name' && by !== 'type') return undefined;
  const direction = query.get('sortOrder')?.toLowerCase().startsWith('desc') ? -1 : 1;
  return flows.toSorted((one, other) => direction * compare(one[by], other[by]));
}

/** Plain order of characters; thousands of names compared by a language's rules would take long. */
function compare(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
