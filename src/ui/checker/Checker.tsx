import './checker.css';
import { useDeferredValue, useEffect, useState } from 'react';
import { explain } from '../../core/base/explain.ts';
import { failed, type Outcome } from '../../core/base/failure.ts';
import type { Text } from '../../core/base/text.ts';
import type { Report } from '../../core/diagnosis/pasted-report.ts';
import { maskPaste } from '../../core/paste/mask.ts';
import { longestPaste } from '../../core/request/longest.ts';
import { FailureAlert } from '../kit/FailureAlert.tsx';
import { Field } from '../kit/Field.tsx';
import { Notice } from '../kit/Notice.tsx';
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
  const isRead = shown !== undefined && shown !== 'reading';
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
      {shown === 'reading' && (
        <Notice busy live>
          {text('doctor_reading')}
        </Notice>
      )}
      {isRead && !shown.ok && <FailureAlert {...explain(shown.failure, text)} />}
      {isRead &&
        shown.ok &&
        shown.value.map((report, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: requests have no name but their place
          <ReportView key={place} report={report} onUse={onUse} />
        ))}
    </>
  );
}

/** How long a text may take to be read before the reports on the one before go, in milliseconds. */
const patience = 300;

/** The reports on a pasted text. Loads the code that reads it, and the grammar of its language, when needed. */
function useReports(pasted: string): Outcome<Report[]> | 'reading' | undefined {
  const text = useText();
  const [outcome, setOutcome] = useState<Outcome<Report[]> | 'reading'>();
  useEffect(() => {
    if (pasted.trim() === '') return setOutcome(undefined);
    let isCurrent = true;
    const slow = setTimeout(() => setOutcome('reading'), patience);
    void read(pasted, text).then((reports) => {
      clearTimeout(slow);
      if (isCurrent) setOutcome(reports);
    });
    return () => {
      isCurrent = false;
      clearTimeout(slow);
    };
  }, [pasted, text]);
  return outcome;
}

/** Fails with `request.not-read` where the code that reads cannot be loaded, as after an update of the extension. */
async function read(pasted: string, text: Text): Promise<Outcome<Report[]>> {
  try {
    const { reportOnPaste } = await import('../../core/diagnosis/pasted-request.ts');
    return await reportOnPaste(pasted, text);
  } catch (error) {
    console.warn(error);
    return failed('request.not-read');
  }
}
