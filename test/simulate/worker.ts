import { failed } from '../../src/core/base/failure.ts';
import { type Look, saysTheSame } from '../../src/core/page/look.ts';
import { isPersonShown } from '../../src/core/session/person.ts';
import { snapshotOf, type TestPage } from '../harness/view-pages.ts';
import { flow } from '../harness/view-world.ts';
import { type Defect, input } from './rules.ts';
import { happen, tell } from './view.ts';
import type { Handed, World } from './world.ts';

/** Makes a launch, unless it was made, is another person's, or its page says something else by now. */
export function post(
  world: World,
  { view, question, cause, shown, knows, ...handed }: Handed,
): void {
  const { page, check, session, sent, arranged, defect } = world;
  if (sent.has(question.id)) return;
  const isCompared = defect !== 'nobody compares the person';
  if (isCompared && !isPersonShown(question.by ?? {}, session)) {
    check.refused('person');
    return;
  }
  const now = page.now();
  const isLooked = defect === undefined || !defectsOfPage.has(defect);
  if (question.look && isLooked && !isStill(question.look, now, page.isHung())) {
    check.refused('page');
    happen(world, view, { type: 'answered', outcome: failed('page-changed') });
    return;
  }
  sent.add(question.id);
  const inputData =
    defect === 'what is sent is filled in anew'
      ? { ...question.inputData, [input]: now.number }
      : question.inputData;
  const knownSince = knows.get(now.documentId);
  const { conversationId } = question;
  const goesElsewhere = arranged.isElsewhere;
  const posted = { inputData, cause, shown, session, knownSince, conversationId, goesElsewhere };
  check.posted({ ...posted, ...handed, id: question.id });
  const { id, customer } = question;
  const record = { id, state: 'completed', flow, customer, page: question.page, conversationId };
  world.shown = { ...record, inputs: inputData, times: { created: world.now } } as never;
  world.last = world.shown;
  tell(world, { launch: world.shown });
}

/** Of a page that does not answer the browser tells the address alone. */
function isStill(look: Look, now: TestPage, isHung: boolean): boolean {
  if (isHung) return look.address === now.address;
  return saysTheSame(look, { documentId: now.documentId, snapshot: snapshotOf(now) });
}

const defectsOfPage: ReadonlySet<Defect> = new Set([
  'what was chosen stays when the page no longer has it',
  'the page is not looked at again',
  'values stay when the page goes',
  'what is sent is filled in anew',
]);
