import { needsOf } from '../../core/session/permission.ts';
import { type ConnectionForm, namesScope, withScope } from '../../core/settings/connection-form.ts';
import { useText } from '../../ui/kit/text.ts';
import { Toggle } from '../fields/Toggle.tsx';
import type { FormEditor } from '../fields/use-form.ts';

/** The switches for what a connection reads beside flows. Each is a scope, which is off by default. */
export function ScopeToggles({ form, change }: FormEditor<ConnectionForm>) {
  const text = useText();
  return (['conversations', 'contacts'] as const).map((name) => {
    const { scopes } = needsOf[name];
    return (
      <Toggle
        key={name}
        label={text(`options_${name}`)}
        hint={text(`options_${name}_hint`)}
        checked={namesScope(form.scopes, scopes)}
        onChange={(isOn) => change({ scopes: withScope(form.scopes, scopes, isOn) })}
      />
    );
  });
}
