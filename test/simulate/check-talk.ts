import type { Trial } from './act.ts';
import type { Breaks } from './check.ts';
import { numbers } from './page.ts';
import type { Posted } from './posted.ts';
import { input } from './rules.ts';
import type { Talks } from './talks.ts';

/** What is sent of a conversation is of the one that went on when it was looked at. Gives back whether it is. */
export function checkInHand(
  { inputData, conversationId, lookedAt }: Posted,
  talks: Talks,
  breaks: Breaks,
  count: (name: string) => void,
): boolean {
  const talk = talks.named(conversationId);
  if (talk === undefined) return false;
  count('in-hand');
  if (talk.endedAt !== undefined && talk.endedAt < lookedAt) {
    breaks('in-hand', `The conversation with ${talk.number} had ended.`);
  }
  return inputData?.[input] === talk.number;
}

/** Where page and conversation are two customers', the person has said whom the form is about. */
export function checkAsked(
  { tab, inputData, lookedAt, isTouched, knownSince }: Posted,
  talks: Talks,
  { readsConversations, contextFirst }: Pick<Trial, 'readsConversations' | 'contextFirst'>,
  breaks: Breaks,
  count: (name: string) => void,
): void {
  const { page, chosen } = tab;
  const talk = talks.current();
  if (!readsConversations || contextFirst !== 'ask' || talk === undefined) return;
  if (page.isList()) return;
  // A view that could not read the page does not know whom it is about.
  const isSeen = knownSince !== undefined && talk.since < lookedAt;
  const isSame = talk.number === page.front() && talk.name === page.frontName();
  if (!isSeen || isSame) return;
  const isFilledIn = !isTouched && numbers.some((each) => each === inputData?.[input]);
  if (!isFilledIn) return;
  count('asked');
  if (!chosen.has(page.identity())) {
    breaks('asked', `On the page ${page.front()}, in hand ${talk.number}.`);
  }
}
