/**
 * `npm run --silent explain < request.txt`: says what a request, an answer or an execution shows.
 * Reads one paste in any form, or a JSON array of requests, from standard input; prints JSON with a
 * `kind`. Sends nothing. Ends with 2, and a sentence on standard error, where there is nothing to
 * read.
 */
import { buffer } from 'node:stream/consumers';
import { explainAnswer } from './explain-answer.ts';

const { status, stdout, stderr } = await explainAnswer(await buffer(process.stdin));
process.stdout.write(stdout);
process.stderr.write(stderr);
process.exitCode = status;
