import type { Hosts } from '../base/environment.ts';
import { errorBody, notRead } from '../base/error-body.ts';
import { done, failed, type Outcome } from '../base/failure.ts';
import { type HttpAnswer, type HttpRequest, jsonOf } from '../base/http.ts';
import { readListing } from './answer.ts';
import { type Conversation, understand } from './conversation.ts';

/**
 * Asks for the active conversations of the signed-in user, of every medium, in one request:
 * `GET /api/v2/conversations` (getConversations). Its one parameter, `communicationType`, has no
 * published values and is left out; pages cannot be asked for.
 * https://developer.genesys.cloud/devapps/api-explorer
 */
export function conversationsRequest(hosts: Hosts): HttpRequest {
  return {
    method: 'GET',
    url: `${hosts.api}/api/v2/conversations`,
    headers: { Accept: 'application/json' },
  };
}

/** The conversations of the user, and whether these are all. */
export interface ReadConversations {
  conversations: Conversation[];
  complete: boolean;
}

/**
 * Reads the answer to `conversationsRequest`. Conversations in which the user has no part are left
 * out.
 *
 * Fails with `conversations-scope-missing`, `conversations-not-allowed`, `conversations-too-large`,
 * `conversations-rate-limited` or `conversations-not-read`.
 */
export function readConversations(
  answer: HttpAnswer,
  userId: string | undefined,
): Outcome<ReadConversations> {
  const { status, cut } = answer;
  if (status === 403) {
    const isScope = errorBody(answer).code === 'app.not.authorized.for.scope';
    return notRead(
      answer,
      isScope ? 'conversations-scope-missing' : 'conversations-not-allowed',
      {},
    );
  }
  if (status === 429) return failed('conversations-rate-limited');
  if (cut) return failed('conversations-too-large');
  const listing = status === 200 ? readListing(jsonOf(answer)) : undefined;
  if (listing === undefined) return notRead(answer, 'conversations-not-read');
  const conversations = listing.conversations.flatMap((one) => understand(one, userId) ?? []);
  return done({ conversations, complete: listing.complete });
}
