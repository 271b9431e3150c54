import { cleanText } from '../base/clean-text.ts';
import { z } from '../base/zod.ts';

/**
 * One page, as it was when it was read. What is said of a page is of one document: a value ends with
 * the document that it was read from.
 */
export const pageDocumentSchema = z.object({
  tabId: z.int(),
  /**
   * The browser's: another one as soon as another page is loaded, also of the same address. Of a page
   * that cannot be read it is made up, for one view.
   * https://developer.chrome.com/docs/extensions/reference/api/scripting#type-InjectionResult
   */
  documentId: z.string().check(z.minLength(1), z.maxLength(100)),
  /** With what follows `#`. */
  address: z.string().check(z.maxLength(8_000)),
  title: z.optional(z.string().check(z.maxLength(1_000))),
  /** Milliseconds since 1970. */
  readAt: z.number(),
  /** When the document began to load, in milliseconds since 1970; undefined where the page did not tell. */
  loadedAt: z.optional(z.number()),
});

export type PageDocument = z.infer<typeof pageDocumentSchema>;

/** The page on which a value was typed or taken, so that it is known on another one. */
export const originSchema = z.extend(
  z.pick(pageDocumentSchema, { documentId: true, address: true, title: true, loadedAt: true }),
  {
    /** What it said of its customer, by field: some applications change that under one address. */
    about: z.optional(z.readonly(z.record(z.string(), z.string()))),
  },
);

export type Origin = Readonly<z.infer<typeof originSchema>>;

/** Whether two origins are one page, about one customer as far as they tell. */
export function isSameOrigin(one: Origin, other: Origin): boolean {
  const [was, now] = [one.about ?? {}, other.about ?? {}];
  // What only comes in addition was drawn late.
  const isOther = Object.keys(was).some(
    (name) => Object.hasOwn(now, name) && was[name] !== now[name],
  );
  return isSamePage(one, other) && !isOther;
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
  // Where the browser tells no address, it may be any page.
  if (one.address === '') return false;
  return mayBeUnread(one, other) || mayBeUnread(other, one);
}

/**
 * A page that could not be read: its address tells it from another, and its time from one that was loaded
 * later.
 */
export function unreadPage(tabId: number, address: string, readAt: number): PageDocument {
  return { tabId, documentId: `unread ${readAt} ${tabId}`, address: cleanAddress(address), readAt };
}

/** Whether one page could not be read, and may be the other: it is not if that was loaded later. */
function mayBeUnread({ documentId }: PageId, other: PageId): boolean {
  const [, readAt] = /^unread (\d+) /.exec(documentId) ?? [];
  return readAt !== undefined && (other.loadedAt ?? 0) <= Number(readAt);
}

/** What a page answers to a quick look. It is hostile until parsed. */
export const glanceAnswerSchema = z.object({
  /** With what follows `#`. */
  address: z.string().check(z.maxLength(100_000)),
  /** How often its content has changed since the watch began. */
  changes: z.int(),
  /** When the document began to load, in milliseconds since 1970. */
  loadedAt: z.number(),
});

export type GlanceAnswer = z.infer<typeof glanceAnswerSchema>;

/** A quick look at where a page is. */
export interface Glance {
  documentId: string;
  address: string;
  /** How often the page's content has changed since the watch began. */
  changes: number;
  /** When the document began to load, in milliseconds since 1970. */
  loadedAt: number;
}

/** An address as a snapshot holds it, so that the two can be compared. */
export function cleanAddress(address: string): string {
  return cleanText(address.slice(0, 4_096));
}
