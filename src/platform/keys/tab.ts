import { z } from '../../core/base/zod.ts';
import { draftSchema, emptyDraft } from '../../core/form/draft.ts';
import { intentionSchema } from '../../core/launch/intention.ts';
import { personal, perTab } from '../store/stored.ts';

/** What was begun in a tab. */
export const draftOf = perTab('session', 'draft', draftSchema, emptyDraft, personal);

/** What a click in the menu, a command or the address bar asks the tab's popup for. */
export const intentionOf = perTab('session', 'intention', intentionSchema, undefined, personal);

/** The launch that a tab's view shows in place of the form. */
export const shownLaunchOf = perTab('session', 'shown-launch', z.string(), undefined, personal);

/** The launch that a person opened by its notification: the next view shows it, whatever page is in front. */
export const openedLaunchOf = perTab('session', 'opened-launch', z.string(), undefined, personal);

/** When a view last read a tab's page, in milliseconds since 1970: other views may read it, too. */
export const pageReadAt = perTab('session', 'page-read', z.number(), undefined, personal);

/** The page of a tab that was last counted for its rule's health, so that it counts once. */
export const countedPageOf = perTab('session', 'counted-page', z.string(), undefined, personal);
