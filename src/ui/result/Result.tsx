import './result.css';
import { type ReactNode, useRef } from 'react';
import type { Text } from '../../core/base/text.ts';
import type { LaunchState } from '../../core/launch/launch.ts';
import { Disclosure } from '../kit/Disclosure.tsx';
import { Facts, type FactView } from '../kit/Facts.tsx';
import { Icon } from '../kit/Icon.tsx';
import { Name } from '../kit/Name.tsx';
import { useText } from '../kit/text.ts';
import { useBarRoom } from '../kit/use-bar-room.ts';
import { OutputTable } from './OutputTable.tsx';
import { StateBadge } from './StateBadge.tsx';

interface ResultProps {
  state: LaunchState;
  /** Whether Kickoff no longer follows the execution. */
  still?: boolean;
  flowName: string;
  /** The customer's name and number, as far as the record has them; may be empty. */
  customer: string;
  executionId?: string | undefined;
  /** The page, the times and the conversation of the launch. */
  times: readonly FactView[];
  output?: Readonly<Record<string, unknown>> | undefined;
  /** Why the output is missing or cut. */
  outputNote?: string | undefined;
  /** What went wrong, and what the launch waits for. */
  failure?: ReactNode;
  /** The address of the flow in Architect. */
  architectHref?: string | undefined;
  /** Request, answer, status, code and the like. */
  details: readonly FactView[];
  /** What stands below the details. */
  moreDetails?: ReactNode;
  /** The buttons at the end. */
  actions: ReactNode;
}

/** A launch and what became of it. Screen readers announce its state whenever that changes. */
export function Result(props: ResultProps) {
  const { state, still, flowName, customer, executionId, times, output, outputNote } = props;
  const { failure, architectHref, details, moreDetails, actions } = props;
  const text = useText();
  const bar = useRef<HTMLDivElement>(null);
  useBarRoom(bar);
  const execution = executionId === undefined ? undefined : executionFact(executionId, text);
  return (
    <section className="result" aria-label={text('result_region')}>
      <header className="result-head">
        <h2 className="result-flow">
          <Name text={flowName} />
        </h2>
        <div role="status">
          <StateBadge state={state} still={still ?? false} />
        </div>
        {customer !== '' && (
          <p className="result-customer">{text('result_customer', { customer })}</p>
        )}
        {architectHref !== undefined && (
          <a className="small-link" href={architectHref} target="_blank" rel="noopener noreferrer">
            {text('result_architect')}
            <Icon name="external" />
          </a>
        )}
      </header>
      {failure}
      {output !== undefined && <OutputTable output={output} />}
      {outputNote !== undefined && <p className="soft">{outputNote}</p>}
      <Facts facts={execution === undefined ? times : [execution, ...times]} />
      {details.length > 0 && (
        <Disclosure label={text('result_details')}>
          <Facts facts={details} />
          {moreDetails}
        </Disclosure>
      )}
      <div ref={bar} className="result-bar">
        {actions}
      </div>
    </section>
  );
}

function executionFact(id: string, text: Text): FactView {
  const copyLabel = text('result_copy_execution');
  return { label: text('result_execution'), value: id, code: true, copyLabel };
}
