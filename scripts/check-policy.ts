/**
 * `npm run --silent check-policy < policy`: what becomes of a policy, before it is rolled out. Reads it
 * from standard input, in any of its forms: JSON for Google's admin console, with or without each value
 * wrapped; a policy file for Linux; a registry file; a configuration profile for macOS; the script and
 * the JSON for Intune.
 *
 * Ends with 0 where all of it counts, with 1 where a part does not or contradicts another, and with 2
 * where there is no policy to read. It prints what agents will see once all of it counts; with
 * `-- --explain` in any case.
 */
import { buffer } from 'node:stream/consumers';
import { policyAnswer } from './policy-answer.ts';

const explains = process.argv.includes('--explain');
const { status, stdout, stderr } = policyAnswer(await buffer(process.stdin), explains);
process.stdout.write(stdout);
process.stderr.write(stderr);
process.exitCode = status;
