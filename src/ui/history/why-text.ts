import { explain } from '../../core/base/explain.ts';
import { findingText } from '../../core/base/finding-text.ts';
import type { Text } from '../../core/base/text.ts';
import { diagnoseLaunch } from '../../core/diagnosis/launch.ts';
import type { Launch } from '../../core/launch/launch.ts';

/** Why a launch went wrong, judged by its record alone: the history has no evidence. */
export function whyText(launch: Launch, text: Text): string | undefined {
  const { failure, state } = launch;
  const diagnosis = state === 'unknown' ? undefined : diagnoseLaunch(launch, {});
  if (diagnosis === undefined) return failure && explain(failure, text).cause;
  const [first, ...others] = diagnosis.findings;
  return [first, ...others.filter(({ certainty }) => certainty === 'certain')]
    .flatMap((each) => (each ? [findingText(each, text).cause] : []))
    .join(' ');
}
