import { z } from '../base/zod.ts';

/** What was typed in the first set-up, as text. */
export const setUpDraftSchema = z.object({
  region: z.string().check(z.maxLength(200)),
  clientId: z.string().check(z.maxLength(200)),
});

export type SetUpDraft = z.infer<typeof setUpDraftSchema>;
