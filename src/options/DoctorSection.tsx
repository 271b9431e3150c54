import './doctor.css';
import '../ui/kit/feedback.css';
import { useDeferredValue, useMemo, useState } from 'react';
import { explain } from '../core/base/explain.ts';
import { type Failure, failed } from '../core/base/failure.ts';
import { maskSecrets } from '../core/base/redact.ts';
import { type Report, reportOnPaste } from '../core/diagnosis/pasted-request.ts';
import type { CorrectedRequest } from '../core/doctor/check.ts';
import { formOfRequest } from '../core/doctor/draft.ts';
import { toCurl } from '../core/launch/curl.ts';
import { longestPaste } from '../core/request/parse.ts';
import { Button } from '../ui/kit/Button.tsx';
import { CopyButton } from '../ui/kit/CopyButton.tsx';
import { Facts } from '../ui/kit/Facts.tsx';
import { FailureAlert } from '../ui/kit/FailureAlert.tsx';
import { Field } from '../ui/kit/Field.tsx';
import { Notice } from '../ui/kit/Notice.tsx';
import { useText } from '../ui/kit/text.ts';
import { continueInForm } from './continue-in-form.ts';
import { Section } from './fields/Section.tsx';

/** Checks a request that somebody pasted, and puts it right. Nothing is sent. */
export function DoctorSection() {
  const text = useText();
  const [pasted, setPasted] = useState('');
  const [refused, setRefused] = useState<Failure>();
  const checked = useDeferredValue(pasted);
  const reports = useMemo(
    () => (checked.trim() === '' ? undefined : reportOnPaste(checked, text)),
    [checked, text],
  );
  const change = (typed: string) => {
    const { length } = typed;
    if (length > longestPaste) {
      return setRefused(failed('request.too-long', { length, most: longestPaste }).failure);
    }
    setRefused(undefined);
    // Before it is ever drawn: a token is not to be seen on screen either.
    setPasted(maskSecrets(typed));
  };
  const failure = refused ?? (reports?.ok === false ? reports.failure : undefined);
  return (
    <Section id="doctor">
      <Field label={text('doctor_request')} hint={text('doctor_request_hint')}>
        {(ties) => (
          <textarea
            {...ties}
            className="control doctor-request"
            rows={8}
            spellCheck={false}
            autoComplete="off"
            value={pasted}
            onChange={(event) => change(event.target.value)}
          />
        )}
      </Field>
      {failure && <FailureAlert {...explain(failure, text)} />}
      {!refused &&
        reports?.ok &&
        reports.value.map((report, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: requests have no name but their place
          <ReportView key={place} report={report} />
        ))}
    </Section>
  );
}

function ReportView({ report }: { report: Report }) {
  const text = useText();
  const findings = [...report.findings, ...(report.refusal ?? [])];
  const isFine = findings[0]?.code === 'ok';
  return (
    <div className="report">
      <Notice tone={isFine ? 'good' : 'warn'} live title={text('doctor_findings')}>
        <ul className="findings">
          {findings.map(({ code, cause, remedy, certainty }) => (
            <li key={`${code} ${cause}`}>
              <p className="finding-title">{cause}</p>
              <p>{remedy}</p>
              <p className="finding-evidence">
                {text(`certainty_${certainty}` as 'certainty_certain')}
              </p>
            </li>
          ))}
        </ul>
      </Notice>
      <Corrected corrected={report.corrected} />
    </div>
  );
}

/** The request as it should be, to be copied or gone on with. */
function Corrected({ corrected }: { corrected: CorrectedRequest }) {
  const text = useText();
  const { method, url, headers, body } = corrected;
  const form = formOfRequest(corrected);
  const curl = () => toCurl({ method, url, headers, ...(body && { body: JSON.stringify(body) }) });
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  return (
    <section aria-label={text('doctor_corrected')}>
      <h3>{text('doctor_corrected')}</h3>
      <Facts
        facts={[
          { label: text('detail_request'), value: `${method} ${url}`, code: true },
          { label: text('detail_request_headers'), value: lines.join('\n'), code: true },
          ...(body === null
            ? []
            : [
                {
                  label: text('detail_request_body'),
                  value: JSON.stringify(body, null, 2),
                  code: true,
                },
              ]),
        ]}
      />
      <div className="row">
        {form && (
          <Button variant="primary" onClick={() => void continueInForm(form)}>
            {text('doctor_use')}
          </Button>
        )}
        <CopyButton
          words
          label={text('doctor_copy_json')}
          value={() => JSON.stringify(corrected, null, 2)}
        />
        <CopyButton words label={text('result_copy_curl')} value={curl} />
      </div>
    </section>
  );
}
