import { isSameOrigin, type Origin } from '../page/document.ts';
import { isSaid } from '../page/said.ts';
import type { Form } from './form.ts';

/** Kinds of sources that are a person's own doing, or belong to no page. */
const ofNoPage: ReadonlySet<string> = new Set([
  'typed',
  'checked-request',
  'default',
  'setting',
  'conversation',
]);

/** Whether an input's value was taken from a page, rather than typed. */
export function isOfPage(form: Pick<Form, 'sources'>, name: string): boolean {
  const kind = Object.hasOwn(form.sources, name) ? form.sources[name]?.kind : undefined;
  return kind !== undefined && !ofNoPage.has(kind);
}

/**
 * The form on the page in front: what was taken from another page is gone, for it says nothing of this
 * one; what was typed stays. Values that do not say where they are from count as typed here, once.
 * The very same form where nothing changes.
 */
export function onPage(form: Form, front: Origin): Form {
  const isHere = (name: string) => isSameOrigin(form.origins?.[name] ?? front, front);
  const kept = form.touched.filter((name) => isHere(name) || !isOfPage(form, name));
  const isStamped = kept.every((name) => form.origins?.[name] !== undefined);
  if (kept.length === form.touched.length && isStamped) return form;
  const origins = kept.map((name) => [name, form.origins?.[name] ?? front] as const);
  return {
    ...form,
    values: only(form.values, kept),
    sources: only(form.sources, kept),
    touched: kept,
    origins: Object.fromEntries(origins),
  };
}

/** The form while it is not known which page is in front: without what was taken from a page. */
export function withoutPage(form: Form): Form {
  return keeping(form, (name) => !isOfPage(form, name));
}

/**
 * The form beside a page that this view could not read: without what another view took from it, for nothing tells whether
 * it is still there. What the person selected or clicked stays, because the browser told it.
 */
export function withoutRead(form: Form): Form {
  const isTold = (name: string) => isSaid({ kind: form.sources[name]?.kind ?? '' });
  return keeping(form, (name) => !isOfPage(form, name) || isTold(name));
}

/** The form with some of the values that were set; the very same form where that is all of them. */
function keeping(form: Form, isKept: (name: string) => boolean): Form {
  const kept = form.touched.filter(isKept);
  if (kept.length === form.touched.length) return form;
  return { ...form, values: only(form.values, kept), touched: kept };
}

/** The form with everything that was set on one page as if it had been set on another. */
export function movedTo(form: Form, from: Origin, to: Origin): Form {
  const names = Object.entries(form.origins ?? {}).filter(
    ([, { documentId }]) => documentId === from.documentId,
  );
  if (names.length === 0) return form;
  return {
    ...form,
    origins: { ...form.origins, ...Object.fromEntries(names.map(([name]) => [name, to])) },
  };
}

/** Inputs whose value was typed on another page than the one in front, with that page. */
export function typedElsewhere(
  form: Form,
  front: Origin | undefined,
): Readonly<Record<string, Origin>> {
  if (front === undefined) return {};
  const others = Object.entries(form.origins ?? {}).filter(
    ([name, origin]) =>
      form.touched.includes(name) && !isSameOrigin(origin, front) && !isEmpty(form, name),
  );
  return Object.fromEntries(others);
}

/** The form after the person looked at a value that was typed elsewhere, and means it here. */
export function confirmHere(form: Form, name: string, front: Origin): Form {
  return { ...form, origins: { ...form.origins, [name]: front } };
}

/** The form after the person let the page fill an input again. */
export function untouch(form: Form, name: string): Form {
  const kept = form.touched.filter((each) => each !== name);
  return {
    ...form,
    values: only(form.values, kept),
    sources: only(form.sources, kept),
    touched: kept,
    origins: only(form.origins ?? {}, kept),
  };
}

function isEmpty(form: Form, name: string): boolean {
  const value = Object.hasOwn(form.values, name) ? form.values[name] : undefined;
  return value === undefined || value.length === 0;
}

function only<Value>(record: Readonly<Record<string, Value>>, names: readonly string[]) {
  return Object.fromEntries(Object.entries(record).filter(([name]) => names.includes(name)));
}
