import { z } from '../base/zod.ts';

/** One element on the way to the one that was chosen, as its page names it. */
const stepSchema = z.object({
  tag: z.string().max(200),
  attributes: z.array(z.tuple([z.string().max(200), z.string().max(200)])).max(50),
  /** Among its siblings of the same tag, from 1. */
  place: z.number().int().min(1),
  /** It has no siblings of its tag. */
  alone: z.boolean(),
});

/**
 * Where an element is: in the document, and in each shadow root or frame on the way into it, the
 * element (or the host, or the frame) with what encloses it, the nearest first.
 */
export const elementStepsSchema = z.array(z.array(stepSchema).min(1).max(60)).min(1).max(20);

export type ElementStep = z.infer<typeof stepSchema>;
