/**
 * Two parts of a policy that contradict each other, or a part that can never have an effect. The message
 * `contradiction_<code>` has the words.
 */
export interface Contradiction {
  code: ContradictionCode;
  /** Where it stands, as in `PartProblem`. */
  path: string;
  params: Readonly<Record<string, string>>;
  /** True where the author may mean it so. */
  isNote: boolean;
}

type ContradictionCode =
  | 'at_once_confirmed'
  | 'connection_unknown'
  | 'connections_none'
  | 'contact_type_unlisted'
  | 'contacts_unread'
  | 'flow_not_allowed'
  | 'flow_twice'
  | 'flows_none_allowed'
  | 'home_page_only'
  | 'input_unknown'
  | 'mode_without_list'
  | 'never_fragment'
  | 'never_host'
  | 'never_path'
  | 'never_port'
  | 'never_store'
  | 'scope_missing'
  | 'selector_invalid'
  | 'site_covered'
  | 'site_flow_ambiguous'
  | 'site_flow_elsewhere'
  | 'site_flow_not_allowed'
  | 'site_flow_unknown'
  | 'site_not_allowed'
  | 'site_partly_allowed'
  | 'sites_none_allowed'
  | 'template_unknown';

/** A valid part with its path in the document, where invalid parts still have their places. */
export interface Placed<Part> {
  path: string;
  part: Part;
}

/** Valid parts, each with its place in the document's list. */
export function placed<Part extends { name: string; id?: string }>(
  parts: readonly Part[],
  raw: unknown,
  path: string,
): Placed<Part>[] {
  const list: unknown[] = Array.isArray(raw) ? raw : [];
  let from = 0;
  return parts.map((part) => {
    const place = list.findIndex((entry, index) => index >= from && isSame(entry, part));
    from = place + 1;
    return { path: `${path}[${place}]`, part };
  });
}

function isSame(raw: unknown, part: { name: string; id?: string }): boolean {
  const { name, id } = Object(raw) as Record<string, unknown>;
  if (String(name).trim() !== part.name) return false;
  return part.id === undefined || String(id).toLowerCase() === part.id;
}

export const found = (
  code: ContradictionCode,
  path: string,
  params: Contradiction['params'] = {},
): Contradiction => ({ code, path, params, isNote: false });

export const noted = (
  code: ContradictionCode,
  path: string,
  params: Contradiction['params'],
): Contradiction => ({ code, path, params, isNote: true });
