import { reportOnPaste } from '../../src/core/diagnosis/pasted-request.ts';
import { cpuTimeOf } from './cpu-time.ts';
import { english } from './pasted-forms.ts';

/** The most processor time for a paste of any size, in milliseconds; a person waits half as long on an idle machine. */
export const mostForAPaste = 8_000;

/** The processor time that it takes to explain what is pasted, in milliseconds. */
export function pasteTime(pasted: string): Promise<number> {
  return cpuTimeOf(() => reportOnPaste(pasted, english));
}
