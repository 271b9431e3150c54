import { z } from '../base/zod.ts';

/** One element on the way to the one that was chosen, as its page names it. */
const stepSchema = z.object({
  tag: z.string().check(z.maxLength(200)),
  attributes: z
    .array(z.tuple([z.string().check(z.maxLength(200)), z.string().check(z.maxLength(200))]))
    .check(z.maxLength(50)),
  /** Among its siblings of the same tag, from 1. */
  place: z.int().check(z.gte(1)),
  /** It has no siblings of its tag. */
  alone: z.boolean(),
});

/**
 * Where an element is: in the document, and in each shadow root or frame on the way into it, the
 * element (or the host, or the frame) with what encloses it, the nearest first.
 */
export const elementStepsSchema = z
  .array(z.array(stepSchema).check(z.minLength(1), z.maxLength(60)))
  .check(z.minLength(1), z.maxLength(20));

export type ElementStep = z.infer<typeof stepSchema>;
