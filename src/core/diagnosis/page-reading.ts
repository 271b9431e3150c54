import { maskedValue } from '../launch/mask-values.ts';
import type { Candidate } from '../page/candidate.ts';
import type { PageContext } from '../page/context.ts';

interface ReadingReport {
  complete: boolean;
  unread: readonly string[];
  fields: Record<string, object>;
}

/** Whom they name or how to reach them; what else a page says may be told as it stands. */
const told = new Set(['contactType']);

/**
 * How the page in front was read, as `npm run read-page` prints it: why each field has its value, and how
 * sure that is. Without customer data every digit is a `#`, so that how a number was written still shows.
 */
export function readingReport(
  { complete, unread, fields }: Pick<PageContext, 'complete' | 'unread' | 'fields'>,
  withCustomerData: boolean,
): ReadingReport {
  const named = Object.entries(fields)
    .filter(([name]) => name !== 'pageUrl' && name !== 'pageTitle' && name !== 'selection')
    .map(([name, { best, others, filled }]) => {
      const say = (one: Candidate) =>
        withCustomerData || told.has(name) ? openly(one) : masked(name, openly(one));
      return [name, { ...say(best), filled, others: others.map(say) }] as const;
    });
  return { complete, unread, fields: Object.fromEntries(named) };
}

interface Said {
  value: string;
  certainty: string;
  probability: number;
  source: { kind: string; label?: string | undefined; text?: string | undefined };
}

function openly({ value, certainty, probability, source }: Candidate): Said {
  return { value, certainty, probability: Math.round(probability * 1000) / 1000, source };
}

function masked(name: string, said: Said): Said {
  const { kind, label, text } = said.source;
  const isNumber = name === 'customerNumber' || name === 'customerExtension';
  return {
    ...said,
    value: isNumber ? withoutDigits(said.value) : maskedValue,
    source: {
      kind,
      // A label may be the link's own text, and hold a name.
      ...(label !== undefined && { label: kind === 'link' ? maskedValue : withoutDigits(label) }),
      ...(text !== undefined && { text: isNumber ? withoutDigits(text) : maskedValue }),
    },
  };
}

function withoutDigits(text: string): string {
  return text.replace(/\p{Nd}/gu, '#');
}
