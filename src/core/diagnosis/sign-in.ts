import { type Finding, type FindingAction, fact, finding } from '../base/finding.ts';
import { type LoginAnswer, signInMeaning } from '../session/sign-in-meaning.ts';

/** The finding for an error of the login server. Hardly ever `certain`: its codes cover several causes each. */
export function signInFinding(answer: LoginAnswer): Finding {
  const { error, description } = answer;
  const { code, params } = signInMeaning(answer);
  const evidence = [fact('login-said', { error, description })];
  const action = actionOf(code, params.seconds);
  const isSaid = code === 'login-throttled' || code === 'client-inactive';
  const certainty = isSaid ? 'certain' : code === 'sign-in-refused' ? 'possible' : 'likely';
  return finding(code, certainty, { ...params }, action ? { evidence, action } : { evidence });
}

function actionOf(code: Finding['code'], seconds: unknown): FindingAction | undefined {
  if (code === 'login-throttled') return { kind: 'wait', seconds: Number(seconds) };
  if (code === 'ip-not-allowed') return { kind: 'open-admin', page: 'ip' };
  if (/^(?:client|scope|redirect)/.test(code)) return { kind: 'open-admin', page: 'oauth' };
  return code === 'sign-in-refused' ? undefined : { kind: 'sign-in', scopes: [] };
}
