import type { Call } from './api-route.ts';
import type { Answer } from './exchange.ts';
import { refuse } from './refusals.ts';

interface Paging {
  pageNumber: number;
  pageSize: number;
}

/**
 * The page that a call asks for, or why there is no such page. The largest page size is not
 * published; the official Terraform provider reads 500 flows at a time, so that much is allowed.
 * https://github.com/MyPureCloud/terraform-provider-genesyscloud
 */
export function pagingOf(call: Call, maxPageSize: number): Paging | Answer {
  const pageNumber = wholeNumber(call, 'pageNumber', 1);
  if (typeof pageNumber !== 'number') return pageNumber;
  const pageSize = wholeNumber(call, 'pageSize', 25);
  if (typeof pageSize !== 'number') return pageSize;
  if (pageSize > maxPageSize) return refuse('response.entity.too.large');
  return { pageNumber, pageSize };
}

function wholeNumber({ query }: Call, name: string, otherwise: number): number | Answer {
  const text = query.get(name);
  if (text === null || text === '') return otherwise;
  const number = Number(text);
  return Number.isInteger(number) && number > 0
    ? number
    : refuse('invalid.query.param.value', text, name);
}

/** One page of many things in the API's shape, with the addresses of the pages around it. */
export function listing<Thing>(
  { request, query }: Call,
  all: readonly Thing[],
  { pageNumber, pageSize }: Paging,
  entity: (thing: Thing) => object,
): Answer {
  const page = all.slice((pageNumber - 1) * pageSize, pageNumber * pageSize);
  const pageCount = Math.ceil(all.length / pageSize);
  const uri = (number: number) => {
    const other = new URLSearchParams(query);
    other.set('pageSize', String(pageSize));
    other.set('pageNumber', String(number));
    return `${request.path}?${other}`;
  };
  return {
    status: 200,
    json: {
      entities: page.map(entity),
      pageSize,
      pageNumber,
      total: all.length,
      firstUri: uri(1),
      ...(pageNumber > 1 ? { previousUri: uri(pageNumber - 1) } : {}),
      ...(pageNumber < pageCount ? { nextUri: uri(pageNumber + 1) } : {}),
      lastUri: uri(Math.max(pageCount, 1)),
      selfUri: uri(pageNumber),
      pageCount,
    },
  };
}
