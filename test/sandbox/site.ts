import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Provider } from 'oidc-provider';
import { type ArmedAnswer, type Armory, replacement } from './armed.ts';
import { crmPage } from './crm.ts';
import {
  type Answer,
  apiHeaders,
  htmlPage,
  readRequest,
  type SandboxRequest,
  send,
} from './exchange.ts';
import { page } from './html.ts';
import { breakConnection } from './server.ts';
import { signIn } from './sign-in.ts';
import { architectBody } from './sign-in-page.ts';
import { pageStyle } from './style.ts';

interface SiteParts {
  api(request: SandboxRequest): Answer;
  provider: Provider;
  signOut(request: SandboxRequest): Answer;
  armory: Armory;
  now(): number;
  record(request: SandboxRequest): void;
}

/** Everything under the sandbox's one address: the API, the login, the CRM, and Architect's door. */
export function createSite(parts: SiteParts) {
  const { api, provider, signOut, armory, now, record } = parts;
  const authorize = provider.callback();

  return async (message: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { request, replay } = await readRequest(message, now());
    const { path } = request;
    const isApi = path.startsWith('/api/');
    const isLogin = /^\/(oauth|sign-in|logout)(\/|$)/.test(path);
    if (!isApi && !isLogin) {
      send(response, pageAt(path));
      return;
    }
    record(request);
    const armed = armory.take(request) ?? {};
    if (armed.drop === 'before') {
      breakConnection(message);
      return;
    }
    if (isApi) {
      await sendApiAnswer(request, message, response, armed);
      return;
    }
    await pause(armed.delayMs);
    const instead = replacement(armed);
    if (instead) send(response, instead);
    else if (path.startsWith('/logout')) send(response, signOut(request));
    else if (path.startsWith('/sign-in/')) await signIn(provider, request, message, response);
    else await authorize(replay(), response);
  };

  async function sendApiAnswer(
    request: SandboxRequest,
    message: IncomingMessage,
    response: ServerResponse,
    armed: ArmedAnswer,
  ): Promise<void> {
    const instead = replacement(armed);
    const hasEffect = instead === undefined || armed.process === true || armed.drop === 'after';
    const usual = hasEffect ? api(request) : undefined;
    await pause(armed.delayMs);
    if (armed.drop === 'after') {
      breakConnection(message);
      return;
    }
    const answer = instead ?? usual ?? { status: 500 };
    const headers = { ...apiHeaders(request), ...answer.headers, ...armed.headers };
    send(response, { ...answer, headers });
  }
}

function pageAt(path: string): Answer {
  if (path === '/') return { status: 302, headers: { location: '/crm/' } };
  if (path.startsWith('/architect')) {
    return htmlPage(page({ title: 'Architect', style: pageStyle, body: architectBody() }));
  }
  return crmPage(path);
}

async function pause(milliseconds = 0): Promise<void> {
  if (milliseconds > 0) {
    await new Promise((resolve) => setTimeout(resolve, milliseconds).unref());
  }
}
