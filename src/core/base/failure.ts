import { z } from './zod.ts';

/**
 * Why something did not happen: data with a stable `code`, so that it survives messages, storage
 * and translation. What people read is found under `failure_<code>_cause` and `_remedy`
 * (core/base/explain.ts); `params` fill the placeholders there.
 */
export const failureSchema = z.object({
  code: z.string().max(100),
  params: z.record(z.string(), z.union([z.string(), z.number()])).default({}),
});

export type Failure = z.infer<typeof failureSchema>;

/** What a step that may fail gives back. Nothing that can be expected to happen is thrown. */
export type Outcome<Value> = { ok: true; value: Value } | { ok: false; failure: Failure };

export function done<Value>(value: Value): { ok: true; value: Value } {
  return { ok: true, value };
}

export function failed(
  code: string,
  params: Failure['params'] = {},
): { ok: false; failure: Failure } {
  return { ok: false, failure: { code, params } };
}
