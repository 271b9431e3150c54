import { cleanText } from '../base/clean-text.ts';
import { done, failed, type Outcome } from '../base/failure.ts';
import { z } from '../base/zod.ts';
import type { FieldSelector } from '../settings/site-rule.ts';
import { cleanAddress } from './document.ts';
import { factKinds } from './kinds.ts';

/** Where on a page a fact stands, the nearest to what the person is doing first. */
const places = ['selection', 'focus', 'viewport', 'main', 'rest'] as const;

/** Parts of a page that are not about its subject. */
const regions = ['aside', 'dialog', 'header', 'footer', 'nav'] as const;

/** Which parts of a page may be left unread. */
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
  /** The text that a link shows. */
  text: z.optional(z.string()),
  /** The part of the page that the fact stands in; absent where it stands in the page's subject. */
  region: z.optional(z.enum(regions)),
  /** The few words right behind it, in its line or in the next cell. */
  behind: z.optional(z.string()),
  /** The first words of each row, card or entry around the fact: one line each, the nearest first. */
  within: z.optional(z.string()),
  /** The first words of the rows, cards or entries beside those, where they look the same: one line each. */
  alike: z.optional(z.string()),
  /** The heading of the section that the fact stands in; no heading of the first level, which is the page's. */
  section: z.optional(z.string()),
  /** True where people cannot see the fact on the page. */
  unseen: z.optional(z.boolean()),
  /** True where the page shows the digits in another order than it stores them. */
  turned: z.optional(z.boolean()),
});

export const pageSnapshotSchema = z.object({
  url: z.string(),
  title: z.string(),
  /** BCP 47, as the page claims it; empty where it claims none. */
  language: z.string(),
  /** False where the reader ran out of time or of room before the page ended. */
  complete: z.boolean(),
  /** Which parts the reader left out, as far as it knows. */
  unread: z.optional(z.array(z.enum(unreadParts))),
  /** How many frames in view the page cannot look into. Each of them may answer with a snapshot of its own. */
  foreignFrames: z.optional(z.int()),
  /** True where a frame answered that the page around it cannot look into. */
  isForeign: z.optional(z.boolean()),
  facts: z.array(factSchema),
});

export type PageFact = z.infer<typeof factSchema>;
export type PageSnapshot = z.infer<typeof pageSnapshotSchema>;
export type Region = NonNullable<PageFact['region']>;
export type UnreadPart = (typeof unreadParts)[number];
export type Place = NonNullable<PageFact['place']>;

/** What the injected reader is given: what the context menu knew, and the selectors of the site rules. */
export interface ReadingClues {
  selectionText?: string | undefined;
  linkUrl?: string | undefined;
  selectors?: readonly FieldSelector[] | undefined;
  /** For a look before a launch: only these values matter, so the reader may skip what holds none of them. */
  wanted?: readonly string[] | undefined;
  /** The address that the page has to have: of one with another address nothing is read. */
  at?: string | undefined;
}

/**
 * Parses what the injected reader returned, which the page may have tampered with. Cuts values at 4 kB each and
 * 64 kB in all and makes them safe to show; a snapshot from which something was cut is not `complete`. Fails with
 * `page-answer-malformed`; `where` is the path of the first wrong field.
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

/** Merges the snapshots of a page and its frames into one. A fact that several of them hold stays once. */
export function mergeSnapshots(main: PageSnapshot, frames: readonly PageSnapshot[]): PageSnapshot {
  const snapshots = [main, ...frames];
  const seen = new Set<string>();
  const all = snapshots.flatMap((snapshot, index) =>
    // Every frame numbers its groups from 0.
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

/** Cuts and cleans each fact, and keeps as many as there is room for. `complete`: no value was cut, no fact left out. */
function withinLimits(facts: readonly PageFact[]): { facts: PageFact[]; complete: boolean } {
  const kept: PageFact[] = [];
  let room = longestInAll;
  let complete = facts.length <= mostFacts;
  for (const fact of facts.slice(0, mostFacts)) {
    const clean = cleanFact(fact);
    const { value, label = '', name = '' } = clean;
    const size = value.length + label.length + name.length;
    if (value.length > 0 && fact.value.length > longestValue) complete = false;
    if (size <= room) {
      room -= size;
      kept.push(clean);
    } else complete = false;
  }
  return { facts: kept, complete };
}

function cleanFact({
  label,
  name,
  text,
  behind,
  within,
  alike,
  section,
  ...fact
}: PageFact): PageFact {
  return {
    ...fact,
    value: cleanText(fact.value.slice(0, longestValue)),
    ...cleanLabels({ label, name, text, behind, within, alike, section }),
    ...(reversed.test(fact.value) && { turned: true }),
  };
}

function cleanLabels(labels: Readonly<Record<string, string | undefined>>): Record<string, string> {
  const clean = Object.entries(labels).map(([key, text = '']) => [
    key,
    cleanText(text.slice(0, longestLabel)),
  ]);
  return Object.fromEntries(clean.filter(([, text]) => text !== ''));
}

/**
 * Behind a mark that reverses the direction of writing, people read digits in another order than they are stored.
 * https://www.unicode.org/reports/tr9/#Explicit_Directional_Overrides
 */
const reversed = /\u202e[^\u202c]*\p{Nd}[^\u202c]*\p{Nd}/u;
