import type { Failure } from './failure.ts';
import { inKey, type Text } from './text.ts';

/** A failure in people's words: what happened and why, and what to do. */
export interface Explanation {
  cause: string;
  remedy: string;
}

/** The words for a failure, found under its code. */
export function explain({ code, params }: Failure, text: Text): Explanation {
  const key = `failure_${inKey(code)}` as const;
  return { cause: text(`${key}_cause`, params), remedy: text(`${key}_remedy`, params) };
}
