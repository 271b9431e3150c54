import { failed } from '../../src/core/base/failure.ts';
import { unreadPage } from '../../src/core/page/document.ts';
import { type Heard, saidOn } from '../../src/core/page/said.ts';
import { readingOf, silenceOf, type TestPage } from '../harness/view-pages.ts';
import { faxes, numbers } from './page.ts';
import type { Defect } from './rules.ts';
import { isThere } from './tab.ts';
import { happen } from './view.ts';
import type { OpenView, World } from './world.ts';

/** Answers the readings of a view that are due, as far as the page answers. */
export function deliver(world: World, view: OpenView): void {
  const { now, check, defect } = world;
  const { page } = view.tab;
  for (const reading of view.readings.filter(({ at }) => at <= now)) {
    view.readings = view.readings.filter((each) => each !== reading);
    if (!isThere(view)) {
      tellGone(world, view, reading.read);
      continue;
    }
    if (page.isHung()) {
      const limit = view.state.launching?.step === 'checking' ? 1_000 : 3_000;
      if (now - reading.asked < limit) view.readings.push(reading);
      else {
        const said = saidOn(heardIn(view), page.now()) ?? {};
        const { read } = reading;
        happen(world, view, { type: 'page-silent', read, ...silenceOf(page.now(), now, said) });
      }
      continue;
    }
    const read = reading.page ?? (defect === chosenStays ? withFax(page.now()) : page.now());
    happen(world, view, {
      type: 'page-read',
      read: reading.read,
      page: readingOf(read, now, saidOn(heardIn(view), read) ?? {}),
      changes: page.changes(),
      moves: page.moves(),
    });
    if (!view.knows.has(read.documentId)) view.knows.set(read.documentId, now);
    check.own.pageRead(view);
    if (defect === 'values stay when the page goes') keepValues(view);
  }
}

function tellGone(world: World, view: OpenView, read: number): void {
  const { failure } = failed('tab-gone');
  const document = unreadPage(view.tabId, '', world.now);
  happen(world, view, { type: 'page-unreadable', read, failure, document });
}

const chosenStays: Defect = 'what was chosen stays when the page no longer has it';

/** The page as if nothing could be missed that it showed before. */
function withFax(now: TestPage): TestPage {
  const fax = faxes[numbers.indexOf(now.number ?? '')];
  return { ...now, also: fax === undefined ? [] : [fax] };
}

function heardIn({ state, said }: OpenView): Heard | undefined {
  return state.said ?? (state.page.state === 'reading' ? said : undefined);
}

/** As version 0.1.0 did: whatever was set stays, as if it had been set on the page in front. */
function keepValues(view: OpenView): void {
  const { draft } = view.state;
  const forms = Object.entries(draft.forms).map(([id, { origins: _forgotten, ...form }]) => {
    return [id, form] as const;
  });
  view.state = { ...view.state, draft: { ...draft, forms: Object.fromEntries(forms) } };
}
