import type { describeChosen } from './describe-chosen.ts';
import { injected as describe } from './describe-chosen.ts?injected';
import type { locateValues } from './locate-values.ts';
import { injected as locate } from './locate-values.ts?injected';
import type { pickElement } from './pick-element.ts';
import { injected as pick } from './pick-element.ts?injected';
import type { trySelectors } from './try-selectors.ts';
import { injected as attempt } from './try-selectors.ts?injected';

/** The functions to inject into a page, one after the other, to find an element and a selector for it. */
export const pickerTools = {
  pick: pick as typeof pickElement,
  locate: locate as typeof locateValues,
  describe: describe as typeof describeChosen,
  attempt: attempt as typeof trySelectors,
} as const;
