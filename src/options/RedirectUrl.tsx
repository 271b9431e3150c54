import { type Environment, redirectPath } from '../core/environment.ts';
import { redirectUrl } from '../platform/sign-in-window.ts';
import { CopyButton } from '../ui/CopyButton.tsx';
import { Field } from '../ui/Field.tsx';
import { useText } from '../ui/text.ts';

/** The address to register with the OAuth client, exactly as it is. */
export function RedirectUrl({ environment }: { environment: Environment }) {
  const text = useText();
  const url = redirectUrl(redirectPath(environment));
  return (
    <Field label={text('options_redirect_url')} hint={text('options_redirect_url_hint')}>
      {(ties) => (
        <div className="row nowrap">
          <input {...ties} className="control" type="text" readOnly value={url} />
          <CopyButton label={text('options_copy_redirect_url')} value={url} />
        </div>
      )}
    </Field>
  );
}
