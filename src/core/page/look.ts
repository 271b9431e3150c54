import { readJson } from '../base/json.ts';
import { z } from '../base/zod.ts';
import { factKinds } from './kinds.ts';
import type { PageFact, PageSnapshot } from './snapshot.ts';

/** What Kickoff looks for in a page once more before it sends what it read there. */
export const lookSchema = z.object({
  tabId: z.int(),
  documentId: z.string().check(z.maxLength(100)),
  /** The page's address, with what follows `#`. */
  address: z.string().check(z.maxLength(8_000)),
  /** The facts that the page must still hold, as `factKey` writes them. */
  facts: z.array(z.string().check(z.maxLength(5_000))).check(z.maxLength(50)),
  /** What the person chose on the page: a fact of this kind must still hold this text. */
  chosen: z.optional(
    z
      .array(z.object({ kind: z.enum(factKinds), text: z.string().check(z.maxLength(4_000)) }))
      .check(z.maxLength(50)),
  ),
});

export type Look = z.infer<typeof lookSchema>;

/** A fact as one text (JSON), so that two facts can be compared: kind, name, label, value. */
export function factKey({ kind, name, label, value }: PageFact): string {
  return JSON.stringify([kind, name ?? '', label ?? '', value.slice(0, 4_000)]);
}

/**
 * The values for which a look reads the page again, so that the reader can skip the rest. Undefined where it must read
 * everything: the person chose a part of a text, or a fact is not as `factKey` writes it.
 */
export function wantedFor({
  facts,
  chosen = [],
}: Pick<Look, 'facts' | 'chosen'>): string[] | undefined {
  if (chosen.length > 0) return undefined;
  const values = facts.flatMap((fact) => {
    const json = readJson(fact);
    return keySchema.safeParse(json.ok ? json.value : undefined).data?.[3] ?? [];
  });
  return values.length === facts.length ? values : undefined;
}

const keySchema = z.tuple([z.string(), z.string(), z.string(), z.string()]);

/** Whether a page is the same document under the same address as before, whatever it says now. */
export function isWhereItWas(
  look: Pick<Look, 'documentId' | 'address'>,
  { documentId, snapshot }: { documentId: string; snapshot: PageSnapshot },
): boolean {
  return look.documentId === documentId && look.address === snapshot.url;
}

/** Whether a page is the same as before and still holds every fact and every chosen text of the look. */
export function saysTheSame(
  look: Look,
  now: { documentId: string; snapshot: PageSnapshot },
): boolean {
  const { snapshot } = now;
  // A page that was unreadable before has a made-up document ID, so it counts as another one.
  if (!isWhereItWas(look, now)) return false;
  const there = new Set(snapshot.facts.map(factKey));
  const isChosenThere = (look.chosen ?? []).every(({ kind, text }) =>
    snapshot.facts.some((fact) => fact.kind === kind && fact.value.includes(text)),
  );
  return isChosenThere && look.facts.every((fact) => there.has(fact));
}
