import { cleanText } from '../base/clean-text.ts';
import { z } from '../base/zod.ts';

/** What a page answers to a quick look. It is hostile until parsed. */
export const glanceAnswerSchema = z.object({
  /** With what follows `#`. */
  address: z.string().check(z.maxLength(100_000)),
  /** How often its content has changed since somebody looks. */
  changes: z.int(),
  /** When the document began to load, in milliseconds since 1970. */
  loadedAt: z.number(),
});

export type GlanceAnswer = z.infer<typeof glanceAnswerSchema>;

/** A quick look at where a page is. */
export interface Glance {
  documentId: string;
  address: string;
  /** How often the page's content has changed since somebody looks. */
  changes: number;
  /** When the document began to load, in milliseconds since 1970. */
  loadedAt: number;
}

/** An address as a snapshot holds it, so that the two can be compared. */
export function cleanAddress(address: string): string {
  return cleanText(address.slice(0, 4_096));
}
