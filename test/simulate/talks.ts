import type { Conversation } from '../../src/core/conversation/conversation.ts';
import { conversationWith, idOf } from '../harness/conversations.ts';
import { names, numbers } from './page.ts';

/** A conversation of the person's, as it really is. Times in milliseconds. */
interface Talk {
  number: string;
  name: string;
  conversation: Conversation;
  since: number;
  endedAt: number | undefined;
}

/** The person's conversations: one at a time. */
export interface Talks {
  begin(customer: number, now: number): void;
  hangUp(now: number): void;
  /** What the server lists now. */
  listed(): Conversation[];
  named(id: string | undefined): Talk | undefined;
  current(): Talk | undefined;
}

export function simulatedTalks(): Talks {
  const talks: Talk[] = [];
  const current = (): Talk | undefined => talks.find(({ endedAt }) => endedAt === undefined);
  const hangUp = (now: number): void => {
    const talk = current();
    if (talk) talk.endedAt = now;
  };
  return {
    begin: (customer, now) => {
      hangUp(now);
      const number = numbers[customer] ?? '';
      const name = names[customer] ?? '';
      const conversation = conversationWith({
        id: idOf(talks.length + 1),
        customers: [{ numbers: [number], name, nameKnown: true }],
      });
      talks.push({ number, name, conversation, since: now, endedAt: undefined });
    },
    hangUp,
    listed: () => {
      const talk = current();
      return talk ? [talk.conversation] : [];
    },
    named: (id) => talks.find(({ conversation }) => conversation.id === id),
    current,
  };
}
