import { describeChosen } from './describe-chosen.ts';
import { locateValues } from './locate-values.ts';
import { pickElement } from './pick-element.ts';
import { trySelectors } from './try-selectors.ts';

/** What is sent into a page, one after the other, to find an element and a selector for it. */
export const pickerTools = {
  pick: pickElement,
  locate: locateValues,
  describe: describeChosen,
  attempt: trySelectors,
} as const;
