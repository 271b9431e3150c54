import { z } from '../base/zod.ts';
import { whyRefused } from './site-expression.ts';
import { isFilter } from './site-filter-name.ts';
import { isMatchPattern, matchesAddress, matchesHash } from './site-match.ts';

/** A selector of more steps than people write costs a page of 5,000 elements more than a tenth of a second. */
const mostSteps = 50;

function stepsIn(selector: string): number {
  return selector.split(/[\s>+~,]+/).length;
}

/**
 * Where a field is found. The first source that gives something wins: `selector`, `jsonLd`, `meta`,
 * `parameter`. With a `pattern` and no source the page's address is looked at.
 */
export const fieldSourceSchema = z.object({
  /** CSS; ` >>> ` steps into an open shadow root or a same-origin frame. */
  selector: z.optional(
    z.string().check(
      z.maxLength(1000),
      z.refine((selector) => stepsIn(selector) <= mostSteps, { error: 'selector-too-long' }),
    ),
  ),
  /** The attribute to read; the element's value or text without one. */
  attribute: z.optional(z.string().check(z.maxLength(100))),
  /** Keys or types from the end, as in `Person.telephone` or `customer.telephone`. */
  jsonLd: z.optional(z.string().check(z.maxLength(300))),
  /** The name or property of a meta element. */
  meta: z.optional(z.string().check(z.maxLength(200))),
  /** The name of a parameter in the page's address, before or after `#`. */
  parameter: z.optional(z.string().check(z.maxLength(200))),
  /** A regular expression; its first group, or else all it matches, is the value. */
  pattern: z.optional(
    z.string().check(
      z.superRefine((pattern, context) => {
        const reason = whyRefused(pattern);
        if (reason) context.addIssue({ code: 'custom', message: reason });
      }),
    ),
  ),
  filters: z.optional(
    z
      .array(z.string().check(z.maxLength(500), z.refine(isFilter, { error: 'filter-unknown' })))
      .check(z.maxLength(20)),
  ),
});

export const siteRuleSchema = z.object({
  name: z.string().check(z.trim(), z.minLength(1), z.maxLength(100)),
  match: z
    .array(
      z
        .string()
        .check(z.maxLength(1000), z.refine(isMatchPattern, { error: 'match-pattern-invalid' })),
    )
    .check(z.minLength(1), z.maxLength(100)),
  /**
   * Of an application that shows its pages behind `#`: what stands behind it, with `*` for anything.
   * Any of these is enough.
   */
  hash: z.optional(
    z.array(z.string().check(z.minLength(1), z.maxLength(500))).check(z.maxLength(50)),
  ),
  /** What the page says that it shows: a type of its structured data, or of `og:type`. Any of these is enough. */
  types: z.optional(
    z
      .array(z.string().check(z.trim(), z.minLength(1), z.maxLength(100)))
      .check(z.minLength(1), z.maxLength(20)),
  ),
  fields: z._default(
    z.record(z.string().check(z.regex(/^[A-Za-z][\w.-]{0,99}$/)), fieldSourceSchema),
    {},
  ),
  /** The flow to offer: its name or id. */
  flow: z.optional(z.string().check(z.maxLength(300))),
  /** ISO 3166, for numbers that do not say where they belong. */
  country: z.optional(z.string().check(z.regex(/^[A-Z]{2}$/))),
  contactType: z.optional(z.string().check(z.maxLength(100))),
});

export type FieldSource = z.infer<typeof fieldSourceSchema>;
export type SiteRule = z.infer<typeof siteRuleSchema>;

/** The rules one of which is that of a page, before it is known what the page shows: the likeliest first. */
export function rulesFor(rules: readonly SiteRule[], address: string): readonly SiteRule[] {
  const here = rules.filter(
    ({ match, hash }) =>
      match.some((pattern) => matchesAddress(pattern, address)) &&
      (hash === undefined || hash.some((wanted) => matchesHash(wanted, address))),
  );
  const last = here.findIndex(({ types }) => types === undefined);
  return last < 0 ? here : here.slice(0, last + 1);
}

/**
 * The rule for a page: the first in the list that means its address and what it shows.
 *
 * @param shown the types that the page says it is of, in lower case
 */
export function ruleFor(
  rules: readonly SiteRule[],
  address: string,
  shown: ReadonlySet<string> = new Set(),
): SiteRule | undefined {
  return rulesFor(rules, address).find(
    ({ types }) => types === undefined || types.some((type) => shown.has(type.toLowerCase())),
  );
}

/** Elements that a site rule points at, for the reader in the page. */
export interface FieldSelector {
  field: string;
  selector: string;
  attribute?: string | undefined;
  /** The types that the rule asks for, where it does; comes back with what is found. */
  types?: string | undefined;
}

/** What the reader in the page has to look up for the rules one of which is the page's. */
export function selectorsOf(rules: readonly SiteRule[]): FieldSelector[] {
  return rules.flatMap((rule) => {
    const types = typesAsked(rule);
    return Object.entries(rule.fields).flatMap(([field, { selector, attribute }]) =>
      selector
        ? [{ field, selector, ...(attribute && { attribute }), ...(types && { types }) }]
        : [],
    );
  });
}

/** The types that a rule asks for, as one text no longer than a page's labels; empty where it asks for none. */
export function typesAsked({ types = [] }: Pick<SiteRule, 'types'>): string {
  return types.join(', ').slice(0, 200);
}
