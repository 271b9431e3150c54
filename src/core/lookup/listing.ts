import { type HttpAnswer, jsonOf } from '../base/http.ts';
import { z } from '../base/zod.ts';

// The pages in which Genesys Cloud lists data tables and their rows.

/** No largest page is published; 100 a page have been seen to work for rows. */
const pageSize = 100;

/** What asks for a page, counted from 1, beside what else the request says. */
export function pageQuery(pageNumber: number, more: Record<string, string>): URLSearchParams {
  return new URLSearchParams({
    pageNumber: String(pageNumber),
    pageSize: String(pageSize),
    ...more,
  });
}

const pageSchema = z.object({
  entities: z.array(z.unknown()),
  pageNumber: z.catch(z.optional(z.number()), undefined),
  pageCount: z.catch(z.optional(z.number()), undefined),
});

/** What a page lists, and whether it is the last; `undefined` where the answer is no page. */
export function readListing(
  answer: HttpAnswer,
): { entities: unknown[]; isLast: boolean } | undefined {
  const page = answer.status === 200 ? pageSchema.safeParse(jsonOf(answer)).data : undefined;
  if (page === undefined) return undefined;
  const { entities, pageNumber, pageCount } = page;
  const isLast = pageNumber === undefined || pageCount === undefined || pageNumber >= pageCount;
  return { entities, isLast: isLast || entities.length === 0 };
}
