import './form.css';
import { useCallback, useLayoutEffect, useRef, useState } from 'react';
import type { Text } from '../../core/base/text.ts';
import { type Form, heldValue, own, type ValueSource } from '../../core/form/form.ts';
import type { FlowInput } from '../../core/form/input-schema.ts';
import type { InputOffer } from '../../core/form/mapping.ts';
import type { FormProblem } from '../../core/form/value.ts';
import type { Origin } from '../../core/page/document.ts';
import type { LauncherActions } from '../../core/view/actions.ts';
import type { InputChoices } from '../../core/view/choices.ts';
import { useText } from '../kit/text.ts';
import type { CandidateView } from './CandidateMenu.tsx';
import { FormField } from './FormField.tsx';
import { problemText } from './problem.ts';
import { useFormFocus } from './use-form-focus.ts';

interface FormFieldsProps {
  inputs: readonly FlowInput[];
  form: Form;
  offers: Readonly<Record<string, InputOffer>>;
  problems: readonly FormProblem[];
  /** By the names of inputs that the person typed elsewhere: the page or the conversation where they did. */
  elsewhere: Readonly<Record<string, Origin>>;
  /** The page and the conversation in front now. */
  here: Origin | undefined;
  /** The rows to choose values from, by the names of inputs. */
  choices: Readonly<Record<string, InputChoices>>;
  /** How often the person has tried to launch in vain; from the first time on, every error shows. */
  attempts: number;
  /** Says in words where a value came from. */
  sourceText: (source: ValueSource) => string;
  happen: LauncherActions['happen'];
  /** The input that gets the focus first. */
  focused?: string | undefined;
  /** Whether the person chose the flow in this view. */
  isChosenHere: boolean;
  /** Whether Kickoff still reads the page, which may have values for empty fields. */
  isReading: boolean;
}

/**
 * The fields of a flow's inputs. A field shows its error after the person has left it or tried to launch. A launch
 * tried in vain puts the focus on the first field with an error.
 */
export function FormFields(props: FormFieldsProps) {
  const { inputs, form, offers, problems, elsewhere, here, attempts, sourceText } = props;
  const { happen, focused, isChosenHere, isReading, choices } = props;
  const text = useText();
  const root = useRef<HTMLDivElement>(null);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const views = useCandidateViews(offers, sourceText);

  const toFill = inputs.find((input) => input.required && heldValue(form, input).length === 0);
  useFormFocus({ root, toFill: toFill?.name, isChosenHere, isReading, focused, attempts });

  // Every field gets the same functions each time, so that a key pressed in one field draws only that field.
  const latestOffers = useRef(offers);
  useLayoutEffect(() => {
    latestOffers.current = offers;
  });
  const onChoose = useCallback(
    (name: string, value: string) => {
      const candidates = own(latestOffers.current, name)?.candidates ?? [];
      const chosen = candidates.find((each) => each.value === value);
      happen({ type: 'input-set', name, value, source: chosen?.source });
    },
    [happen],
  );
  const onLeave = useCallback((name: string) => {
    setLeft((names) => (names.has(name) ? names : new Set([...names, name])));
  }, []);

  return (
    <div ref={root} className="form-fields">
      {inputs.map((input) => {
        const isSetByPerson = form.touched.includes(input.name);
        const isShown = attempts > 0 || (left.has(input.name) && isSetByPerson);
        const problem = isShown && problems.find((each) => each.input === input.name);
        const source = own(form.sources, input.name);
        return (
          <FormField
            key={input.name}
            input={input}
            value={heldValue(form, input)}
            isSetByPerson={isSetByPerson}
            source={source && sourceText(brief(source))}
            candidates={views(input.name)}
            suggested={own(offers, input.name)?.suggested?.value}
            elsewhere={wordsOf(own(elsewhere, input.name), here, text)}
            pageValue={own(offers, input.name)?.offered?.value}
            choices={own(choices, input.name)}
            error={problem ? problemText(text, problem) : undefined}
            badItem={problem ? problem.item : undefined}
            happen={happen}
            onChoose={onChoose}
            onLeave={onLeave}
          />
        );
      })}
      {/* It appears without any key, so screen readers announce it, once. */}
      <p role="status" className="for-ears">
        {inputs
          .flatMap(({ name, label }) => {
            const words = wordsOf(own(elsewhere, name), here, text);
            return words === undefined ? [] : [`${label}: ${words}`];
          })
          .join(' ')}
      </p>
    </div>
  );
}

/** Says in words where the person typed a value. */
function wordsOf(
  origin: Origin | undefined,
  here: Origin | undefined,
  text: Text,
): string | undefined {
  if (origin === undefined) return undefined;
  const [before, now] = [origin.about?.conversation, here?.about?.conversation];
  if (before !== undefined && now !== undefined && before !== now) {
    return text('typed_in_conversation');
  }
  return text('typed_elsewhere', { page: origin.title || origin.address || '…' });
}

/** Beside a field there is room for a short label only; the menu shows all of it. */
function brief({ label, ...rest }: ValueSource): ValueSource {
  return label !== undefined && label.length <= longestLabel ? { ...rest, label } : rest;
}

const longestLabel = 24;

/** The candidates in words; the same objects as long as the offers are the same. */
function useCandidateViews(
  offers: Readonly<Record<string, InputOffer>>,
  sourceText: (source: ValueSource) => string,
): (name: string) => readonly CandidateView[] {
  const made = useRef({ offers, views: new Map<string, readonly CandidateView[]>() });
  if (made.current.offers !== offers) made.current = { offers, views: new Map() };
  const { views } = made.current;
  return (name) => {
    const known = views.get(name);
    if (known !== undefined) return known;
    const candidates = own(offers, name)?.candidates ?? [];
    const first = candidates[0]?.source.field;
    const apart = candidates.findIndex(({ source }) => source.field !== first);
    const view = candidates.map(({ value, shown, source }, index) => {
      return { value, shown, from: sourceText(source), apart: index === apart };
    });
    views.set(name, view);
    return view;
  };
}
