import type { ShownSession } from '../../src/core/view/launcher.ts';
import type { Arranged } from '../harness/view-world.ts';
import type { Tab } from './tab.ts';

/** What made a launch: a press or an intention, with what was on screen as it was confirmed. */
export interface Cause {
  /** The tab whose form, or page, the person saw. */
  tab: Tab;
  confirmed: Set<string>;
  /** Which customers were shown then, by name. */
  beside: Set<string>;
  /** Whom of a list the person had chosen then. */
  picked: number | undefined;
  used: boolean;
  /** When it was confirmed last, in milliseconds since 1970. */
  at: number;
  /** No press made it: the settings launch the flow at once. */
  isAtOnce: boolean;
  /** The page did not answer: the person was told how old its values are, and launched in spite of it. */
  toldAge?: boolean;
  /** Which connection was shown. */
  isElsewhere: boolean | undefined;
  /** The question before the launch was answered. */
  answered?: boolean;
}

/** A launch that leaves, with what was known and shown as it was handed over. */
export interface Posted {
  /** The tab that it is of. */
  tab: Tab;
  /** That tab was gone when the launch was begun. */
  isOfGone: boolean;
  inputData: Record<string, unknown> | undefined;
  cause: Cause | undefined;
  shown: ShownSession | undefined;
  session: ShownSession;
  /** When the view first read the document in front; undefined where it did not. */
  knownSince: number | undefined;
  /** The conversation that it is about. */
  conversationId: string | undefined;
  /** When the conversations were looked at for it. */
  lookedAt: number;
  isTouched: boolean;
  id: string;
  goesElsewhere: boolean | undefined;
  asks: boolean;
  /** The settings, as the view had them, launch the flow at once. */
  mayAtOnce: boolean;
  /** What the organization forbids. */
  forbids: Arranged['forbids'];
  now: number;
  /** It had to wait, and the person went on to another page, or their page does not answer any more. */
  isLeftBehind: boolean;
}
