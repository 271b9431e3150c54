import type { Failure } from './failure.ts';
import type { MessageKey, Text } from './text.ts';

/** A failure in people's words: what happened and why, and what to do. */
export interface Explanation {
  cause: string;
  remedy: string;
}

/**
 * The words for a failure, found under its code. A code without words of its own (one that an older
 * or newer version stored) is named as it is, rather than hidden.
 */
export function explain({ code, params }: Failure, text: Text): Explanation {
  const key = `failure_${code.replace(/[-.]/g, '_')}`;
  const cause = text(`${key}_cause` as MessageKey, params);
  return cause === ''
    ? { cause: text('failure_other_cause', { code }), remedy: text('failure_other_remedy') }
    : { cause, remedy: text(`${key}_remedy` as MessageKey, params) };
}
