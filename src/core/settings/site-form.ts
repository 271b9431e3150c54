import { neverMatches } from './never-matches.ts';
import { isMatchPattern } from './site-match.ts';
import { type FieldSource, fieldSourceSchema, type SiteRule, siteRuleSchema } from './site-rule.ts';

/** Where a field may be found. */
export const sourceKinds = ['selector', 'jsonLd', 'meta', 'parameter', 'address'] as const;

type SourceKind = (typeof sourceKinds)[number];

/** One field of a site rule as its controls hold it. */
export interface SiteFieldForm {
  name: string;
  kind: SourceKind;
  /** What to look for; nothing for `address`, where the pattern does it all. */
  value: string;
  attribute: string;
  pattern: string;
  /** Separated by commas. */
  filters: string;
  /** What the controls do not show, kept as it was. */
  rest: FieldSource;
}

/** A site rule as its fields hold it: text as typed. */
export interface SiteForm {
  name: string;
  /** One match pattern a line. */
  match: string;
  /** What may stand behind `#`, one a line. */
  hash: string;
  /** What the page says that it shows, by commas. */
  types: string;
  fields: SiteFieldForm[];
  flow: string;
  country: string;
  contactType: string;
}

/** What is wrong with a field; the words are under `site_problem_<problem>`. */
type SiteProblem =
  | 'name_missing'
  | 'name_taken'
  | 'match_missing'
  | 'match_malformed'
  | 'match_everything'
  | 'match_never'
  | 'match_hash'
  | 'country_malformed'
  | 'field_name_malformed'
  | 'field_name_taken'
  | 'field_value_missing'
  | 'field_pattern_refused'
  | 'field_filter_unknown'
  | 'too_long';

export interface CheckedSite {
  /** By the names of the fields, or `fields.<place>`. */
  problems: Partial<Record<string, SiteProblem>>;
  /** `match_everything` does not keep a rule from being saved; all others do. */
  site?: SiteRule;
}

/** The fields of a site rule, or of one that is still to be made. */
export function siteForm(site: SiteRule | undefined): SiteForm {
  return {
    name: site?.name ?? '',
    match: (site?.match ?? []).join('\n'),
    hash: (site?.hash ?? []).join('\n'),
    types: (site?.types ?? []).join(', '),
    fields: Object.entries(site?.fields ?? {}).map(([name, source]) => fieldForm(name, source)),
    flow: site?.flow ?? '',
    country: site?.country ?? '',
    contactType: site?.contactType ?? '',
  };
}

/** The controls of one field, empty for a new one. */
export function fieldForm(name: string, source: FieldSource): SiteFieldForm {
  const kind = sourceKinds.find((each) => each !== 'address' && source[each] !== undefined);
  const shown = kind ?? (source.pattern === undefined ? 'selector' : 'address');
  const { attribute = '', pattern = '', filters = [], ...sources } = source;
  const { [shown as 'selector']: value = '', ...rest } = sources;
  return { name, kind: shown, value, attribute, pattern, filters: filters.join(', '), rest };
}

/** Checks the fields and makes the rule of them. `taken` are the names of the other rules. */
export function checkSite(form: SiteForm, taken: readonly string[]): CheckedSite {
  const problems: CheckedSite['problems'] = {};
  const name = form.name.trim();
  if (name === '') problems.name = 'name_missing';
  else if (taken.includes(name)) problems.name = 'name_taken';
  const match = linesOf(form.match);
  const hash = linesOf(form.hash);
  const types = form.types.split(',').flatMap((type) => type.trim() || []);
  if (match.length === 0) problems.match = 'match_missing';
  else if (!match.every(isMatchPattern)) problems.match = 'match_malformed';
  else if (match.some(neverMatches)) problems.match = neverProblem(match);
  else if (match.some(meansEverything)) problems.match = 'match_everything';
  const country = form.country.trim().toUpperCase();
  if (!/^([A-Z]{2})?$/.test(country)) problems.country = 'country_malformed';

  const names = form.fields.map((field) => field.name.trim());
  const fields = form.fields.map((field, place) => {
    const source = sourceOf(field);
    const isTaken = names.indexOf(names[place] ?? '') !== place;
    const problem = isTaken ? 'field_name_taken' : problemOfField(field, source);
    if (problem) problems[`fields.${place}`] = problem;
    return [names[place], source] as const;
  });
  const { match: matchProblem, ...others } = problems;
  const isFatal = matchProblem !== undefined && matchProblem !== 'match_everything';
  if (isFatal || Object.keys(others).length > 0) return { problems };

  const site = siteRuleSchema.safeParse({
    name,
    match,
    ...(hash.length > 0 && { hash }),
    ...(types.length > 0 && { types }),
    fields: Object.fromEntries(fields),
    ...(form.flow.trim() && { flow: form.flow.trim() }),
    ...(country && { country }),
    ...(form.contactType.trim() && { contactType: form.contactType.trim() }),
  });
  for (const { path } of site.error?.issues ?? []) problems[String(path[0])] ??= 'too_long';
  return site.success ? { problems, site: site.data } : { problems };
}

function linesOf(text: string): string[] {
  return text.split('\n').flatMap((line) => line.trim() || []);
}

/** Why a pattern can mean no page; what stands behind `#` has a field of its own. */
function neverProblem(match: readonly string[]): SiteProblem {
  const reasons = match.flatMap((pattern) => neverMatches(pattern)?.reason ?? []);
  return reasons.includes('fragment') ? 'match_hash' : 'match_never';
}

function sourceOf({ kind, value, attribute, pattern, filters, rest }: SiteFieldForm): FieldSource {
  const listed = filters.split(',').flatMap((filter) => filter.trim() || []);
  return {
    ...rest,
    ...(kind !== 'address' && value.trim() && { [kind]: value.trim() }),
    ...(kind === 'selector' && attribute.trim() && { attribute: attribute.trim() }),
    ...(pattern && { pattern }),
    ...(listed.length > 0 && { filters: listed }),
  };
}

function problemOfField(field: SiteFieldForm, source: FieldSource): SiteProblem | undefined {
  if (!/^[A-Za-z][\w.-]{0,99}$/.test(field.name.trim())) return 'field_name_malformed';
  const isEmpty = field.kind === 'address' ? field.pattern === '' : field.value.trim() === '';
  if (isEmpty) return 'field_value_missing';
  const issue = fieldSourceSchema.safeParse(source).error?.issues[0];
  switch (issue?.path[0]) {
    case undefined:
      return undefined;
    case 'filters':
      return 'field_filter_unknown';
    case 'pattern':
      return 'field_pattern_refused';
    default:
      return 'too_long';
  }
}

/** Whether a pattern means all pages of the web, which a rule for one site seldom should. */
function meansEverything(pattern: string): boolean {
  return pattern === '<all_urls>' || /^(\*|https?):\/\/\*(:\*)?\//.test(pattern);
}
