import './feedback.css';
import { type ReactNode, useId, useState } from 'react';
import { Icon } from './Icon.tsx';

interface DisclosureProps {
  label: string;
  open?: boolean;
  children: ReactNode;
}

/** A heading that opens and closes the content under it. Closed content is not drawn at all. */
export function Disclosure({ label, open = false, children }: DisclosureProps) {
  const [isOpen, setOpen] = useState(open);
  const id = useId();
  return (
    <div className="disclosure">
      <button
        type="button"
        className="disclosure-button"
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onClick={() => setOpen(!isOpen)}
      >
        <Icon name="chevron" />
        {label}
      </button>
      {isOpen && (
        <div id={id} className="disclosure-content">
          {children}
        </div>
      )}
    </div>
  );
}
