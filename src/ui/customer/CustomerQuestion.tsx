import type { Text } from '../../core/base/text.ts';
import type { Choice } from '../../core/conversation/which-customer.ts';
import { type CustomerView, choiceOf } from '../../core/view/customer.ts';
import { Button } from '../kit/Button.tsx';
import { Notice } from '../kit/Notice.tsx';
import { useText } from '../kit/text.ts';
import { CustomerList } from './CustomerList.tsx';
import { aboutText, whoText } from './conversation-text.ts';

interface CustomerQuestionProps {
  customer: CustomerView;
  /** False where the agent may have more conversations than these. */
  complete: boolean;
  country: string;
  /** The choice that Alt+S makes. */
  other: Choice | undefined;
  onChoose: (choice: Choice) => void;
}

/** Asks the agent whom the form is about, where page and conversations do not tell. */
export function CustomerQuestion(props: CustomerQuestionProps) {
  const { customer, complete, country, other, onChoose } = props;
  const text = useText();
  const { decision, onPage } = customer;
  const { party, parties } = decision;
  const others = parties.filter(({ key }) => key !== party?.key);
  const usePage = onPage !== '' && (
    <Button icon="page" onClick={() => onChoose({ take: 'page' })}>
      {text('customer_use_page')}
    </Button>
  );
  return (
    <Notice tone="warn">
      {/* Without the buttons: a screen reader would announce their names, too. */}
      <div role="status" tabIndex={-1}>
        <p className="notice-title">{questionOf(customer, country, text)}</p>
        {party && <p>{aboutText(party.conversation, text)}</p>}
        {!complete && <p>{text('customer_more')}</p>}
      </div>
      <div className="row">
        {party && (
          <Button
            icon="swap"
            aria-keyshortcuts={other && 'Alt+S'}
            onClick={() => onChoose(choiceOf(party))}
          >
            {text('customer_use_conversation')}
          </Button>
        )}
        {usePage}
        {party && usePage && (
          <Button onClick={() => onChoose({ ...choiceOf(party), take: 'both' })}>
            {text('customer_use_both')}
          </Button>
        )}
      </div>
      <CustomerList parties={others} country={country} onChoose={onChoose} />
    </Notice>
  );
}

function questionOf({ decision, onPage }: CustomerView, country: string, text: Text): string {
  const { verdict, party } = decision;
  if (party === undefined) {
    return text(verdict === 'several' ? 'customer_several' : 'customer_gone');
  }
  const who = whoText(party, country, text);
  if (onPage === '') return text('customer_disagree_page', { who });
  return text(verdict === 'uncertain' ? 'customer_uncertain' : 'customer_disagree', {
    who,
    page: onPage,
  });
}
