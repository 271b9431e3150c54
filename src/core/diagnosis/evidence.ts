import type { HttpAnswer, NoAnswer } from '../base/http.ts';
import { shapeOf } from './answer.ts';
import { meaningOf } from './error-catalogue.ts';

/**
 * A request that changes nothing and tells something about a refusal: the flow's record with its
 * input schema, the user with permissions and scopes, whether the token is still accepted.
 */
export type Probe = 'flow' | 'user' | 'token';

/** Which probes a refused launch calls for. None where the answer names its cause for certain, and all of it. */
export function evidenceNeeded(answer: HttpAnswer | { readonly noAnswer: NoAnswer }): Probe[] {
  if ('noAnswer' in answer) return [];
  const { status } = answer;
  const shape = shapeOf(answer);
  const codes = shape.kind === 'errors' ? shape.errors.map(({ code }) => code ?? '') : [];
  const meanings = codes.flatMap((code) => meaningOf(code) ?? []);
  if (meanings.some(({ certainty }) => certainty === 'certain')) {
    return meanings.some(({ code }) => /^(?:input-|invalid-|flow-not-found)/.test(code))
      ? ['flow']
      : [];
  }
  switch (status) {
    case 401:
      return ['token'];
    case 403:
      return ['user', 'flow'];
    case 400:
    case 404:
    case 405:
    case 422:
    case 500:
      return ['flow', 'user'];
    default:
      return [];
  }
}
