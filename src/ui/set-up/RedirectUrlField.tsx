import '../kit/control.css';
import { CopyButton } from '../kit/CopyButton.tsx';
import { Field } from '../kit/Field.tsx';
import { useText } from '../kit/text.ts';

/** The address that an administrator registers with the OAuth client, exactly as it stands here. */
export function RedirectUrlField({ url }: { url: string }) {
  const text = useText();
  return (
    <Field label={text('options_redirect_url')} hint={text('options_redirect_url_hint')}>
      {(ties) => (
        <div className="beside">
          <input {...ties} className="control control-code" type="text" readOnly value={url} />
          <CopyButton label={text('options_copy_redirect_url')} value={url} />
        </div>
      )}
    </Field>
  );
}
