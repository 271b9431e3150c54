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
    if (sender.id !== chrome.runtime.id || !isOurPage(sender)) return false;
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

function isOurPage(sender: chrome.runtime.MessageSender): boolean {
  return sender.url?.startsWith(chrome.runtime.getURL('')) ?? false;
}
