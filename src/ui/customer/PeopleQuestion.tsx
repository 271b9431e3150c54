import './customer.css';
import { useLayoutEffect, useRef } from 'react';
import type { PersonOfPage } from '../../core/page/candidate.ts';
import type { PeopleView, PersonChoice } from '../../core/view/people.ts';
import { Button } from '../kit/Button.tsx';
import { Disclosure } from '../kit/Disclosure.tsx';
import { Notice } from '../kit/Notice.tsx';
import { useText } from '../kit/text.ts';

interface PeopleQuestionProps {
  view: PeopleView;
  onChoose: (choice: PersonChoice | undefined) => void;
}

/** As many people as an agent takes in at once; the others are one click away. */
const mostShown = 6;

/** Asks the agent whom the form is about, where the page shows several customers. */
export function PeopleQuestion({ view: { people, chosen }, onChoose }: PeopleQuestionProps) {
  const text = useText();
  // After the choice the focused button is gone, so the focus goes to the button that takes the choice back, and from
  // there to the question: no button, so that a key pressed once too often chooses nobody.
  const isChosenHere = useRef(false);
  const question = useRef<HTMLParagraphElement>(null);
  useLayoutEffect(() => {
    if (isChosenHere.current && chosen === undefined) question.current?.focus();
    isChosenHere.current = false;
  }, [chosen]);
  const choose = (choice: PersonChoice | undefined) => {
    isChosenHere.current = true;
    onChoose(choice);
  };
  if (chosen) {
    return (
      <div className="row people-chosen">
        <span role="status">
          {text('people_chosen', { who: `${chosen.name}, ${chosen.number.shown}` })}
        </span>
        <Button
          variant="quiet"
          icon="swap"
          autoFocus={isChosenHere.current}
          onClick={() => choose(undefined)}
        >
          {text('people_another')}
        </Button>
      </div>
    );
  }
  const rest = people.slice(mostShown);
  return (
    <Notice tone="warn">
      <p ref={question} className="notice-title" role="status" tabIndex={-1}>
        {text('people_several')}
      </p>
      <PeopleList people={people.slice(0, mostShown)} onChoose={choose} />
      {rest.length > 0 && (
        <Disclosure label={text('people_more', { count: rest.length })}>
          <PeopleList people={rest} onChoose={choose} />
        </Disclosure>
      )}
    </Notice>
  );
}

function PeopleList(props: {
  people: readonly PersonOfPage[];
  onChoose: (choice: PersonChoice) => void;
}) {
  return (
    <ul className="customer-others">
      {props.people.map(({ name, number }) => (
        <li key={`${name} ${number.value}`}>
          <Button onClick={() => props.onChoose({ name, number: number.value })}>
            {name}, {number.shown}
          </Button>
        </li>
      ))}
    </ul>
  );
}
