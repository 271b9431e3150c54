import { failed, type Outcome } from '../core/base/failure.ts';

/** The redirect URL to register for a path: `https://<extension id>.chromiumapp.org/<path>`. */
export function redirectUrl(path: string): string {
  return chrome.identity.getRedirectURL(path);
}

/** How long the login server may take to redirect when no window shows, in milliseconds. */
const silentLimit = 5_000;

/**
 * Sends the person (or, silently, the browser with its login session) to the login server, and
 * gives back the address to which it redirects.
 *
 * Fails with `sign-in-closed` where the person closed the window, `sign-in-needed` where silence was
 * asked for and the server needs the person; where no page could be loaded, with
 * `login-unreachable`, `sign-in-client-refused` or `sign-in-page-failed` (with the status), or
 * `sign-in-interrupted` where the server has nothing against the request.
 */
export async function visitLoginServer(
  url: URL,
  options: { silently: boolean },
): Promise<Outcome<URL>> {
  try {
    const redirected = await chrome.identity.launchWebAuthFlow({
      url: url.href,
      interactive: !options.silently,
      ...(options.silently && {
        abortOnLoadForNonInteractive: false,
        timeoutMsForNonInteractive: silentLimit,
      }),
    });
    return redirected === undefined
      ? failed('sign-in-closed')
      : { ok: true, value: new URL(redirected) };
  } catch (error) {
    // The browser tells by words only; they are those of Chromium's identity_launch_web_auth_flow_function.cc.
    if (String(error).includes('could not be loaded')) return whyNoPage(url);
    return failed(options.silently ? 'sign-in-needed' : 'sign-in-closed');
  }
}

/**
 * The browser shows no page that comes with an error status, and does not say which. A login server
 * that refuses a client must not lead back to it (RFC 6749, 4.1.2.1), so it answers with such a page.
 */
async function whyNoPage(url: URL): Promise<Outcome<never>> {
  try {
    const { status, type, ok } = await fetch(url, {
      redirect: 'manual',
      credentials: 'omit',
      cache: 'no-store',
      signal: AbortSignal.timeout(silentLimit),
    });
    // It leads on to its page as it does for a client that it knows: a second click in the window, or
    // one while the page was loading, stopped it.
    if (type === 'opaqueredirect' || ok) return failed('sign-in-interrupted');
    const isRefused = status >= 400 && status < 500;
    return failed(isRefused ? 'sign-in-client-refused' : 'sign-in-page-failed', { status });
  } catch {
    return failed('login-unreachable');
  }
}
