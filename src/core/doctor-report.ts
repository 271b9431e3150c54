import { type CheckedRequest, checkRequest } from './doctor-check.ts';
import { explain } from './explain.ts';
import { done, failed, type Outcome } from './failure.ts';
import type { Finding, FindingParams } from './finding.ts';
import { findingText } from './finding-text.ts';
import { requestFromJson } from './request-json.ts';
import { longestPaste, parseRequest } from './request-parse.ts';
import type { SeenRequest } from './request-seen.ts';
import type { Text } from './text.ts';

/** A finding with its words, and the facts in it (`key`, `names`, `right` …) beside them. */
type ReportedFinding = FindingParams & {
  code: string;
  certainty: string;
  cause: string;
  remedy: string;
};

interface Report {
  readonly findings: readonly ReportedFinding[];
  readonly corrected: CheckedRequest['corrected'];
}

/**
 * Checks what a command was given: one request in any form that `parseRequest` reads, or a JSON array
 * of them. One report for one request, an array for an array.
 *
 * Fails as `parseRequest` does; for an array with `request.at`, which says where.
 */
export function reportOn(input: string, text: Text): Outcome<Report | Report[]> {
  const trimmed = input.replace(/^\ufeff/, '').trim();
  if (!/^[[{"]/.test(trimmed)) return reportOne(parseRequest(input), text);
  const parsed = parseJson(trimmed);
  if (!parsed.ok) return parsed;
  if (!Array.isArray(parsed.value)) return reportOne(bounded(parsed.value), text);
  const reports: Report[] = [];
  for (const [index, entry] of parsed.value.entries()) {
    const report = reportOne(bounded(entry), text);
    if (!report.ok) {
      const { cause } = explain(report.failure, text);
      return failed('request.at', { number: index + 1, cause });
    }
    reports.push(report.value);
  }
  return done(reports);
}

function reportOne(seen: Outcome<SeenRequest>, text: Text): Outcome<Report> {
  if (!seen.ok) return seen;
  const { findings, corrected } = checkRequest(seen.value);
  return done({ findings: findings.map((it) => reported(it, text)), corrected });
}

function reported(it: Finding, text: Text): ReportedFinding {
  const { code, certainty, params } = it;
  return { code, certainty, ...findingText(it, text), ...params };
}

function parseJson(text: string): Outcome<unknown> {
  try {
    return done(JSON.parse(text));
  } catch {
    return failed('request.malformed-json');
  }
}

function bounded(value: unknown): Outcome<SeenRequest> {
  if (typeof value !== 'object' || value === null) return failed('request.not-a-request');
  const read = requestFromJson(value);
  if (!read.ok) return read;
  const length = read.value.bodyText?.length ?? 0;
  return length > longestPaste ? failed('request.too-long', { length, most: longestPaste }) : read;
}
