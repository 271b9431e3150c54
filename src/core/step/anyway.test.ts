import { expect, test } from 'vitest';
import { alice } from '../../../test/harness/view-pages.ts';
import { ada, type View, viewOf } from '../../../test/harness/view-world.ts';
import { failed } from '../base/failure.ts';
import type { Question } from '../view/protocol.ts';

/** The launch that the view handed to the worker. */
function launched(view: View): Question<'launch'> | undefined {
  return view
    .done()
    .flatMap((effect) => (effect.do === 'ask' && effect.ask === 'launch' ? [effect.question] : []))
    .at(-1) as Question<'launch'> | undefined;
}

/** `Launch anyway`, in a form whose person may not launch as far as is known. */
function launchesAnyway(view: View): void {
  view.press(true);
  view.reads(alice);
}

test('who launches in spite of a missing permission is still told that the same was launched just now', () => {
  const view = viewOf();
  view.happen({ type: 'stored', part: { session: { ...ada, permissions: [] } } });
  view.reads(alice);
  launchesAnyway(view);
  expect(launched(view)).toMatchObject({ anyway: false });
  const outcome = failed('launched-just-now', { launchId: 'another', seconds: 5 });
  view.happen({ type: 'answered', outcome });
  launchesAnyway(view);
  expect(launched(view)).toMatchObject({ anyway: true });
});
