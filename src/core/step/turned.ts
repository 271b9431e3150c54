import { isOtherCustomer } from '../page/document.ts';
import type { FormView } from '../view/form-view.ts';
import type { At, Happening } from '../view/happening.ts';
import type { LauncherState } from '../view/launcher.ts';
import { wayOf } from './meant.ts';

/**
 * How soon after a form turned a press was under way before the person could see it, in milliseconds.
 *
 * @internal exported for its test
 */
export const tooSoon = 500;

/** What the person does in the view: they see what it does to the form. */
const byHand: ReadonlySet<Happening['type']> = new Set([
  'customer-chosen',
  'person-chosen',
  'flow-chosen',
  'flow-forgotten',
  'form-repeated',
  'input-set',
  'input-confirmed',
  'input-withheld',
  'page-value-taken',
  'launch-opened',
]);

/** A view's state and the form in it. */
type Shown = Readonly<{ state: LauncherState; form: FormView | undefined }>;

/**
 * When a form last turned by itself, that is, when it began to send another value, or none, in place of one that it
 * had, became the form of another flow, goes over another connection, or came in place of a result. Values that only come in
 * addition do not turn it, nor do those of the first page that is read. A person who has done something in the form
 * since has seen it.
 */
export function turnedAtAfter(
  { state, form: before }: Shown,
  { type, at }: At,
  { state: next, form: now }: Shown,
): number | undefined {
  const { turnedAt, reads } = state;
  if (byHand.has(type)) return undefined;
  // The form comes in place of a result: it could not be seen before.
  if (type === 'launch-closed') return at;
  if (before === undefined || now === undefined) return turnedAt;
  const isOtherWay = state.settings !== next.settings && wayOf(state) !== wayOf(next);
  const isOfOther = before.flowId !== now.flowId || isOtherWay;
  const isOther = sendsOther(before, now) || isOtherCustomer(before.here, now.here);
  return isOfOther || (reads.taken > 0 && isOther) ? at : turnedAt;
}

function sendsOther(before: FormView, now: FormView): boolean {
  const is = new Map(Object.entries(now.start.inputData ?? {}));
  return Object.entries(before.start.inputData ?? {}).some(
    ([name, value]) => JSON.stringify(value) !== JSON.stringify(is.get(name)),
  );
}

/** Whether a press is for the form as it stood before it turned. */
export function isForTheLast({ turnedAt }: LauncherState, at: number): boolean {
  return turnedAt !== undefined && at >= turnedAt && at - turnedAt < tooSoon;
}
