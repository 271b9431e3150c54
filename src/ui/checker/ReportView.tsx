import type { Report, ReportedFinding } from '../../core/diagnosis/pasted-report.ts';
import type { CorrectedRequest } from '../../core/doctor/check.ts';
import { formOfRequest } from '../../core/doctor/draft.ts';
import { Button } from '../kit/Button.tsx';
import { CopyAs } from '../kit/CopyAs.tsx';
import { CopyButton } from '../kit/CopyButton.tsx';
import { Facts, type FactView } from '../kit/Facts.tsx';
import { Notice } from '../kit/Notice.tsx';
import { useText } from '../kit/text.ts';

export type FormUse = (form: NonNullable<ReturnType<typeof formOfRequest>>) => void;

interface ReportViewProps {
  report: Report;
  onUse: FormUse | undefined;
}

/** The report on one part of a paste: what it is, what is wrong with it, and the corrected request of a launch. */
export function ReportView({ report, onUse }: ReportViewProps) {
  const findings = [...report.findings, ...(report.refusal ?? [])];
  return (
    <div className="report">
      <Notice tone={toneOf(findings)} live title={report.summary}>
        <Findings findings={findings} />
      </Notice>
      {report.corrected && <Corrected report={report} corrected={report.corrected} onUse={onUse} />}
    </div>
  );
}

const goodCodes = /^(?:ok|execution-completed|launch-accepted|token-issued|token-request-fine)$/;
const plainCodes =
  /^(?:other-request|reads-execution|execution-running|not-a-launch|is-trigger|is-flow-definition|flow-alone)$/;

function toneOf([first, ...more]: readonly ReportedFinding[]): 'good' | 'info' | 'warn' {
  const isFine = more.every(({ certainty }) => certainty === 'possible');
  if (first === undefined || (goodCodes.test(first.code) && isFine)) return 'good';
  return plainCodes.test(first.code) ? 'info' : 'warn';
}

function Findings({ findings }: { findings: readonly ReportedFinding[] }) {
  const text = useText();
  return (
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
  );
}

type CorrectedProps = ReportViewProps & { corrected: CorrectedRequest };

/** The corrected request, which the person can copy or put into the form, and where each value went. */
function Corrected({ report, corrected, onUse }: CorrectedProps) {
  const text = useText();
  const { method, url, headers, body } = corrected;
  const form = formOfRequest(corrected);
  const request = { method, url, headers, ...(body && { body: JSON.stringify(body) }) };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  const facts: FactView[] = [
    { label: text('detail_request'), value: `${method} ${url}`, code: true },
    { label: text('detail_request_headers'), value: lines.join('\n'), code: true },
  ];
  if (body !== null) {
    const value = JSON.stringify(body, null, 2);
    facts.push({ label: text('detail_request_body'), value, code: true });
  }
  const moved = report.moved?.map(({ from, to }) => `${from} → ${to}`) ?? [];
  const left = report.leftOut?.map(({ path, value }) => `${path}: ${JSON.stringify(value)}`) ?? [];
  if (moved.length > 0)
    facts.push({ label: text('doctor_moved'), value: moved.join('\n'), code: true });
  if (left.length > 0)
    facts.push({ label: text('doctor_left_out'), value: left.join('\n'), code: true });
  return (
    <section aria-label={text('doctor_corrected')}>
      <h3>{text('doctor_corrected')}</h3>
      <Facts facts={facts} />
      <div className="row">
        {form && onUse && (
          <Button variant="primary" onClick={() => onUse(form)}>
            {text('doctor_use')}
          </Button>
        )}
        <CopyButton
          words
          label={text('doctor_copy_json')}
          value={() => JSON.stringify(corrected, null, 2)}
        />
      </div>
      <CopyAs request={request} />
    </section>
  );
}
