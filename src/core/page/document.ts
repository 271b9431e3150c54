import { cleanText } from '../base/clean-text.ts';
import { z } from '../base/zod.ts';

/**
 * One page as a view read it. A value read from a page counts only as long as its document stays in the tab.
 */
export const pageDocumentSchema = z.object({
  tabId: z.int(),
  /**
   * The browser's ID of the document. Loading a page gives a new one, also at the same address. For a page that
   * Kickoff cannot read, `unreadPage` makes one up.
   * https://developer.chrome.com/docs/extensions/reference/api/scripting#type-InjectionResult
   */
  documentId: z.string().check(z.minLength(1), z.maxLength(100)),
  /** With what follows `#`. */
  address: z.string().check(z.maxLength(8_000)),
  title: z.optional(z.string().check(z.maxLength(1_000))),
  /** Milliseconds since 1970. */
  readAt: z.number(),
  /** When the document began to load, in milliseconds since 1970; undefined where the page did not answer that. */
  loadedAt: z.optional(z.number()),
});

export type PageDocument = z.infer<typeof pageDocumentSchema>;

/** The page on which a person typed or took a value, so that Kickoff can mark the value on any other page. */
export const originSchema = z.extend(
  z.pick(pageDocumentSchema, { documentId: true, address: true, title: true, loadedAt: true }),
  {
    /** The page's customer by field: some applications show another customer under the same address. */
    about: z.optional(z.readonly(z.record(z.string(), z.string()))),
  },
);

export type Origin = Readonly<z.infer<typeof originSchema>>;

/** Whether two origins are the same page, and no field of the customer differs between them. */
export function isSameOrigin(one: Origin, other: Origin): boolean {
  return isSamePage(one, other) && othersIn(one, other).length === 0;
}

/** Whether a page is about another customer than one before, whatever page that was. */
export function isOtherCustomer(before: Origin | undefined, now: Origin | undefined): boolean {
  return othersIn(before, now).some((name) => name !== 'conversation');
}

/** The fields of the customer that differ. One that only one of them has was drawn late. */
function othersIn(before: Origin | undefined, after: Origin | undefined): string[] {
  const [was, now] = [before?.about ?? {}, after?.about ?? {}];
  return Object.keys(was).filter((name) => Object.hasOwn(now, name) && was[name] !== now[name]);
}

/** What tells one page from another. */
export type PageId = Pick<PageDocument, 'documentId' | 'address' | 'loadedAt'>;

/**
 * Whether two readings are of one page: of one document under one address. A single-page application
 * shows another record in the same document, mostly under another address.
 */
export function isSamePage(one: PageId | undefined, other: PageId | undefined): boolean {
  if (one === undefined || other === undefined) return false;
  if (one.address !== other.address) return false;
  if (one.documentId === other.documentId) return true;
  // An empty address may be any page's: the browser did not give it.
  if (one.address === '') return false;
  return mayBeUnread(one, other) || mayBeUnread(other, one);
}

/**
 * A page that Kickoff could not read. Its address tells it apart from other pages, and the time in its made-up ID
 * from a document that was loaded later.
 */
export function unreadPage(tabId: number, address: string, readAt: number): PageDocument {
  return { tabId, documentId: `unread ${readAt} ${tabId}`, address: cleanAddress(address), readAt };
}

/** Whether the first page is an unread one that may be the other page: not if that was loaded after it. */
function mayBeUnread({ documentId }: PageId, other: PageId): boolean {
  const [, readAt] = /^unread (\d+) /.exec(documentId) ?? [];
  return readAt !== undefined && (other.loadedAt ?? 0) <= Number(readAt);
}

/** What a page answers to `glance`. Hostile until this schema has parsed it. */
export const glanceAnswerSchema = z.object({
  /** With what follows `#`. */
  address: z.string().check(z.maxLength(100_000)),
  /** How often its content has changed since the watch began. */
  changes: z.int(),
  /** How often its address has changed since then. */
  moves: z.int(),
  /** When the document began to load, in milliseconds since 1970. */
  loadedAt: z.number(),
});

export type GlanceAnswer = z.infer<typeof glanceAnswerSchema>;

/** A parsed answer, with the document that gave it. */
export interface Glance extends GlanceAnswer {
  documentId: string;
}

/** Cuts and cleans an address as `parsePageSnapshot` does, so that the two can be compared. */
export function cleanAddress(address: string): string {
  return cleanText(address.slice(0, 4_096));
}
