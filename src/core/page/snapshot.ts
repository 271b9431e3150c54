import { cleanText } from '../base/clean-text.ts';
import { done, failed, type Outcome } from '../base/failure.ts';
import { z } from '../base/zod.ts';
import type { FieldSelector } from '../settings/site-rule.ts';
import { cleanAddress } from './document.ts';
import { factKinds } from './kinds.ts';

/** How near a fact is to what the person is doing. */
const places = ['selection', 'focus', 'viewport', 'main', 'rest'] as const;

/** Parts of a page that are about something beside its subject. */
const regions = ['aside', 'dialog', 'header', 'footer', 'nav'] as const;

/** What of a page was not read. */
export const unreadParts = ['frame', 'closed-part', 'long-text', 'limit'] as const;

const longestValue = 4096;
const longestLabel = 200;
const longestInAll = 65_536;
const mostFacts = 2_000;

const factSchema = z.object({
  kind: z.enum(factKinds),
  value: z.string(),
  name: z.optional(z.string()),
  label: z.optional(z.string()),
  place: z.optional(z.enum(places)),
  /** Facts with the same number belong to one thing: one person, one link. */
  group: z.optional(z.int()),
  /** What a link shows. */
  text: z.optional(z.string()),
  /** The part of the page that it stands in, where that is not the page's subject. */
  region: z.optional(z.enum(regions)),
  /** How the rows, cards and entries begin that it stands in, the nearest first; a line for each. */
  within: z.optional(z.string()),
  /** How those beside them begin that are like them. */
  alike: z.optional(z.string()),
  /** It cannot be seen on the page. */
  unseen: z.optional(z.boolean()),
  /** Its digits show in another order than they are stored. */
  turned: z.optional(z.boolean()),
});

export const pageSnapshotSchema = z.object({
  url: z.string(),
  title: z.string(),
  /** BCP 47, as the page claims it; empty where it claims none. */
  language: z.string(),
  /** False where the time or a cap ran out before the page did. */
  complete: z.boolean(),
  /** What was left out, where that is known. */
  unread: z.optional(z.array(z.enum(unreadParts))),
  /** Frames in view that their page cannot look into; each may answer for itself. */
  foreignFrames: z.optional(z.int()),
  /** Answered by a frame that the page around it cannot look into. */
  isForeign: z.optional(z.boolean()),
  facts: z.array(factSchema),
});

export type PageFact = z.infer<typeof factSchema>;
export type PageSnapshot = z.infer<typeof pageSnapshotSchema>;
export type Region = NonNullable<PageFact['region']>;
export type UnreadPart = (typeof unreadParts)[number];
export type Place = NonNullable<PageFact['place']>;

/** What the reader gets: what the context menu knew, and where the site rule looks. */
export interface ReadingClues {
  selectionText?: string | undefined;
  linkUrl?: string | undefined;
  selectors?: readonly FieldSelector[] | undefined;
  /** Values that are looked for again: what holds none of them need not be read. */
  wanted?: readonly string[] | undefined;
}

/**
 * Takes in what came back from a page. Values are cut at 4 kB each and 64 kB in all, and made safe
 * to show; what is cut makes the snapshot incomplete. Fails with `page-answer-malformed`.
 */
export function parsePageSnapshot(raw: unknown): Outcome<PageSnapshot> {
  const parsed = pageSnapshotSchema.safeParse(raw);
  if (!parsed.success) {
    const where = parsed.error.issues[0]?.path.map(String).join('.') ?? '';
    return failed('page-answer-malformed', { where });
  }
  const { url, title, language, complete, facts, unread = [], ...frame } = parsed.data;
  const kept = withinLimits(facts);
  const left = new Set<UnreadPart>([...unread, ...(kept.complete ? [] : ['limit' as const])]);
  return done({
    url: cleanAddress(url),
    title: cleanText(title.slice(0, longestLabel * 5)),
    language: language.slice(0, 35),
    complete: complete && kept.complete,
    ...(left.size > 0 && { unread: [...left] }),
    ...frame,
    facts: kept.facts,
  });
}

/** One snapshot of a page and its frames. Facts that a frame shares with the page are kept once. */
export function mergeSnapshots(main: PageSnapshot, frames: readonly PageSnapshot[]): PageSnapshot {
  const seen = new Set<string>();
  const all = [main, ...frames].flatMap((snapshot, index) =>
    // Groups are counted from 0 in every frame.
    snapshot.facts.map((fact) =>
      fact.group === undefined ? fact : { ...fact, group: fact.group + index * mostFacts },
    ),
  );
  const kept = withinLimits(
    all.filter(({ kind, value, name, label, place }) => {
      const key = JSON.stringify([kind, value, name, label, place]);
      return !seen.has(key) && seen.add(key);
    }),
  );
  const snapshots = [main, ...frames];
  const foreign = snapshots.reduce((sum, { foreignFrames = 0 }) => sum + foreignFrames, 0);
  const answered = frames.filter(({ isForeign }) => isForeign).length;
  const unread = new Set(snapshots.flatMap((snapshot) => snapshot.unread ?? []));
  if (foreign > answered) unread.add('frame');
  if (!kept.complete) unread.add('limit');
  return {
    ...main,
    facts: kept.facts,
    ...(unread.size > 0 && { unread: [...unread] }),
    complete: unread.size === 0 && snapshots.every((snapshot) => snapshot.complete),
  };
}

function withinLimits(facts: readonly PageFact[]): { facts: PageFact[]; complete: boolean } {
  const kept: PageFact[] = [];
  let room = longestInAll;
  let complete = facts.length <= mostFacts;
  for (const fact of facts.slice(0, mostFacts)) {
    const value = cleanText(fact.value.slice(0, longestValue));
    const label = fact.label && cleanText(fact.label.slice(0, longestLabel));
    const text = fact.text && cleanText(fact.text.slice(0, longestLabel));
    const name = fact.name && cleanText(fact.name.slice(0, longestLabel));
    const within = fact.within && cleanText(fact.within.slice(0, longestLabel));
    const alike = fact.alike && cleanText(fact.alike.slice(0, longestLabel));
    const size = value.length + (label?.length ?? 0) + (name?.length ?? 0);
    complete &&= value.length > 0 ? fact.value.length <= longestValue : true;
    if (size > room) {
      complete = false;
      continue;
    }
    room -= size;
    kept.push({
      ...fact,
      value,
      ...(label && { label }),
      ...(name && { name }),
      ...(text && { text }),
      ...(within && { within }),
      ...(alike && { alike }),
      ...(reversed.test(fact.value) && { turned: true }),
    });
  }
  return { facts: kept, complete };
}

/**
 * Digits behind a mark that reverses the direction of writing are read otherwise than they are stored.
 * https://www.unicode.org/reports/tr9/#Explicit_Directional_Overrides
 */
const reversed = /\u202e[^\u202c]*\p{Nd}[^\u202c]*\p{Nd}/u;
