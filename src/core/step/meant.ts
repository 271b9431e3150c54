import { sortedJson } from '../base/json.ts';
import { isOtherCustomer } from '../page/document.ts';
import { connectionInUse, wayOut } from '../settings/settings.ts';
import type { FormView } from '../view/form-view.ts';
import type { FormNotice, LauncherState, Meant } from '../view/launcher.ts';

/** What is meant by pressing `Launch` in a form. */
export function meantBy({ start, who, here }: FormView): Meant {
  return { start, who, here };
}

/**
 * Whether a form sends what was meant, for whom it was meant. Two customers may have one number. A conversation that
 * comes in and is about the same customer changes nothing.
 */
export function isSameMeant(meant: Meant, view: FormView): boolean {
  const { verdict, sure } = view.customer?.decision ?? {};
  const cameIn = meant.who === '' && verdict === 'agree' && sure === true;
  const isSameWho = meant.who === view.who || cameIn;
  return isSameWho && sendsTheSame(meant, view) && !isOtherCustomer(meant.here, view.here);
}

/** Where a view's launches go, and whether they are asked about before: as one text, to compare. */
export function wayOf({ settings }: Pick<LauncherState, 'settings'>): string {
  return wayOut(connectionInUse(settings));
}

/** Whether two forms would send the same values. */
export function sendsTheSame(one: Meant, other: Meant): boolean {
  const sent = ({ start }: Meant) => sortedJson(start.inputData ?? {});
  return one.start.flowId === other.start.flowId && sent(one) === sent(other);
}

/** What was to be sent, and what the page says now, for each input in which they differ. */
export function otherValues({ start: was }: Meant, { start, inputs }: FormView): FormNotice {
  const names = new Set([
    ...Object.keys(was.inputData ?? {}),
    ...Object.keys(start.inputData ?? {}),
  ]);
  const values = [...names].flatMap((name) => {
    const [before, now] = [wordsOf(was.inputData, name), wordsOf(start.inputData, name)];
    const label = inputs.find((input) => input.name === name)?.label ?? name;
    return before === now ? [] : [{ label, was: before, now }];
  });
  return { kind: 'page-says-other', values };
}

function wordsOf(data: Meant['start']['inputData'], name: string): string {
  const value = data && Object.hasOwn(data, name) ? data[name] : undefined;
  if (value === undefined) return '–';
  return typeof value === 'string' ? value : JSON.stringify(value);
}
