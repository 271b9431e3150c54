import type { Answer } from './exchange.ts';

/**
 * How little a refusal says. `true` chooses by what is wrong: an unreadable or foreign body gets
 * the bare message, a wrong input gets the list of errors, everything else gets nothing at all.
 */
export type Terse = boolean | 'empty' | 'message' | 'errors';

const bodyCodes = ['bad.request', 'invalid.property', 'invalid.value'];
const inputCodes = ['variable.value.not.allowed', 'input.var.not.marked.in.flow.def'];

/**
 * A refused launch (400 or 404) as people report it in forums: a 400 that says next to nothing.
 * The published API has a code for each of them; whether proxies or older servers answer this way
 * is unknown, but the reports are what users arrive with.
 */
export function terseRefusal(answer: Answer, terse: Terse): Answer {
  if (terse === false || (answer.status !== 400 && answer.status !== 404)) return answer;
  const style = terse === true ? styleFor(answer.code ?? '') : terse;
  return {
    status: 400,
    ...(style === 'empty' ? {} : { json: bodies[style] }),
    ...(answer.headers ? { headers: answer.headers } : {}),
  };
}

const bodies = {
  message: { message: 'Invalid request body' },
  errors: { errors: [{ code: 'bad_request', message: 'Invalid input' }] },
};

function styleFor(code: string): Exclude<Terse, boolean> {
  if (bodyCodes.includes(code)) return 'message';
  return inputCodes.includes(code) ? 'errors' : 'empty';
}
