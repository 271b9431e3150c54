import { explain } from '../base/explain.ts';
import { done, failed, type Outcome } from '../base/failure.ts';
import type { Finding, FindingParams } from '../base/finding.ts';
import { findingText } from '../base/finding-text.ts';
import type { Text } from '../base/text.ts';
import { z } from '../base/zod.ts';
import { launchPath } from '../doctor/address.ts';
import { type CheckedRequest, checkRequest } from '../doctor/check.ts';
import { requestFromJson } from '../request/json.ts';
import { longestPaste, parseRequest } from '../request/parse.ts';
import type { SeenRequest } from '../request/seen.ts';
import { diagnose } from './diagnosis.ts';

/** A finding with its words, and the facts in it (`key`, `names`, `right` …) beside them. */
type ReportedFinding = FindingParams & {
  code: string;
  certainty: string;
  cause: string;
  remedy: string;
};

export interface Report {
  /** What the request itself shows. */
  readonly findings: readonly ReportedFinding[];
  readonly corrected: CheckedRequest['corrected'];
  /** What the answer says beyond that, where one was given. */
  readonly refusal?: readonly ReportedFinding[];
}

const answeredSchema = z.object({
  response: z.object({
    status: z.int(),
    headers: z.catch(z.optional(z.record(z.string(), z.string())), undefined),
    body: z.optional(z.unknown()),
  }),
});

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
  if (!Array.isArray(parsed.value)) return reportOne(bounded(parsed.value), text, parsed.value);
  const reports: Report[] = [];
  for (const [index, entry] of parsed.value.entries()) {
    const report = reportOne(bounded(entry), text, entry);
    if (!report.ok) {
      const { cause } = explain(report.failure, text);
      return failed('request.at', { number: index + 1, cause });
    }
    reports.push(report.value);
  }
  return done(reports);
}

/**
 * Checks what somebody pasted, which is more forgiving than a command: what is almost JSON is read as
 * it was meant. At most `longestPaste` characters. Fails as `reportOn` does.
 */
export function reportOnPaste(pasted: string, text: Text): Outcome<Report[]> {
  const { length } = pasted;
  if (length > longestPaste) return failed('request.too-long', { length, most: longestPaste });
  const strict = reportOn(pasted, text);
  if (strict.ok) return done([strict.value].flat());
  if (strict.failure.code !== 'request.malformed-json') return strict;
  const forgiving = reportOne(parseRequest(pasted), text);
  return forgiving.ok ? done([forgiving.value]) : forgiving;
}

function reportOne(seen: Outcome<SeenRequest>, text: Text, given?: unknown): Outcome<Report> {
  if (!seen.ok) return seen;
  const { findings, corrected } = checkRequest(seen.value);
  const known = new Set(findings.map(({ code }) => code));
  const refusal = refusalIn(given, seen.value)?.filter(({ code }) => !known.has(code));
  return done({
    findings: findings.map((it) => reported(it, text)),
    corrected,
    ...(refusal === undefined ? {} : { refusal: refusal.map((it) => reported(it, text)) }),
  });
}

/** What the answer tells without any further evidence. */
function refusalIn(given: unknown, seen: SeenRequest): readonly Finding[] | undefined {
  const answered = answeredSchema.safeParse(given);
  if (!answered.success || answered.data.response.status < 300) return undefined;
  const { status, headers = {}, body } = answered.data.response;
  const lowerCase = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]);
  const text = typeof body === 'string' ? body : JSON.stringify(body ?? '');
  const answer = {
    status,
    headers: Object.fromEntries(lowerCase),
    body: body === null || body === undefined ? '' : text,
    cut: false,
  };
  const request = {
    method: seen.method ?? 'POST',
    url: seen.url ?? launchPath,
    headers: Object.fromEntries(seen.headers.map(({ name, value }) => [name, value])),
    ...(seen.bodyText === undefined ? {} : { body: seen.bodyText }),
  };
  const { findings } = diagnose({ request, answer, evidence: {} });
  // What the request shows is told already, and more fairly: here nobody knows what was not shown.
  return findings.filter((it) => !it.evidence?.some(({ code }) => code === 'request-shows'));
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
