/**
 * `kickoff-explain [--json] [FILE]`: says what a request, an answer or an execution shows, from a file
 * or standard input, in words or as JSON. Sends nothing. Ends with 2, and a sentence on standard
 * error, where there is nothing to read.
 */
import { buffer } from 'node:stream/consumers';
import { kickoffExplainAnswer } from './explain-answer.ts';

const args = process.argv.slice(2);
const standardInput = process.stdin.isTTY ? undefined : () => buffer(process.stdin);
const { status, stdout, stderr } = await kickoffExplainAnswer(args, standardInput);
process.stdout.write(stdout);
process.stderr.write(stderr);
process.exitCode = status;
