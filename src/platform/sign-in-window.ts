import { failed, type Outcome } from '../core/failure.ts';

/** The redirect URL to register for a path: `https://<extension id>.chromiumapp.org/<path>`. */
export function redirectUrl(path: string): string {
  return chrome.identity.getRedirectURL(path);
}

/** How long the login server may take to redirect where nobody sees a window, in milliseconds. */
const silentLimit = 5_000;

/**
 * Sends the person (or, silently, the browser with its login session) to the login server, and
 * gives back the address to which it redirects.
 *
 * Fails with `sign-in-closed` where the person closed the window, `sign-in-needed` where silence was
 * asked for and the server wants to see somebody, `sign-in-page-failed` where no page could be loaded.
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
    return failed(reason(String(error), options.silently));
  }
}

/** The browser tells by words only; they are those of Chromium's identity_launch_web_auth_flow_function.cc. */
function reason(message: string, silently: boolean): string {
  if (message.includes('could not be loaded')) return 'sign-in-page-failed';
  return silently ? 'sign-in-needed' : 'sign-in-closed';
}
