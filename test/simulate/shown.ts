import type { LauncherState } from '../../src/core/view/launcher.ts';

/** The title of the page that a view has read: the name of its customer. */
export function titleIn({ page }: LauncherState): string | undefined {
  return page.state === 'read' ? page.document.title : undefined;
}

/** The numbers that a view has read in its page, a selection before what the page itself says. */
export function numbersIn({ page }: LauncherState): string[] {
  const found = page.state === 'read' ? page.context.fields.customerNumber : undefined;
  return found === undefined ? [] : [found.best, ...found.others].map(({ value }) => value);
}
