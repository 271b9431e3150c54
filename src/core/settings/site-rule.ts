import { z } from '../base/zod.ts';
import { whyRefused } from './site-expression.ts';
import { isFilter } from './site-filter-name.ts';
import { isMatchPattern, matchesPattern } from './site-match.ts';

/**
 * Where a field is found. The first source that gives something wins: `selector`, `jsonLd`, `meta`,
 * `parameter`. With a `pattern` and no source the page's address is looked at.
 */
export const fieldSourceSchema = z.object({
  /** CSS; ` >>> ` steps into an open shadow root or a same-origin frame. */
  selector: z.string().max(1000).optional(),
  /** The attribute to read; the element's value or text without one. */
  attribute: z.string().max(100).optional(),
  /** Keys or types from the end, as in `Person.telephone` or `customer.telephone`. */
  jsonLd: z.string().max(300).optional(),
  /** The name or property of a meta element. */
  meta: z.string().max(200).optional(),
  /** The name of a parameter in the page's address, before or after `#`. */
  parameter: z.string().max(200).optional(),
  /** A regular expression; its first group, or else all it matches, is the value. */
  pattern: z
    .string()
    .superRefine((pattern, context) => {
      const reason = whyRefused(pattern);
      if (reason) context.addIssue({ code: 'custom', message: reason });
    })
    .optional(),
  filters: z
    .array(z.string().max(500).refine(isFilter, { error: 'filter-unknown' }))
    .max(20)
    .optional(),
});

export const siteRuleSchema = z.object({
  name: z.string().trim().min(1).max(100),
  match: z
    .array(z.string().max(1000).refine(isMatchPattern, { error: 'match-pattern-invalid' }))
    .min(1)
    .max(100),
  fields: z.record(z.string().regex(/^[A-Za-z][\w.-]{0,99}$/), fieldSourceSchema).default({}),
  /** The flow to offer: its name or id. */
  flow: z.string().max(300).optional(),
  /** ISO 3166, for numbers that do not say where they belong. */
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .optional(),
  contactType: z.string().max(100).optional(),
});

export type FieldSource = z.infer<typeof fieldSourceSchema>;
export type SiteRule = z.infer<typeof siteRuleSchema>;

/** The rule for a page: the first in the list that means its address. */
export function ruleFor(rules: readonly SiteRule[], address: string): SiteRule | undefined {
  return rules.find(({ match }) => match.some((pattern) => matchesPattern(pattern, address)));
}

/** Elements that a site rule points at, for the reader in the page. */
export interface FieldSelector {
  field: string;
  selector: string;
  attribute?: string | undefined;
}

/** What the reader in the page has to look up for a rule. */
export function selectorsOf(rule: SiteRule | undefined): FieldSelector[] {
  return Object.entries(rule?.fields ?? {}).flatMap(([field, { selector, attribute }]) =>
    selector ? [{ field, selector, ...(attribute && { attribute }) }] : [],
  );
}
