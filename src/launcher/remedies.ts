import type { FindingAction } from '../core/base/finding.ts';
import { type Connection, neededScopes } from '../core/settings/settings.ts';
import { saveConnection } from './save-settings.ts';
import type { ViewStore } from './view-store.ts';

/** What a launcher lends to those who put something right. */
interface Tools {
  store: ViewStore;
  /** The name of the connection in use. */
  connection(): string;
  /** Back to the form, filled as the launch was. */
  backToForm(): void;
  focus(input: string): void;
  pickFlow(): void;
  signIn(): Promise<void>;
}

/** Does what findings propose, as far as the program can. Every way leads back to the form. */
export function remediesOf(tools: Tools): (action: FindingAction) => void {
  const { store, connection, backToForm, focus, pickFlow, signIn } = tools;
  return (action) => {
    switch (action.kind) {
      case 'edit-input':
        focus(action.input);
        return backToForm();
      case 'pick-flow':
        pickFlow();
        return backToForm();
      case 'switch-request-format': {
        const { inputsKey, flowIdIn } = action;
        const format = { requestFormat: { inputsKey, flowIdIn } };
        return void changeConnection(() => format, backToForm);
      }
      case 'sign-in':
        return void changeConnection(
          ({ scopes }) => ({ scopes: [...new Set([...scopes, ...scopesToAdd(action.scopes)])] }),
          signIn,
        );
      case 'wait':
        return backToForm();
      case 'open-admin':
        return;
    }
  };

  async function changeConnection(
    change: (connection: Connection) => Partial<Connection>,
    then: () => void,
  ): Promise<void> {
    if (await saveConnection(store, connection(), change)) then();
  }
}

/** Only those that this product needs: a finding names all that the session should carry. */
function scopesToAdd(scopes: readonly string[]): string[] {
  return scopes.filter((scope) => neededScopes.includes(scope));
}
