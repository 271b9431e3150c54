import { pageContext } from '../../src/core/page/context.ts';
import { unreadPage } from '../../src/core/page/document.ts';
import { factsOf } from '../../src/core/page/facts-behind.ts';
import { type Said, withSaid } from '../../src/core/page/said.ts';
import { ruleOfPage } from '../../src/core/page/site-source.ts';
import type { PageFact, PageSnapshot } from '../../src/core/page/snapshot.ts';
import type { SiteRule } from '../../src/core/settings/site-rule.ts';
import type { ReadPage } from '../../src/core/view/launcher.ts';

// Pages without a browser, as a view gets to know them.

export const tabId = 7;

/** The time at which a view opens, in milliseconds since 1970. */
export const opened = Date.UTC(2026, 10, 27, 9);

/** What a page holds, as far as these tests ask. */
export interface TestPage {
  documentId: string;
  address: string;
  title: string;
  /** Undefined where it has none (yet). */
  number: string | undefined;
  /** When its document began to load, in milliseconds since 1970. */
  loadedAt?: number;
  /** Other numbers of theirs, further down. */
  also?: readonly string[];
  /** What the site rule for accounts points at (`accountRule`). */
  account?: string;
  /** It was not read to its end. */
  isCut?: boolean;
  /** The tab that it is in, where that is not the only one. */
  inTab?: number;
  /** The rows of a list: names and numbers. */
  people?: readonly (readonly [name: string, number: string])[];
}

export const alice: TestPage = {
  documentId: 'document of Alice',
  address: 'https://crm.example/contacts/1',
  title: 'Alice Martin',
  number: '+15550199888',
};

export const bruno: TestPage = {
  documentId: 'document of Bruno',
  address: 'https://crm.example/contacts/2',
  title: 'Bruno Keller',
  number: '+493023125555',
};

/** A rule of the site that takes the digits of an account, and says where the customer's name stands. */
const accountRule: SiteRule = {
  name: 'CRM',
  match: ['https://crm.example/*'],
  fields: {
    account: { selector: '.account', filters: ['digits'] },
    customerName: { selector: '.name' },
  },
};

/** The snapshot that reading a page gives. */
export function snapshotOf(page: TestPage): PageSnapshot {
  const { address, title, number, also = [], account, people = [], isCut = false } = page;
  const facts: PageFact[] = [
    { kind: 'heading', value: title, place: 'main' },
    ...(number === undefined
      ? []
      : [{ kind: 'link' as const, value: `tel:${number}`, text: number, place: 'main' as const }]),
    ...(account === undefined
      ? []
      : [
          { kind: 'site-rule' as const, name: 'account', value: account, place: 'main' as const },
          {
            kind: 'site-rule' as const,
            name: 'customerName',
            value: title,
            place: 'main' as const,
          },
        ]),
    ...also.map((each): PageFact => ({ kind: 'text', value: `Fax ${each}`, place: 'main' })),
    ...people.map(
      ([name, each]): PageFact => ({
        ...{ kind: 'link', value: `tel:${each}`, text: each, place: 'main', within: name },
      }),
    ),
  ];
  return { url: address, title, language: 'en', complete: !isCut, facts };
}

/** A page as a view reads it. `said`: what a click on it said. */
export function readingOf(page: TestPage, at: number, said: Said = {}): ReadPage {
  return { document: documentOf(page, at), ...contentOf(page, said) };
}

/** Which page it is and when it was read, without what it says. */
export function documentOf(page: TestPage, at: number): ReadPage['document'] {
  const { documentId, address, title, loadedAt, inTab = tabId } = page;
  return { tabId: inTab, documentId, address, title, readAt: at, loadedAt };
}

type Content = Pick<ReadPage, 'context' | 'facts'>;

/** Simulated days read the same few pages thousands of times. */
const contents = new Map<string, Content>();

/** What a page says: objects of its own for each reading, as in a browser. */
function contentOf(page: TestPage, said: Said): Content {
  const key = JSON.stringify([page, said]);
  const known = contents.get(key);
  if (known !== undefined) return structuredClone(known);
  const snapshot = snapshotOf(page);
  const siteRules = page.account === undefined ? [] : [accountRule];
  const context = pageContext(withSaid(snapshot, said), { defaultCountry: 'US', siteRules });
  const content = { context, facts: factsOf(snapshot, context, ruleOfPage(siteRules, snapshot)) };
  if (contents.size > 1_000) contents.clear();
  contents.set(key, content);
  return structuredClone(content);
}

/** A page that does not answer, with what a click on it said. */
export function silenceOf({ address, inTab = tabId }: TestPage, at: number, said: Said = {}) {
  const isSaid = Object.keys(said).length > 0;
  const context = isSaid
    ? pageContext(withSaid(undefined, said), { defaultCountry: 'US' })
    : undefined;
  return { document: unreadPage(inTab, address, at), context };
}
