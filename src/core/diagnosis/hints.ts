import { type Certainty, type Finding, type FindingCode, fact, finding } from '../base/finding.ts';
import { holdsPermission, holdsScope, needsOf } from '../session/permission.ts';
import type { Case } from './case.ts';
import { secondsToWait } from './published.ts';

/** Words that an answer without a published code may use, and the cause that they speak of. */
const hints: readonly (readonly [pattern: RegExp, code: FindingCode])[] = [
  [/rate limit|too many requests/i, 'rate-limited'],
  [/user context|client credentials\b.{0,40}\b(?:cannot|can't|not)\b/i, 'not-a-user'],
  [
    /unrecognized (?:field|property)|unknown (?:field|property)|not marked as ignorable/i,
    'invalid-field',
  ],
  [/cannot deserialize|cannot construct instance|mismatched input/i, 'constraint-violated'],
  [
    /unexpected (?:character|end-of-input|end of)|unparse?able|not valid json|invalid json/i,
    'malformed-json',
  ],
  [
    /["'`][^"'`]+["'`].*\b(?:uuid|guid)\b|\b(?:uuid|guid)\b.*["'`][^"'`]+["'`]/i,
    'malformed-flow-id',
  ],
  [/\b(?:uuid|guid)\b/i, 'constraint-violated'],
  [/not (?:been )?published|unpublished|publish the flow/i, 'flow-not-published'],
  [/flow\b.*\b(?:has been|was|is) deleted/i, 'flow-deleted'],
  [
    /flow\b.*\b(?:not found|does not exist|unknown|could not be found)|no such flow/i,
    'flow-not-found',
  ],
  [/flow\b.*\b(?:inactive|disabled|not active)/i, 'flow-inactive'],
  [/\bscopes?\b/i, 'missing-scope'],
  [/permission|not authori[sz]ed|forbidden|access denied/i, 'missing-permission'],
  [/(?<!`)\btoken\b|expired|credential|unauthori[sz]ed/i, 'token-expired'],
  [/content.?type|media type/i, 'wrong-content-type'],
  [/too large|payload size|body size/i, 'body-too-large'],
];

/**
 * What the words of an answer hint at: a cause by its usual words, or a field or an input of the
 * request that they mention. Words are no proof; against the evidence they only make a cause possible.
 */
export function hintedFindings(words: string, it: Case): Finding[] {
  const evidence = [fact('server-said', { message: words, status: it.answer.status })];
  const defects = it.checked.findings.filter(({ code, params }) => {
    const names = [params.names, params.inputs, params.key].flat().map(String);
    return code !== 'ok' && names.some((name) => mentions(words, name));
  });
  const input = Object.keys(it.inputs).find((name) => mentions(words, name));
  const hinted = hints.filter(([pattern]) => pattern.test(words)).map(([, code]) => code);
  return [
    ...defects.map((defect) => ({ ...defect, certainty: 'likely' as const, evidence })),
    ...(input === undefined || defects.length > 0 ? [] : [aboutInput(input, evidence)]),
    ...hinted.slice(0, 1).map((code) => {
      return finding(code, certaintyOf(code, it), paramsOf(code, it, words), { evidence });
    }),
  ];
}

function aboutInput(input: string, evidence: Finding['evidence']): Finding {
  return finding(
    'input-value-not-allowed',
    'likely',
    { input },
    {
      evidence,
      action: { kind: 'edit-input', input },
    },
  );
}

/** For each cause, whether the evidence speaks against it. */
const isContradicted: Readonly<Partial<Record<FindingCode, (it: Case) => boolean>>> = {
  'missing-permission': ({ evidence: { permissions = [] }, operation }) =>
    needsOf[operation].permissions.every((needed) => holdsPermission(permissions, needed)),
  'missing-scope': ({ evidence: { scopes = [] }, operation }) =>
    holdsScope(scopes, needsOf[operation].scopes),
  'flow-not-published': ({ evidence: { flow } }) => flow?.isPublished === true,
  'flow-not-found': ({ evidence: { flow } }) => flow?.found === 'yes',
  'flow-deleted': ({ evidence: { flow } }) => flow?.found === 'yes',
  'flow-inactive': ({ evidence: { flow } }) => flow?.isActive === true,
  'token-expired': ({ evidence: { token } }) => token === 'accepted',
};

function certaintyOf(code: FindingCode, it: Case): Certainty {
  return isContradicted[code]?.(it) ? 'possible' : 'likely';
}

function paramsOf(code: FindingCode, it: Case, words: string): Finding['params'] {
  const { permissions, scopes } = needsOf[it.operation];
  switch (code) {
    case 'missing-permission':
      return { permission: [...permissions] };
    case 'missing-scope':
      return { scope: scopes[0] };
    case 'rate-limited':
      return { seconds: secondsToWait(it) };
    case 'wrong-content-type':
      return { type: it.request.headers['Content-Type'] ?? '' };
    case 'constraint-violated':
      return { message: words };
    case 'invalid-field':
      return inQuotes(words, 'field');
    case 'malformed-flow-id':
      return inQuotes(words, 'id');
    default:
      return {};
  }
}

/** What an answer puts into quotes first: the field, the value that it speaks of. */
function inQuotes(words: string, name: string): Finding['params'] {
  const [, quoted] =
    /["'`“‘]([^"'`“”‘’\\]{1,100})["'`”’\\]/.exec(words.replaceAll('\\"', '"')) ?? [];
  return quoted === undefined ? {} : { [name]: quoted };
}

/** Whether a name stands in the words as a word of its own. */
function mentions(words: string, name: string): boolean {
  const bare = name.replace(/^.*\./, '');
  if (bare.length < 3) return false;
  const escaped = bare.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`(?<![\\w-])${escaped}(?![\\w-])`, 'i').test(words);
}
