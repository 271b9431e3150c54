import type { Outcome } from '../core/base/failure.ts';
import {
  type Handlers,
  type Question,
  type QuestionName,
  readMessage,
  readReply,
} from '../core/view/protocol.ts';

/** Asks the worker, and waits for its one answer. Never throws: a silent worker is a failure. */
export async function ask<Name extends QuestionName>(
  name: Name,
  question: Question<Name>,
): Promise<Outcome<null>> {
  try {
    return readReply(await chrome.runtime.sendMessage({ ask: name, question }));
  } catch {
    return readReply(undefined);
  }
}

/**
 * Answers the questions of our own pages. Messages from anywhere else, of another kind or with
 * another content are left alone: content scripts share our id but never our origin.
 */
export function answerQuestions(handlers: Handlers): void {
  chrome.runtime.onMessage.addListener((raw: unknown, sender, reply) => {
    if (!isOurPage(sender)) return false;
    const message = readMessage(raw);
    if (message === undefined) return false;
    const handle = handlers[message.ask] as (question: unknown) => Promise<Outcome<null>>;
    handle(message.question).then(reply, (error: unknown) => {
      console.error(error);
      reply(undefined);
    });
    return true;
  });
}

/** What a view holds to the worker for as long as a launch is on its way out of it. */
export interface Line {
  /** The launch left the view, or was given up there. */
  done(): void;
  /** The view closes with the launch still on its way. */
  drop(): void;
}

/** Begins a launch that a view has on its way beside a tab. The line ends with the view, too. */
export function holdLine(tabId: number): Line {
  const port = chrome.runtime.connect({ name: `${lineName}${tabId}` });
  return {
    done: () => {
      port.postMessage('done');
      port.disconnect();
    },
    drop: () => port.disconnect(),
  };
}

const lineName = 'launching ';

/**
 * Calls back with the tab of a view of ours that closed while a launch was on its way out of it. Call it as the
 * worker starts.
 */
export function onLaunchDropped(callback: (tabId: number) => void): void {
  chrome.runtime.onConnect.addListener(({ name, sender, onMessage, onDisconnect }) => {
    const tabId = Number(name.slice(lineName.length));
    const isLine = name.startsWith(lineName) && Number.isInteger(tabId);
    if (!isLine || !isOurPage(sender)) return;
    let isDone = false;
    onMessage.addListener(() => {
      isDone = true;
    });
    onDisconnect.addListener(() => {
      if (!isDone) callback(tabId);
    });
  });
}

/** Content scripts share our id, and never our origin. */
function isOurPage(sender: chrome.runtime.MessageSender | undefined): boolean {
  if (sender?.id !== chrome.runtime.id) return false;
  return sender.url?.startsWith(chrome.runtime.getURL('')) ?? false;
}
