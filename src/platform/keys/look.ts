import { lookSchema } from '../../core/page/look.ts';
import { perLaunch, personal } from '../store/stored.ts';

/** What the page of a launch that waits said: the next worker has to look at it, too. */
export const lookOf = perLaunch('session', 'look', lookSchema, undefined, personal);
