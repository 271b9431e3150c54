import type { LauncherState } from '../../src/core/view/launcher.ts';
import type { TestPage } from '../harness/view-pages.ts';
import { faxes } from './page.ts';

/** The title of the page that a view has read: the name of its customer. */
export function titleIn({ page }: LauncherState): string | undefined {
  return page.state === 'read' ? page.document.title : undefined;
}

/** The numbers that a view has read in its page, a selection before what the page itself says. */
function numbersIn({ page }: LauncherState): string[] {
  const found = page.state === 'read' ? page.context.fields.customerNumber : undefined;
  return found === undefined ? [] : [found.best, ...found.others].map(({ value }) => value);
}

/** The page as a view has it. */
export function seenBy({ state }: { state: LauncherState }): TestPage | undefined {
  if (state.page.state !== 'read') return undefined;
  const { documentId, address, title = '' } = state.page.document;
  const { customerNumber, account } = state.page.context.fields;
  const also = numbersIn(state).filter((each) => faxes.some((fax) => fax === each));
  return {
    ...{ documentId, address, title, number: customerNumber?.best.value, also },
    account: `Account no. ${account?.best.value ?? ''}`,
  };
}
