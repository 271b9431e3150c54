import { expect, it } from 'vitest';
import { isAnswerBody } from './answer.ts';

it.each([
  ['an error of the API', { message: 'The request could not be understood', code: 'bad.request' }],
  ['an error with the other name of its code', { errorCode: 'invalid.request', message: 'No' }],
  ['a code alone, by its other name', { errorCode: 'invalid.request' }],
  ['an error of a data action', { userMessage: 'The flow is not published', status: 400 }],
  ['a problem as RFC 9457 has it', { title: 'Bad Request', status: 400, detail: 'Invalid body' }],
  ['a problem with its type alone', { type: 'about:blank', title: 'Bad Request', status: 400 }],
  ['a status in words beside its message', { status: 'error', message: 'Bad input' }],
])('takes %s for a response', (_, body) => {
  expect(isAnswerBody(body)).toBe(true);
});

it.each([
  ['a launch', { flowId: 'f', status: 400, message: 'x' }],
  ['inputs of a launch', { status: 'open', message: 'Call me back' }],
  ['a book', { title: 'Bad Request', status: 'lent' }],
  ['a film with a number', { title: '404', status: 7, detail: 'x' }],
])('takes %s for none', (_, body) => {
  expect(isAnswerBody(body)).toBe(false);
});
