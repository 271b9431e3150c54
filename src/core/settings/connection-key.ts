import { environmentSchema } from '../base/environment.ts';
import { type Connection, clientIdSchema } from './settings.ts';

/** Where a connection leads, and with which client: all that its key says of it. */
export type ConnectionPlace = Pick<Connection, 'environment' | 'clientId'>;

/**
 * Reads back what `connectionKey` made; `undefined` for any other text. Words that follow a key, such as
 * the id of a table that is kept for a connection, are left out.
 */
export function readConnectionKey(text: string): ConnectionPlace | undefined {
  const words = text.split(' ');
  const [region = ''] = words;
  const isCustom = region.includes('://');
  const environment = environmentSchema.safeParse(
    isCustom ? { region: 'custom', loginUrl: region, apiUrl: words[1] } : { region },
  );
  const clientId = clientIdSchema.safeParse(words[isCustom ? 2 : 1]);
  if (!environment.success || !clientId.success) return undefined;
  return { environment: environment.data, clientId: clientId.data };
}
