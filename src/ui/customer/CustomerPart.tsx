import './customer.css';
import { useLayoutEffect, useRef } from 'react';
import { explain } from '../../core/base/explain.ts';
import { type Conversations, isOldReading } from '../../core/conversation/recent.ts';
import type { Choice, Decision } from '../../core/conversation/which-customer.ts';
import type { LauncherActions } from '../../core/view/actions.ts';
import { type CustomerView, switched } from '../../core/view/customer.ts';
import { Button } from '../kit/Button.tsx';
import { formatClock } from '../kit/format.ts';
import { useText } from '../kit/text.ts';
import { isAltKey, useKeyDown } from '../kit/use-key-down.ts';
import { CustomerQuestion } from './CustomerQuestion.tsx';
import { CustomerTaken } from './CustomerTaken.tsx';
import { useNow } from './use-now.ts';

interface CustomerPartProps {
  /** Undefined while Kickoff reads the page or the conversations. */
  customer: CustomerView | undefined;
  /** The conversations as last read. */
  known: Conversations | undefined;
  /** ISO 3166, for numbers written without their country. */
  country: string;
  happen: LauncherActions['happen'];
}

/**
 * The customer in the agent's conversation beside the one on the page. The form is about one of them; the agent chooses
 * where Kickoff cannot tell which. Alt+S switches between the two.
 */
export function CustomerPart(props: CustomerPartProps) {
  const { customer, known, country, happen } = props;
  const text = useText();
  const other = customer && switched(customer);
  const onChoose = (choice: Choice) => happen({ type: 'customer-chosen', choice });
  useKeyDown((event) => {
    if (other === undefined || !isAltKey(event, 'KeyS')) return;
    event.preventDefault();
    onChoose(other);
  });

  const root = useFocusAfterChoice(customer);
  const shared = { country, other, onChoose };
  return (
    <section ref={root} className="customer" tabIndex={-1} aria-label={text('customer_title')}>
      <WhyNot known={known} decision={customer?.decision} />
      {customer &&
        (customer.decision.take === 'neither' ? (
          <CustomerQuestion customer={customer} complete={known?.complete ?? true} {...shared} />
        ) : (
          <CustomerTaken customer={customer} {...shared} />
        ))}
      {known && <Age known={known} onRead={() => happen({ type: 'read-again', byHand: true })} />}
    </section>
  );
}

/**
 * After a choice the pressed button may be gone: the focus goes to the words that say who was chosen. They are no button,
 * so that a key pressed once too often chooses nobody else.
 */
function useFocusAfterChoice(customer: CustomerView | undefined) {
  const root = useRef<HTMLElement>(null);
  /** Whether the focus is on a button of this part, or was until that button went. */
  const isWithin = useRef(false);
  useLayoutEffect(() => {
    const section = root.current;
    if (section === null) return;
    const note = ({ target }: Event) => {
      isWithin.current = section.contains(target as Node);
    };
    document.addEventListener('focusin', note);
    return () => document.removeEventListener('focusin', note);
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: with another customer, other buttons are there
  useLayoutEffect(() => {
    if (!isWithin.current || document.activeElement !== document.body) return;
    const words = root.current?.querySelector<HTMLElement>('[role="status"][tabindex]');
    (words ?? root.current)?.focus();
  }, [customer]);
  return root;
}

/** Why there is no conversation, in one line. */
function WhyNot(props: { known: Conversations | undefined; decision: Decision | undefined }) {
  const text = useText();
  const { known, decision } = props;
  if (known?.failure) {
    const { cause, remedy } = explain(known.failure, text);
    return (
      <p className="soft small" role="status">
        {cause} {remedy}
      </p>
    );
  }
  if (known === undefined) {
    return <p className="soft small">{text('customer_reading')}</p>;
  }
  const isNone = decision?.party === undefined && decision?.take === 'page' && !decision.chosen;
  return isNone ? <p className="soft small">{text('customer_none')}</p> : null;
}

/** When Kickoff read the conversations, where that is long ago: the agent may talk to another customer by now. */
function Age({ known, onRead }: { known: Conversations; onRead: () => void }) {
  const text = useText();
  const now = useNow();
  if (!isOldReading(known, now)) return null;
  return (
    <div className="row">
      <span className="soft small">
        {text('customer_read_at', { time: formatClock(known.readAt) })}
      </span>
      <Button variant="quiet" icon="redo" onClick={onRead}>
        {text('page_read_again')}
      </Button>
    </div>
  );
}
