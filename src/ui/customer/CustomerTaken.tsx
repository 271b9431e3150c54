import type { MessageKey } from '../../core/base/text.ts';
import type { Choice, Decision } from '../../core/conversation/which-customer.ts';
import type { CustomerView } from '../../core/view/customer.ts';
import { Button } from '../kit/Button.tsx';
import { Disclosure } from '../kit/Disclosure.tsx';
import { Icon } from '../kit/Icon.tsx';
import { useText } from '../kit/text.ts';
import { CustomerList } from './CustomerList.tsx';
import { aboutText, whoText } from './conversation-text.ts';

interface CustomerTakenProps {
  customer: CustomerView;
  country: string;
  /** The other source, where there is one. */
  other: Choice | undefined;
  onChoose: (choice: Choice) => void;
}

/** The customer whom the form is about, in two lines, with the buttons to take another one. */
export function CustomerTaken({ customer, country, other, onChoose }: CustomerTakenProps) {
  const text = useText();
  const { decision, onPage } = customer;
  const { party, parties } = decision;
  const others = parties.filter(({ key }) => key !== party?.key);
  const isWarned = decision.verdict === 'disagree' || decision.verdict === 'uncertain';
  return (
    <>
      {party && (
        <div className={isWarned ? 'customer-line customer-warned' : 'customer-line'}>
          <Icon name={decision.verdict === 'agree' && decision.sure ? 'check' : 'info'} />
          <div role="status" tabIndex={-1}>
            <p className="customer-who">
              {isWarned && onPage !== ''
                ? text(`customer_${decision.verdict as 'disagree' | 'uncertain'}`, {
                    who: whoText(party, country, text),
                    page: onPage,
                  })
                : whoText(party, country, text)}
            </p>
            <p className="soft small">
              {[aboutText(party.conversation, text), notesOn(decision).map((key) => text(key))]
                .flat()
                .join(' · ')}
            </p>
          </div>
        </div>
      )}
      {other && (party || decision.chosen) && (
        <div className="row">
          <Button
            variant="quiet"
            icon="swap"
            aria-keyshortcuts="Alt+S"
            onClick={() => onChoose(other)}
          >
            {text(other.take === 'page' ? 'customer_use_page' : 'customer_use_conversation')}
          </Button>
        </div>
      )}
      {others.length > 0 && (
        <Disclosure label={text('customer_others')}>
          <CustomerList parties={others} country={country} onChoose={onChoose} />
        </Disclosure>
      )}
    </>
  );
}

/** Whether page and conversation agree, and which of them the form takes where the agent had or has to choose. */
function notesOn({ verdict, take, sure, chosen }: Decision): MessageKey[] {
  const notes: MessageKey[] = [];
  if (verdict === 'agree') notes.push(sure ? 'customer_agree' : 'customer_agree_unsure');
  if (verdict === 'mentioned') notes.push('customer_mentioned');
  const isChoice = chosen || verdict === 'disagree' || verdict === 'uncertain';
  if (isChoice && take !== 'neither') notes.push(`customer_takes_${take}`);
  return notes;
}
