import type { Bearer } from '../core/base/http.ts';
import { type Attempt, provenTransport } from '../core/launch/facts.ts';
import type { Launch, Transport } from '../core/launch/launch.ts';
import { probeTokenRequest } from '../core/session/session.ts';
import { send } from '../platform/http.ts';
import { transportTo } from '../platform/keys/launch.ts';

/**
 * After this long, in milliseconds, it is tried again whether a server takes streams: proxies come
 * and go, and trying costs a request that surely launches nothing.
 */
const rememberedFor = 60 * 60 * 1000;

/** Which transport a server has taken before, by an address of it, as far as that is remembered. */
export async function knownTransport(url: string | undefined): Promise<Transport | undefined> {
  if (url === undefined || !URL.canParse(url)) return undefined;
  const known = await transportTo(new URL(url).origin).get();
  return known && Date.now() - known.at < rememberedFor ? known.transport : undefined;
}

/** Remembers what the attempts have proven. What cannot be remembered is found out again. */
export async function rememberTransport(
  { request }: Launch,
  attempts: readonly Attempt[],
): Promise<void> {
  const transport = provenTransport(attempts);
  if (request === undefined || transport === undefined) return;
  await transportTo(new URL(request.url).origin)
    .set({ transport, at: Date.now() })
    .catch(() => {});
}

/** Whether there is a server at all, found out with a request that changes nothing. */
export async function isServerThere(bearer: Bearer): Promise<boolean> {
  return 'answer' in (await send(probeTokenRequest({ api: bearer.origin }), bearer));
}
