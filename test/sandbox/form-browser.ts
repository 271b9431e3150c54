/**
 * As much of a browser as a sign-in needs: it follows redirects within the sandbox, keeps cookies by
 * name, sends the form, and stops where a redirect leads outside.
 */
export interface FormBrowser {
  /** Opens an address. */
  open(url: string, init?: RequestInit): Promise<Landing>;
  /** Sends the form on a page, with these fields. */
  submit(page: Landing, fields: Record<string, string>): Promise<Landing>;
}

/** Where the browser came to rest: a page, or the address that a redirect names outside. */
export interface Landing {
  url: URL;
  status: number;
  html: string;
}

export function createFormBrowser(): FormBrowser {
  const cookies = new Map<string, string>();

  async function open(url: string, init: RequestInit = {}): Promise<Landing> {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(url, {
      ...init,
      redirect: 'manual',
      headers: { accept: 'text/html', cookie },
    });
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === '') cookies.delete(name);
      else cookies.set(name, value);
    }
    const location = response.headers.get('location');
    if (location === null) {
      return { url: new URL(url), status: response.status, html: await response.text() };
    }
    const target = new URL(location, url);
    if (target.origin === new URL(url).origin && !target.searchParams.has('state')) {
      return open(target.href);
    }
    return { url: target, status: response.status, html: '' };
  }

  return {
    open,
    submit(page, fields) {
      const action = /<form[^>]* action="([^"]+)"/.exec(page.html)?.[1] ?? '';
      return open(new URL(action, page.url).href, {
        method: 'POST',
        body: new URLSearchParams(fields),
      });
    },
  };
}
