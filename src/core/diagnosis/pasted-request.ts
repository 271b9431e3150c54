import { explain } from '../base/explain.ts';
import { done, failed, type Outcome } from '../base/failure.ts';
import { finding } from '../base/finding.ts';
import { isObject, isTooDeep, parseJson } from '../base/json.ts';
import type { Text } from '../base/text.ts';
import { noLaunchIn } from '../doctor/no-launch.ts';
import { isRequest, piecesOfJson } from '../export/json.ts';
import { languagesIn, unreadLanguage } from '../grammar/language.ts';
import { parsePaste } from '../paste/parse.ts';
import { longestPaste } from '../request/longest.ts';
import type { Piece } from '../request/piece.ts';
import { meaningOf } from './error-catalogue.ts';
import { type Report, reported, reportOnPieces } from './pasted-report.ts';

/**
 * Checks what the person pasted, or what a command was given: anything that `parsePaste` reads, or a
 * JSON list of requests. One report for one paste, what else it holds within it; a list for a list.
 * A text without any of this gets a report, too: `unknown`.
 *
 * Fails as `parsePaste` does, with `request.malformed-json` for what begins as JSON and cannot be
 * read, and for a list with `request.at`, which says where.
 */
export async function reportOn(input: string, text: Text): Promise<Outcome<Report | Report[]>> {
  const list = requestList(input);
  if (list !== undefined) return reportOnList(list, text);
  const pieces = await parsePaste(input);
  if (!pieces.ok) return pieces;
  const report = reportOnPieces(pieces.value, text);
  if (report !== undefined) return done(report);
  if (/^\ufeff?\s*(?:\{|\[(?!\w))/.test(input)) return failed('request.malformed-json');
  return done(unknown(input, text));
}

/** As `reportOn`, as the list that a page shows. */
export async function reportOnPaste(pasted: string, text: Text): Promise<Outcome<Report[]>> {
  const report = await reportOn(pasted, text);
  if (!report.ok) return report;
  const reports = [report.value].flat().flatMap(({ also = [], ...own }) => [own, ...also]);
  const isNothing = reports.every(
    ({ kind, findings }) => kind === 'unknown' && findings[0]?.code === 'nothing-found',
  );
  return isNothing ? failed('request.not-a-request') : done(reports);
}

/** A JSON list whose first entry is a request: each of them is reported on by itself. */
function requestList(input: string): readonly unknown[] | undefined {
  if (!/^\ufeff?\s*\[\s*\{/.test(input) || input.length > longestPaste) return undefined;
  const { value } = parseJson(input.replace(/^\ufeff/, '')) ?? {};
  const isList = Array.isArray(value) && isObject(value[0]) && isRequest(value[0]);
  return isList ? value : undefined;
}

function reportOnList(list: readonly unknown[], text: Text): Outcome<Report[]> {
  const reports: Report[] = [];
  for (const [index, entry] of list.entries()) {
    const pieces = isObject(entry) && !isTooDeep(entry) ? piecesOfJson(entry) : [];
    const report = reportOnPieces(pieces, text);
    if (report === undefined) {
      const { cause } = explain(failed('request.not-a-request').failure, text);
      return failed('request.at', { number: index + 1, cause });
    }
    reports.push(report);
  }
  return done(reports);
}

/** The published code of an error that words name: an answer of which nothing else is known. */
function codeTold(words: string): Piece | undefined {
  const codes = words.slice(0, 10_000).matchAll(/\b[a-z]+(?:\.[a-z]+){1,6}\b/gi);
  for (const { 0: code, index: at } of codes) {
    if (meaningOf(code) === undefined) continue;
    const answer = { status: undefined, headers: {}, body: JSON.stringify({ code }) };
    return { kind: 'answer', answer, at, isCut: true };
  }
  return undefined;
}

/** What was seen of a text in which nothing was found. */
function unknown(input: string, text: Text): Report {
  const noLaunch = noLaunchIn(input);
  if (noLaunch !== undefined) {
    const { finding: found, corrected } = noLaunch;
    const findings = [reported(found, text)];
    return { kind: 'unknown', summary: text('paste_unknown'), findings, corrected };
  }
  const other = unreadLanguage(input);
  const [language] = languagesIn(input);
  const told = language === undefined ? codeTold(input) : undefined;
  const explained = told && reportOnPieces([told], text);
  if (explained !== undefined) return explained;
  const summary = text('paste_unknown');
  const found =
    other === undefined
      ? finding('nothing-found', 'likely', language === undefined ? {} : { language })
      : finding('language-not-read', 'likely', { language: other });
  return { kind: 'unknown', summary, findings: [reported(found, text)], corrected: null };
}
