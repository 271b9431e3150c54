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
  /** The execution is not followed any further. */
  still?: boolean;
  flowName: string;
  /** For whom it was: name and number, as far as they are known; empty where nothing is. */
  customer: string;
  executionId?: string | undefined;
  /** When it was launched and ended, and the like. */
  times: readonly FactView[];
  output?: Readonly<Record<string, unknown>> | undefined;
  /** Why there is not all of it. */
  outputNote?: string | undefined;
  /** A FailureAlert, where something went wrong. */
  failure?: ReactNode;
  /** Address of the execution or the flow in Architect. */
  architectHref?: string | undefined;
  /** Request, response, status, code and the like. */
  details: readonly FactView[];
  /** Under them. */
  moreDetails?: ReactNode;
  /** The buttons, under all that they are about. */
  actions: ReactNode;
}

/** What became of a launch. The state is read out whenever it changes. */
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
