import type { ReactNode } from 'react';
import type { Finding } from '../../core/base/finding.ts';
import type { Explanation } from '../../core/base/finding-text.ts';
import { evidenceText, findingText } from '../../core/base/finding-text.ts';
import type { Text } from '../../core/base/text.ts';
import type { Diagnosis } from '../../core/diagnosis/diagnosis.ts';
import { Disclosure } from '../kit/Disclosure.tsx';
import { FailureAlert, type FindingView } from '../kit/FailureAlert.tsx';
import { Spinner } from '../kit/Spinner.tsx';
import { useText } from '../kit/text.ts';
import { Remedy, type RemedyProps } from './Remedy.tsx';

interface DiagnosisAlertProps extends Omit<RemedyProps, 'action'> {
  /** What the record itself says about the failure. */
  plain: Explanation;
  /** Whether the first finding takes the place of what the record says. */
  replaces: boolean;
  /** Undefined while the worker gathers evidence. */
  diagnosis: Diagnosis | undefined;
  isLooking: boolean;
  /** Makes further buttons, which copy something for other people. */
  copies: (findings: readonly Finding[]) => ReactNode;
}

/** Why a launch was refused: the surest cause first, each with its evidence, and buttons to put it right. */
export function DiagnosisAlert(props: DiagnosisAlertProps) {
  const { plain, replaces, diagnosis, isLooking, copies, ...remedy } = props;
  const text = useText();
  const findings = worthShowing(diagnosis?.findings ?? []);
  const first = replaces ? findings[0] : undefined;
  const others = first === undefined ? findings : findings.slice(1);
  return (
    <div className="diagnosis">
      <FailureAlert
        {...(first === undefined ? plain : findingText(first, text))}
        note={first === undefined ? isLooking && <Looking /> : groundsOf(first, text)}
        findings={others.map((each) => viewOf(each, text))}
        isPassing={isLooking && replaces}
        actions={
          <>
            {actionsOf(findings).map((action) => (
              <Remedy key={JSON.stringify(action)} action={action} {...remedy} />
            ))}
            {copies(findings)}
          </>
        }
      />
      {diagnosis && <WhatWasChecked {...diagnosis} />}
    </div>
  );
}

function Looking() {
  const text = useText();
  return (
    <span className="soft">
      <Spinner /> {text('diagnosis_looking')}
    </span>
  );
}

/** The causes that the evidence rules out, and the evidence that would help. */
function WhatWasChecked({ ruledOut, wouldHelp }: Diagnosis) {
  const text = useText();
  const parts = [
    { title: text('diagnosis_ruled_out'), facts: ruledOut },
    { title: text('diagnosis_would_help'), facts: wouldHelp },
  ].filter(({ facts }) => facts.length > 0);
  if (parts.length === 0) return null;
  return (
    <Disclosure label={text('diagnosis_checked')}>
      <div className="diagnosis-checked">
        {parts.map(({ title, facts }) => (
          <div key={title}>
            <h3>{title}</h3>
            <ul className="dashes">
              {facts.map((fact) => (
                <li key={JSON.stringify(fact)}>{evidenceText(fact, text)}</li>
              ))}
            </ul>
          </div>
        ))}
      </div>
    </Disclosure>
  );
}

/** Beside a certain cause, leaves out the merely possible ones, which would only confuse. */
function worthShowing(findings: readonly Finding[]): readonly Finding[] {
  const isSettled = findings[0]?.certainty === 'certain';
  return isSettled ? findings.filter(({ certainty }) => certainty !== 'possible') : findings;
}

function viewOf(finding: Finding, text: Text): FindingView {
  return { ...findingText(finding, text), evidence: groundsOf(finding, text) };
}

/** How sure a finding is, and its evidence, in words. What is merely possible, for no reason, needs none. */
function groundsOf({ certainty, evidence = [] }: Finding, text: Text): string {
  if (certainty === 'possible' && evidence.length === 0) return '';
  const facts = evidence.map((fact) => evidenceText(fact, text));
  return [text(`certainty_${certainty}`), ...facts].join(' · ');
}

const mostActions = 3;

function actionsOf(findings: readonly Finding[]): NonNullable<Finding['action']>[] {
  const actions = new Map(
    findings.flatMap(({ action }) => (action ? [[JSON.stringify(action), action]] : [])),
  );
  return [...actions.values()].slice(0, mostActions);
}
