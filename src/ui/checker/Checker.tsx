import './checker.css';
import { useDeferredValue, useEffect, useState } from 'react';
import { explain } from '../../core/base/explain.ts';
import { failed, type Outcome } from '../../core/base/failure.ts';
import type { Report } from '../../core/diagnosis/pasted-report.ts';
import { maskPaste } from '../../core/paste/mask.ts';
import { longestPaste } from '../../core/request/longest.ts';
import { FailureAlert } from '../kit/FailureAlert.tsx';
import { Field } from '../kit/Field.tsx';
import { useText } from '../kit/text.ts';
import { type FormUse, ReportView } from './ReportView.tsx';

interface CheckerProps {
  /** Takes a corrected request on into the form of its flow; absent where there is no form. */
  onUse?: FormUse;
}

/** Explains a pasted request, answer or execution, and corrects a launch request. Sends nothing. */
export function Checker({ onUse }: CheckerProps) {
  const text = useText();
  const [pasted, setPasted] = useState('');
  const [isTooLong, setTooLong] = useState<number>();
  const outcome = useReports(useDeferredValue(pasted));
  const change = (typed: string) => {
    const { length } = typed;
    setTooLong(length > longestPaste ? length : undefined);
    // Masked before it is drawn, so that no token shows on screen either.
    if (length <= longestPaste) setPasted(maskPaste(typed));
  };
  const shown =
    isTooLong === undefined
      ? outcome
      : failed('request.too-long', { length: isTooLong, most: longestPaste });
  return (
    <>
      <Field label={text('doctor_request')} hint={text('doctor_request_hint')}>
        {(ties) => (
          <textarea
            {...ties}
            className="control checker-paste"
            rows={8}
            spellCheck={false}
            autoComplete="off"
            value={pasted}
            onChange={(event) => change(event.target.value)}
          />
        )}
      </Field>
      {shown?.ok === false && <FailureAlert {...explain(shown.failure, text)} />}
      {shown?.ok &&
        shown.value.map((report, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: requests have no name but their place
          <ReportView key={place} report={report} onUse={onUse} />
        ))}
    </>
  );
}

/** The reports on a pasted text. Loads the code that reads it, and the grammar of its language, when needed. */
function useReports(pasted: string): Outcome<Report[]> | undefined {
  const text = useText();
  const [outcome, setOutcome] = useState<Outcome<Report[]>>();
  useEffect(() => {
    if (pasted.trim() === '') return setOutcome(undefined);
    let isCurrent = true;
    void (async () => {
      const { reportOnPaste } = await import('../../core/diagnosis/pasted-request.ts');
      const reports = await reportOnPaste(pasted, text);
      if (isCurrent) setOutcome(reports);
    })();
    return () => {
      isCurrent = false;
    };
  }, [pasted, text]);
  return outcome;
}
