import { useState } from 'react';
import { Button } from '../../ui/kit/Button.tsx';
import { Field } from '../../ui/kit/Field.tsx';
import { useText } from '../../ui/kit/text.ts';
import { FieldName } from './FieldName.tsx';

/** Asks for the name of a field, and lets the person choose its element on the page. */
export function SiteRulePicker({ onPick }: { onPick: (field: string) => void }) {
  const text = useText();
  const [field, setField] = useState('customerNumber');
  const isName = /^[A-Za-z][\w.-]{0,99}$/.test(field.trim());
  return (
    <div className="site-pick">
      <Field label={text('site_pick_field')}>
        {(ties) => <FieldName ties={ties} value={field} onChange={setField} />}
      </Field>
      <Button icon="plus" disabled={!isName} onClick={() => onPick(field.trim())}>
        {text('site_pick')}
      </Button>
    </div>
  );
}
