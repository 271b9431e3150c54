import { explain } from '../base/explain.ts';
import type { Failure } from '../base/failure.ts';
import type { Explanation } from '../base/finding-text.ts';
import type { PartProblem } from '../base/lenient.ts';
import type { MessageKey, Text } from '../base/text.ts';
import type { Contradiction } from './contradiction.ts';
import type { Remark } from './file.ts';
import type { OutlookLine } from './outlook.ts';

/** Says in words why Kickoff cannot read a file. */
export function explainFile({ code, params }: Failure, text: Text): Explanation {
  return explain({ code, params: { ...params, why: reasonText(code, params, text) } }, text);
}

function reasonText(code: string, params: Failure['params'], text: Text): string {
  switch (code) {
    case 'import-not-json':
    case 'policy-not-json':
      return jsonFaultText(params, text);
    case 'policy-not-registry':
      return text(`registry_fault_${params.reason}` as MessageKey, params);
    case 'file-not-text':
      return text(`text_fault_${params.reason}` as MessageKey, params);
    default:
      return '';
  }
}

function jsonFaultText(params: Failure['params'], text: Text): string {
  return text(`json_fault_${params.reason}` as MessageKey, params);
}

/** Says in words what is wrong with a part of a document, beginning with its path. */
export function problemText(
  { path, reason, detail = '', leftOut }: PartProblem,
  text: Text,
): string {
  const what = text(`part_${reason.replace('-', '_')}` as 'part_missing', { detail });
  const more = leftOut && leftOut !== path ? [text('part_left_out', { part: leftOut })] : [];
  return [path, what, ...more].join(' ');
}

/** A contradiction in words, beginning with its path. */
export function contradictionText({ code, path, params }: Contradiction, text: Text): string {
  return `${path} ${text(`contradiction_${code}`, params)}`;
}

/** A remark on the file in words. */
export function remarkText({ code, params }: Remark, text: Text): string {
  const why = params.reason ? jsonFaultText(params, text) : '';
  return text(`policy_remark_${code}`, { ...params, why });
}

/** What agents will see, in words. */
export function outlookText({ code, params }: OutlookLine, text: Text): string {
  return text(`outlook_${code}`, params);
}
