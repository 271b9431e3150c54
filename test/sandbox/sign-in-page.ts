import { type Html, html } from './html.ts';
import { findUser, users } from './users.ts';

/**
 * The sign-in form, with what was wrong with the last attempt. One of the sandbox's people is filled
 * in with their password, and the others are listed, because a person who tries it out has none of their own.
 */
export function signInBody(uid: string, typed: string, problem?: string): Html {
  const email = typed === '' ? users.author.email : typed;
  const password = findUser(email)?.password ?? '';
  return html`<main class="card">
<p class="brand">Genesys Cloud <span>sandbox</span></p>
<h1>Sign in</h1>
${problem === undefined ? undefined : html`<p class="problem" role="alert">${problem}</p>`}
<form method="post" action="/sign-in/${uid}">
<label for="email">Email</label>
<input id="email" name="email" type="email" autocomplete="username" required value="${email}">
<label for="password">Password</label>
<input id="password" name="password" type="password" autocomplete="current-password" required value="${password}">
<button type="submit">Sign in</button>
<button type="submit" name="cancel" value="yes" formnovalidate class="quiet">Cancel</button>
</form>
<p class="note">A stand-in for Genesys Cloud on this machine. Nothing leaves it.</p>
<p class="note">People, and their passwords:</p>
<ul class="note">
${Object.values(users).map((user) => html`<li>${user.email}: ${user.password}</li>`)}
</ul>
</main>`;
}

export function signedOutBody(): Html {
  return html`<main class="card"><h1>You are signed out</h1></main>`;
}

export function errorBody(error: string, description: string | undefined): Html {
  return html`<main class="card">
<p class="brand">Genesys Cloud <span>sandbox</span></p>
<h1>Sign-in is not possible</h1>
<p class="problem" role="alert">${description ?? error}</p>
<p class="note">Code: ${error}</p>
</main>`;
}

/** Where the link to Architect leads: a page that says what Architect would show. */
export function architectBody(): Html {
  return html`<main class="card">
<p class="brand">Architect <span>sandbox</span></p>
<h1>Architect would open here</h1>
<p class="note">The address after the # names the flow or the entry of the history.</p>
</main>`;
}
