import type { HttpAnswer } from './http.ts';
import { jsonOf } from './http.ts';
import { z } from './zod.ts';

/**
 * The published `ErrorBody`, of which every field is optional; fields of a wrong type are left out
 * rather than losing the rest. https://developer.genesys.cloud/devapps/api-explorer (ErrorBody)
 */
export const errorBodySchema = z.object({
  message: z.string().optional().catch(undefined),
  code: z.string().optional().catch(undefined),
  status: z.number().optional().catch(undefined),
  messageWithParams: z.string().optional().catch(undefined),
  messageParams: z.record(z.string(), z.unknown()).optional().catch(undefined),
  contextId: z.string().optional().catch(undefined),
});

export type ErrorBody = z.infer<typeof errorBodySchema>;

/** The error an answer carries, or an empty one where its body is none. */
export function errorBody(answer: HttpAnswer): ErrorBody {
  return errorBodySchema.safeParse(jsonOf(answer)).data ?? {};
}
