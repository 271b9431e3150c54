import { saysTheSame } from '../../src/core/page/look.ts';
import { isPersonShown } from '../../src/core/session/person.ts';
import { flow, snapshotOf } from '../harness/view-world.ts';
import type { Defect } from './rules.ts';
import { happen } from './view.ts';
import { type Handed, input, type World } from './world.ts';

/** Makes a launch, unless it was made, is another person's, or its page says something else by now. */
export function post(world: World, { question, cause, shown, knows, ...handed }: Handed): void {
  const { page, check, session, sent, views, defect } = world;
  if (sent.has(question.id)) return;
  const isCompared = defect !== 'nobody compares the person';
  if (isCompared && !isPersonShown(question.by ?? {}, session)) {
    check.refused('person');
    return;
  }
  const now = page.now();
  const isLooked = defect === undefined || !defectsOfPage.has(defect);
  if (question.look && isLooked && !page.isHung()) {
    const { documentId } = now;
    if (!saysTheSame(question.look, { documentId, snapshot: snapshotOf(now) })) {
      check.refused('page');
      return;
    }
  }
  sent.add(question.id);
  const inputData =
    defect === 'what is sent is filled in anew'
      ? { ...question.inputData, [input]: now.number }
      : question.inputData;
  const knownSince = knows.get(now.documentId);
  const { conversationId } = question;
  check.posted({ inputData, cause, shown, session, knownSince, conversationId, ...handed });
  const { id, customer } = question;
  const launch = { id, state: 'completed', flow, customer, page: question.page };
  for (const view of views) {
    if (view) happen(world, view, { type: 'stored', part: { launch: launch as never } });
  }
}

const defectsOfPage: ReadonlySet<Defect> = new Set([
  'the page is not looked at again',
  'values stay when the page goes',
  'what is sent is filled in anew',
]);
