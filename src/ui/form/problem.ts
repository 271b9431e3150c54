import type { MessageKey, Text } from '../../core/base/text.ts';
import type { Problem } from '../../core/form/value.ts';

/** Says in words why Kickoff cannot send a value. */
export function problemText(text: Text, problem: Problem): string {
  const key: MessageKey = `problem_${problem.code}`;
  const words = text(key, problem.params);
  if (problem.item === undefined) return words;
  return text('problem_in_item', { number: problem.item, problem: words });
}
