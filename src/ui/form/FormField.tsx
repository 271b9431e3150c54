import { type KeyboardEvent, memo, type ReactNode, useId, useRef, useState } from 'react';
import { explain } from '../../core/base/explain.ts';
import type { Text } from '../../core/base/text.ts';
import type { FormValue } from '../../core/form/form.ts';
import { everyInput, type FlowInput } from '../../core/form/input-schema.ts';
import type { LauncherActions } from '../../core/view/actions.ts';
import type { InputChoices } from '../../core/view/choices.ts';
import { Field } from '../kit/Field.tsx';
import { formatCount } from '../kit/format.ts';
import { useText } from '../kit/text.ts';
import { localZone } from '../kit/time-zone.ts';
import { CandidateMenu, type CandidateView } from './CandidateMenu.tsx';
import { InputControl } from './InputControl.tsx';
import { useSelectWhatArrives } from './use-select-what-arrives.ts';

interface FormFieldProps {
  input: FlowInput;
  value: FormValue;
  /** Whether the person typed or chose the value. */
  isSetByPerson: boolean;
  /** Where the value came from, in words; absent where the person typed it. */
  source?: string | undefined;
  candidates: readonly CandidateView[];
  /** The candidate that Kickoff offers, because it is not sure enough to fill it in. */
  suggested?: string | undefined;
  /** A sentence that says on which other page, or that in another conversation, the person typed the value. */
  elsewhere?: string | undefined;
  /** The value that this page has instead. */
  pageValue?: string | undefined;
  /** The rows to choose the value from. */
  choices?: InputChoices | undefined;
  error?: string | undefined;
  /** The number of the item in a list that the error is about, counted from 1. */
  badItem?: number | undefined;
  happen: LauncherActions['happen'];
  onChoose: (name: string, value: string) => void;
  onLeave: (name: string) => void;
}

/** One input of a flow: its label, the source of its value, its control, its error and its description. */
export const FormField = memo(function FormField(props: FormFieldProps) {
  const { input, value, source, candidates, suggested, elsewhere, pageValue, error } = props;
  const { choices, happen, onChoose, onLeave } = props;
  const text = useText();
  const [menuOpen, setMenuOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  useSelectWhatArrives(root, value, props.isSetByPerson);
  const listId = useId();
  const label = input.name === everyInput ? text('form_every_input') : input.label;
  const current = typeof value === 'string' ? value : (value[0] ?? '');
  const suggestion =
    current === '' ? candidates.find((candidate) => candidate.value === suggested) : undefined;
  const hasChoice = candidates.some((candidate) => candidate.value !== current);

  const { name } = input;
  const keep = () => happen({ type: 'input-confirmed', name });
  const takePage = () => happen({ type: 'page-value-taken', name });
  /** Does what a button says that is gone then, with the focus. */
  const pressed = (act: () => void) => () => {
    act();
    root.current?.querySelector<HTMLElement>('.control, .box')?.focus();
  };

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (elsewhere && event.altKey && (event.key === 'Enter' || event.key === 'ArrowRight')) {
      event.preventDefault();
      if (event.key === 'Enter') keep();
      else takePage();
      return;
    }
    if (suggestion && event.key === 'ArrowRight') {
      event.preventDefault();
      onChoose(input.name, suggestion.value);
      return;
    }
    const isSelect = event.target instanceof HTMLSelectElement;
    if (!hasChoice || isSelect || !event.altKey || event.key !== 'ArrowDown') return;
    event.preventDefault();
    setMenuOpen(true);
  };
  const menu = (labelId: string) => (
    <CandidateMenu
      labelId={labelId}
      candidates={candidates}
      current={current}
      open={menuOpen}
      onOpen={setMenuOpen}
      onChoose={(value) => onChoose(input.name, value)}
      control={root}
      offer={source === undefined}
    >
      {source ?? text('candidates_from_page')}
    </CandidateMenu>
  );

  const sourceOnly = () => source && <span className="chip chip-still">{source}</span>;

  return (
    <div ref={root} className="form-field" data-input={input.name}>
      <Field
        label={label}
        required={input.required}
        hint={
          elsewhere ? (
            <Elsewhere
              words={elsewhere}
              pageValue={pageValue}
              onKeep={pressed(keep)}
              onTake={pressed(takePage)}
            />
          ) : suggestion ? (
            <Suggestion
              {...suggestion}
              onTake={pressed(() => onChoose(input.name, suggestion.value))}
            />
          ) : (
            hintOf(input, text)
          )
        }
        error={error}
        group={input.kind === 'list'}
        aside={hasChoice ? menu : sourceOnly}
      >
        {(ties) => (
          <InputControl
            input={{ ...input, label }}
            value={value}
            badItem={props.badItem}
            ties={{
              ...ties,
              onKeyDown,
              onBlur: () => onLeave(input.name),
              ...(choices && {
                list: listId,
                onFocus: () => happen({ type: 'choices-wanted', name }),
              }),
            }}
            onChange={(next) => happen({ type: 'input-set', name, value: next })}
          />
        )}
      </Field>
      {choices && <Choices id={listId} choices={choices} typed={current} />}
    </div>
  );
});

/** As many rows as a person looks through; each typed letter brings others. */
const mostShown = 50;

/** The rows to choose an input's value from, in the browser's own list. */
function Choices(props: { id: string; choices: InputChoices; typed: string }) {
  const { id, choices, typed } = props;
  const text = useText();
  return (
    <>
      <datalist id={id}>
        {choices.find?.(typed, mostShown).choices.map(({ value, label }) => (
          <option key={value} value={value} label={label} />
        ))}
      </datalist>
      {choices.failure && <p className="soft small">{explain(choices.failure, text).cause}</p>}
      {choices.cutAfter !== undefined && (
        <p className="soft small">
          {text('choices_cut', { count: formatCount(choices.cutAfter) })}
        </p>
      )}
    </>
  );
}

/** The sentence that a value was typed elsewhere, with the two answers: keep it, or take the page's. */
function Elsewhere(props: {
  words: string;
  pageValue: string | undefined;
  onKeep: () => void;
  onTake: () => void;
}) {
  const text = useText();
  const { words, pageValue, onKeep, onTake } = props;
  return (
    <span className="elsewhere">
      <span>{words}</span>
      <button type="button" className="suggestion" aria-keyshortcuts="Alt+Enter" onClick={onKeep}>
        {text('typed_keep')}
      </button>
      <button
        type="button"
        className="suggestion"
        aria-keyshortcuts="Alt+ArrowRight"
        onClick={onTake}
      >
        {pageValue === undefined
          ? text('typed_clear')
          : text('typed_take_page', { value: pageValue })}
      </button>
    </span>
  );
}

/** A value that the person can take with one key or click, and where Kickoff found it. */
function Suggestion({ shown, from, onTake }: CandidateView & { onTake: () => void }) {
  const text = useText();
  return (
    <button type="button" className="suggestion" tabIndex={-1} onClick={onTake}>
      {text('suggestion_take', { value: shown, from })}
    </button>
  );
}

/** The author's description of an input, in its own direction of writing, and the time zone of its times. */
function hintOf({ description, itemKind, kind }: FlowInput, text: Text): ReactNode {
  const hasZone = (itemKind ?? kind) === 'date-time';
  if (!description && !hasZone) return undefined;
  return (
    <>
      {description && <bdi>{description}</bdi>}
      {description && hasZone && ' '}
      {hasZone && text('control_zone', { zone: localZone() })}
    </>
  );
}
