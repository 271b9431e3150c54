import { useLayoutEffect, useRef, useState } from 'react';
import { explain } from '../../core/base/explain.ts';
import type { Text } from '../../core/base/text.ts';
import type { ContactLookUp } from '../../core/lookup/contact.ts';
import { type ContactView, contactLine } from '../../core/view/contact.ts';
import { Button } from '../kit/Button.tsx';
import { useText } from '../kit/text.ts';

interface ContactPartProps extends ContactView {
  onLookUp: () => void;
}

/** The button that looks up the customer's external contact, and what Genesys Cloud found. */
export function ContactPart({ value, found, onLookUp }: ContactPartProps) {
  const text = useText();
  const [isAsked, setAsked] = useState(false);
  const words = useRef<HTMLParagraphElement>(null);
  const canBeAsked = found === undefined || found.failure !== undefined;
  const lookUp = () => {
    setAsked(true);
    onLookUp();
  };

  useLayoutEffect(() => {
    // The pressed button is gone. The focus stays where the person has put it meanwhile.
    const isLost = document.activeElement === document.body;
    if (isAsked && !canBeAsked && isLost) words.current?.focus();
  }, [isAsked, canBeAsked]);

  return (
    <div>
      {canBeAsked && (
        <div className="row">
          <Button
            variant="quiet"
            icon="search"
            busy={isAsked && found === undefined}
            onClick={lookUp}
          >
            {text('contact_look_up', { value })}
          </Button>
        </div>
      )}
      <p ref={words} className="soft small" role="status" tabIndex={-1}>
        {found && wordsOf(value, found, text)}
      </p>
    </div>
  );
}

function wordsOf(value: string, { contacts, failure }: ContactLookUp, text: Text): string {
  if (failure) {
    const { cause, remedy } = explain(failure, text);
    return `${cause} ${remedy}`;
  }
  const [only, another] = contacts;
  if (only === undefined) return text('contact_none', { value });
  if (another === undefined) return text('contact_one', { contact: contactLine(only) });
  const lines = contacts.slice(0, 5).map(contactLine).join('; ');
  return text('contact_several', { value, contacts: lines });
}
