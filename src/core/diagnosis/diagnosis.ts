import { atMostLikely, bySureness, type Evidence, type Finding, finding } from '../base/finding.ts';
import { examineAccess } from './access.ts';
import { type Case, caseOf, type Refusal } from './case.ts';
import { type Examination, found, nothingFound, together } from './examination.ts';
import { examineFlow } from './flow.ts';
import { examineForm } from './form.ts';
import { hintedFindings } from './hints.ts';
import { examineInputs } from './inputs.ts';
import { publishedFinding } from './published.ts';
import { signInFinding } from './sign-in.ts';
import { statusFindings } from './status.ts';

/** Why a request was refused, as far as it can be known. */
export interface Diagnosis {
  /** Never empty; the surest first. */
  readonly findings: readonly Finding[];
  /** What speaks against other causes: `evidence_<code>` says it. */
  readonly ruledOut: readonly Evidence[];
  /** What could not be examined, and the permission or scope that it would have taken. */
  readonly wouldHelp: readonly Evidence[];
}

const mostFindings = 8;

/**
 * Explains a refusal by the request as it was sent, the answer, and the evidence at hand. Looks at the
 * published code first, then at the words and the status, then at every cause that the evidence can
 * prove or rule out. Only what cannot be otherwise is `certain`.
 */
export function diagnose(refusal: Refusal): Diagnosis {
  const { answer } = refusal;
  if ('noAnswer' in answer) {
    const sure = answer.noAnswer === 'connection-failed' ? 'likely' : 'certain';
    return { findings: [finding(answer.noAnswer, sure)], ruledOut: [], wouldHelp: [] };
  }
  const it = caseOf(refusal, answer);
  const published = publishedFindings(it);
  // What the login server says is no answer to a launch, so nothing of one explains it.
  const isSignIn = it.shape.kind === 'sign-in-error' && published[0]?.code !== 'sign-in-refused';
  if (isSignIn) return { findings: published, ruledOut: [], wouldHelp: [] };
  const isSure = published.some(({ certainty }) => certainty === 'certain');
  const examined = isSure ? examineRequest(published, it) : examineAll(it);
  const findings = distinct(bySureness([...published, ...examined.findings]));
  return {
    findings:
      findings.length > 0
        ? findings.slice(0, mostFindings)
        : [finding('refused-without-reason', 'possible', { status: it.answer.status })],
    ruledOut: distinct(examined.ruledOut),
    wouldHelp: distinct(examined.wouldHelp),
  };
}

function publishedFindings(it: Case): Finding[] {
  if (it.shape.kind === 'sign-in-error') {
    const { error, description } = it.shape;
    const retryAfter = Number(it.answer.headers['retry-after']) || undefined;
    return [signInFinding({ error, description, status: it.answer.status, retryAfter })];
  }
  if (it.shape.kind !== 'errors') return [];
  return it.shape.errors.flatMap((error) => publishedFinding(error, it) ?? []);
}

/** The cause is known; what remains is which part of the request it lies in. */
function examineRequest(published: readonly Finding[], it: Case): Examination {
  const isAboutRequest = published.some(({ code }) => /^(?:input|invalid|constraint)/.test(code));
  if (!isAboutRequest) return nothingFound;
  return together(
    [examineForm(it), examineInputs(it)].map(({ findings }) =>
      found(...findings.map(atMostLikely)),
    ),
  );
}

/** Every cause that the status leaves open, the more telling signs first. */
function examineAll(it: Case): Examination {
  const { status } = it.answer;
  const plain = found(...statusFindings(it));
  if (status < 400 || status === 407 || status === 429 || status === 511) return plain;
  const words = found(...wordsOf(it).flatMap((said) => hintedFindings(said, it)));
  if (status === 401) return together([words, examineAccess(it), plain]);
  const seen = together([examineFlow(it), examineAccess(it), examineForm(it), examineInputs(it)]);
  const own = it.isForeign ? { ...seen, findings: seen.findings.map(ofStranger) } : seen;
  return together([plain, words, own]);
}

/** What the answer says in words, where no published code says it better. */
function wordsOf({ shape }: Case): string[] {
  if (shape.kind === 'text') return [shape.text];
  if (shape.kind !== 'errors') return [];
  return shape.errors.flatMap(
    ({ message, messageWithParams }) => message ?? messageWithParams ?? [],
  );
}

/** What only the status speaks for, where something else than Genesys Cloud may have sent it. */
function ofStranger(it: Finding): Finding {
  return it.certainty === 'likely' && it.evidence === undefined
    ? { ...it, certainty: 'possible' }
    : atMostLikely(it);
}

/** Each cause once, by its surest finding. */
function distinct<Item extends Evidence | Finding>(items: readonly Item[]): Item[] {
  const known = new Set<string>();
  return items.filter(({ code, params }) => {
    const subject = [params.input, params.key, params.names, params.inputs].flat().join();
    const key = `${code} ${subject}`;
    if (known.has(key)) return false;
    known.add(key);
    return true;
  });
}
