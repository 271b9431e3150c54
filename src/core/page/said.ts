import { z } from '../base/zod.ts';
import { clickedTextSchema } from './clicked-text.ts';

/** What a person pointed at or typed to begin a launch, as the browser hands it over. */
export const saidSchema = z.object({
  /** Selected under the menu. */
  selection: z.optional(z.string().check(z.maxLength(4_000))),
  /** The link under the menu. */
  link: z.optional(z.string().check(z.maxLength(4_000))),
  /** The element under the menu, on sites that the person lets be read without a click. */
  text: z.optional(clickedTextSchema),
  /** A number typed in the address bar. */
  number: z.optional(z.string().check(z.maxLength(100))),
});

export type Said = z.infer<typeof saidSchema>;
