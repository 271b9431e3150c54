import { done, failed, type Outcome } from '../base/failure.ts';

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/**
 * The flow that is meant by an id or by the address of a workflow open in Architect, such as
 * `https://apps.mypurecloud.de/architect/#/workflow/flows/<id>/latest/task/<another id>`: the id
 * after `flows/`, never the last one.
 *
 * Fails with `flow-id-malformed`, `flow-address-other-type` (with the type) or
 * `flow-address-without-flow`.
 */
export function flowIdFrom(text: string): Outcome<string> {
  const trimmed = text.trim();
  if (uuid.test(trimmed)) return done(trimmed.toLowerCase());
  if (!/^https?:\/\//i.test(trimmed)) return failed('flow-id-malformed');
  const [, type, id] = /\/architect\/#?\/?([\w-]+)\/flows\/([^/?#]+)/i.exec(trimmed) ?? [];
  if (type === undefined || id === undefined || !uuid.test(id)) {
    return failed('flow-address-without-flow');
  }
  if (type.toLowerCase() !== 'workflow') return failed('flow-address-other-type', { type });
  return done(id.toLowerCase());
}
