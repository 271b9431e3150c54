import { canBeChosen } from '../../core/conversation/recent.ts';
import type { Choice, Party } from '../../core/conversation/which-customer.ts';
import { choiceOf } from '../../core/view/customer.ts';
import { Button } from '../kit/Button.tsx';
import { useText } from '../kit/text.ts';
import { aboutText, whoText } from './conversation-text.ts';
import { useNow } from './use-now.ts';

interface CustomerListProps {
  parties: readonly Party[];
  country: string;
  onChoose: (choice: Choice) => void;
}

/** The customers of conversations, each with a button that chooses them. */
export function CustomerList({ country, onChoose, ...props }: CustomerListProps) {
  const text = useText();
  const now = useNow();
  // In a view that stays open, conversations become too old to choose.
  const parties = props.parties.filter(({ conversation }) => canBeChosen(conversation, now));
  if (parties.length === 0) return null;
  return (
    <ul className="customer-others">
      {parties.map((party) => (
        <li key={party.key}>
          <Button onClick={() => onChoose(choiceOf(party))}>
            {text('customer_use', { who: whoText(party, country, text) })}
          </Button>
          <span className="soft small">{aboutText(party.conversation, text)}</span>
        </li>
      ))}
    </ul>
  );
}
