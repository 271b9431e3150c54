import type { FindingAction } from '../core/base/finding.ts';
import { type Connection, neededScopes } from '../core/settings/settings.ts';
import { changeSettings } from '../platform/store/settings.ts';

/** What a launcher lends to those who put something right. */
interface Tools {
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
  const { connection, backToForm, focus, pickFlow, signIn } = tools;
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
        return void changeConnection(connection(), () => format).then(backToForm);
      }
      case 'sign-in':
        return void changeConnection(connection(), ({ scopes }) => ({
          scopes: [...new Set([...scopes, ...scopesToAdd(action.scopes)])],
        })).then(signIn);
      case 'wait':
        return backToForm();
      case 'open-admin':
        return;
    }
  };
}

/** Only those that this product needs: a finding names all that the session should carry. */
function scopesToAdd(scopes: readonly string[]): string[] {
  return scopes.filter((scope) => neededScopes.includes(scope));
}

async function changeConnection(
  name: string,
  change: (connection: Connection) => Partial<Connection>,
): Promise<void> {
  await changeSettings((own) => ({
    ...own,
    connections: own.connections.map((each) =>
      each.name === name ? { ...each, ...change(each) } : each,
    ),
  }));
}
