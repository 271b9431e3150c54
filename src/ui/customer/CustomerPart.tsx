import './customer.css';
import { useEffect } from 'react';
import { explain } from '../../core/base/explain.ts';
import type { Conversations } from '../../core/conversation/recent.ts';
import type { Choice, Decision } from '../../core/conversation/which-customer.ts';
import { type CustomerView, switched } from '../../core/view/customer.ts';
import { useText } from '../kit/text.ts';
import { CustomerQuestion } from './CustomerQuestion.tsx';
import { CustomerTaken } from './CustomerTaken.tsx';

interface CustomerPartProps {
  /** Undefined while the page or the conversations are being read. */
  customer: CustomerView | undefined;
  /** As last read. */
  known: Conversations | undefined;
  /** ISO 3166, for numbers that say no country. */
  country: string;
  onChoose: (choice: Choice) => void;
}

/**
 * Whom the agent talks to, and what the page says to it: the form is about one of them, and the person
 * chooses where that is not settled. Alt+S switches between the two.
 */
export function CustomerPart({ customer, known, country, onChoose }: CustomerPartProps) {
  const text = useText();
  const other = customer && switched(customer);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (!event.altKey || event.ctrlKey || event.metaKey || event.code !== 'KeyS') return;
      if (other === undefined || event.repeat) return;
      event.preventDefault();
      onChoose(other);
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [other, onChoose]);

  const shared = { country, other, onChoose };
  return (
    <section className="customer" aria-label={text('customer_title')}>
      <WhyNot known={known} decision={customer?.decision} />
      {customer &&
        (customer.decision.take === 'neither' ? (
          <CustomerQuestion customer={customer} complete={known?.complete ?? true} {...shared} />
        ) : (
          <CustomerTaken customer={customer} {...shared} />
        ))}
    </section>
  );
}

/** Why there is no conversation, in a line. */
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
