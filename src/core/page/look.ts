import { z } from '../base/zod.ts';

/** What is looked at again: a fact that was read, and the piece of it that a value was taken from. */
export interface LookedAt {
  /** The reader's reference to what the fact was read from; see `PageFact`. */
  ref: string;
  /** As it stood there; without it, all that the fact said has to stand there still. */
  text?: string | undefined;
}

/** What became of a fact: it says the same, something else, or its element is no longer there. */
const saidNow = ['same', 'changed', 'gone'] as const;

/** What a frame of a page answers when it is looked at again. It is hostile until parsed. */
export const lookAnswerSchema = z.object({
  address: z.string().check(z.maxLength(8_000)),
  title: z.string().check(z.maxLength(1_000)),
  /** How often the page's content has changed, counted since somebody looks. */
  changes: z.int(),
  /** By reference; those that this frame does not know are missing. */
  facts: z.record(z.string(), z.enum(saidNow)),
});

export type SaidNow = (typeof saidNow)[number];

/** What a page says now, all frames together. */
export interface Look {
  documentId: string;
  address: string;
  title: string;
  changes: number;
  /** Of each that was asked about. */
  facts: Readonly<Record<string, SaidNow>>;
}

/** Whether all that was looked at still says what it said. */
export function saysTheSame({ facts }: Pick<Look, 'facts'>): boolean {
  return Object.values(facts).every((now) => now === 'same');
}
