import './preflight.css';
import { Suspense } from 'react';
import { hostsOf } from '../../core/base/environment.ts';
import { type Form, heldValue, isWithheld, own, type ValueSource } from '../../core/form/form.ts';
import { everyInput, type FlowInput } from '../../core/form/input-schema.ts';
import { type LaunchRequest, launchHttpRequest } from '../../core/launch/request.ts';
import type { Connection } from '../../core/settings/settings.ts';
import type { LauncherActions } from '../../core/view/actions.ts';
import { Disclosure } from '../kit/Disclosure.tsx';
import { Facts } from '../kit/Facts.tsx';
import { lazily } from '../kit/lazily.ts';
import { useText } from '../kit/text.ts';

interface WhatIsSentProps {
  /** The request that the next click on `Launch` sends. */
  request: LaunchRequest;
  connection: Connection;
  inputs: readonly FlowInput[];
  form: Form;
  /** Says in words where a value came from. */
  sourceText: (source: ValueSource) => string;
  happen: LauncherActions['happen'];
}

const InputsAsJson = lazily(async () => (await import('./InputsAsJson.tsx')).InputsAsJson);

/** The request as Kickoff will send it, byte for byte, with a checkbox for each value that leaves it out. */
export function WhatIsSent(props: WhatIsSentProps) {
  const text = useText();
  return (
    <Disclosure label={text('sent_title')}>
      <Request {...props} />
    </Disclosure>
  );
}

function Request({ request, connection, ...values }: WhatIsSentProps) {
  const text = useText();
  const hosts = hostsOf(connection.environment);
  const { method, url, body = '' } = launchHttpRequest(request, hosts, connection.requestFormat);
  return (
    <div className="sent">
      <Values {...values} />
      {/* The form of a flow with unknown inputs is JSON already. */}
      {values.inputs.length > 0 && values.inputs.every(({ name }) => name !== everyInput) && (
        <Disclosure label={text('json_edit')}>
          <Suspense>
            <InputsAsJson
              inputs={values.inputs}
              inputData={request.inputData ?? {}}
              onChange={(name, value) => values.happen({ type: 'input-set', name, value })}
            />
          </Suspense>
        </Disclosure>
      )}
      <Facts
        facts={[
          { label: text('detail_request'), value: `${method} ${url}`, code: true },
          { label: text('detail_request_body'), value: body, code: true },
        ]}
      />
      <p className="soft">{text('sent_token_hint')}</p>
    </div>
  );
}

function Values(props: Omit<WhatIsSentProps, 'request' | 'connection'>) {
  const { inputs, form, sourceText, happen } = props;
  const text = useText();
  const filled = inputs.filter((input) => heldValue(form, input).length > 0);
  if (filled.length === 0) return <p className="soft">{text('sent_no_values')}</p>;
  return (
    <ul className="sent-values">
      {filled.map((input) => {
        const { name, label } = input;
        const source = own(form.sources, name);
        const value = heldValue(form, input);
        return (
          <li key={name}>
            <label>
              <input
                type="checkbox"
                checked={!isWithheld(form, name)}
                onChange={({ target }) =>
                  happen({ type: 'input-withheld', name, isWithheld: !target.checked })
                }
              />
              <span className="sent-value">
                {text('sent_value', {
                  input: name === everyInput ? text('form_every_input') : label,
                  value: shortened(typeof value === 'string' ? value : value.join(', ')),
                })}{' '}
                <span className="soft">
                  {source === undefined ? text('source_typed') : sourceText(source)}
                </span>
              </span>
            </label>
          </li>
        );
      })}
    </ul>
  );
}

/** The beginning of a value; the body below has all of it. */
function shortened(value: string): string {
  return value.length > 80 ? `${value.slice(0, 80)}…` : value;
}
