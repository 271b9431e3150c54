import { readJson } from '../base/json.ts';
import { z } from '../base/zod.ts';
import { factKinds } from './kinds.ts';
import type { PageFact, PageSnapshot } from './snapshot.ts';

/** What is looked at again in a page before something is sent that it said. */
export const lookSchema = z.object({
  tabId: z.int(),
  documentId: z.string().check(z.maxLength(100)),
  /** Of the page, with what follows `#`. */
  address: z.string().check(z.maxLength(8_000)),
  /** The facts that have to stand there still, as `factKey` writes them. */
  facts: z.array(z.string().check(z.maxLength(5_000))).check(z.maxLength(50)),
  /** What the person chose from the page: text that a fact of this kind has to hold still. */
  chosen: z.optional(
    z
      .array(z.object({ kind: z.enum(factKinds), text: z.string().check(z.maxLength(4_000)) }))
      .check(z.maxLength(50)),
  ),
});

export type Look = z.infer<typeof lookSchema>;

/** A fact in one text: what kind it is, what it is called and what it says. */
export function factKey({ kind, name, label, value }: PageFact): string {
  return JSON.stringify([kind, name ?? '', label ?? '', value.slice(0, 4_000)]);
}

/** The values of the facts: all that a page has to be read for again. Undefined where they cannot be told. */
export function wantedFor({
  facts,
  chosen = [],
}: Pick<Look, 'facts' | 'chosen'>): string[] | undefined {
  // Of those only a part is known.
  if (chosen.length > 0) return undefined;
  const values = facts.flatMap((fact) => {
    const read = readJson(fact);
    return keySchema.safeParse(read.ok ? read.value : undefined).data?.[3] ?? [];
  });
  return values.length === facts.length ? values : undefined;
}

const keySchema = z.tuple([z.string(), z.string(), z.string(), z.string()]);

/** Whether a page is the one that was looked at before, whatever it says by now. */
export function isWhereItWas(
  look: Look,
  { documentId, snapshot }: { documentId: string; snapshot: PageSnapshot },
): boolean {
  return look.documentId === documentId && look.address === snapshot.url;
}

/**
 * Whether a page still says what it said: it is the same document under the same address, and each of
 * the facts stands there.
 */
export function saysTheSame(
  look: Look,
  now: { documentId: string; snapshot: PageSnapshot },
): boolean {
  const { snapshot } = now;
  // One that could not be read, and can be by now, may be another one.
  if (!isWhereItWas(look, now)) return false;
  const there = new Set(snapshot.facts.map(factKey));
  const isChosenThere = (look.chosen ?? []).every(({ kind, text }) =>
    snapshot.facts.some((fact) => fact.kind === kind && fact.value.includes(text)),
  );
  return isChosenThere && look.facts.every((fact) => there.has(fact));
}
