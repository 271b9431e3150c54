import { inKey, type Text } from '../../core/base/text.ts';
import type { Conversation } from '../../core/conversation/conversation.ts';
import type { Party } from '../../core/conversation/which-customer.ts';
import { readPhone } from '../../core/number/read.ts';
import { formatTime } from '../kit/format.ts';

/** The customer of a conversation in words: name and number, or what else the conversation has. */
export function whoText({ customer }: Party, country: string, text: Text): string {
  const { name, numbers, email, withheld, address } = customer;
  const [number] = numbers;
  const shown = number && (readPhone(number, [country])?.shown ?? number);
  const words = [name, shown ?? email, withheld && text('customer_withheld')].filter(Boolean);
  return words.length > 0 ? words.join(', ') : address || text('customer_unknown');
}

/** A conversation in words: medium, direction, since when, queue, state. */
export function aboutText(conversation: Conversation, text: Text): string {
  const { media, direction, queueName, state, monitored, endedAt } = conversation;
  const began = conversation.connectedAt ?? timeOf(conversation.startedAt);
  const isOver = state === 'ended';
  const words = [
    media && text(`customer_media_${media}`),
    direction && text(`customer_${direction}`),
    !isOver && began !== undefined && text('customer_since', { time: formatTime(began) }),
    queueName,
    state !== 'connected' &&
      text(`customer_state_${inKey(state)}`, { time: endedAt ? formatTime(endedAt) : '?' }),
    monitored && text('customer_monitored'),
  ];
  return words.filter(Boolean).join(' · ');
}

function timeOf(iso: string | undefined): number | undefined {
  const at = Date.parse(iso ?? '');
  return Number.isNaN(at) ? undefined : at;
}
