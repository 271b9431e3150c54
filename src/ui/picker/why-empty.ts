import { explain } from '../../core/base/explain.ts';
import type { Text } from '../../core/base/text.ts';
import type { FlowCache } from '../../core/flow/list.ts';

/** Why there is no flow to choose, or what to do about it. */
export function whyEmpty({ failure, complete }: FlowCache, text: Text): string {
  if (failure) return explain(failure, text).remedy;
  return text(complete ? 'picker_no_flows' : 'picker_reading');
}
