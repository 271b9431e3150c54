import type { Finding } from '../base/finding.ts';
import { maskCustomerData, maskSecrets } from '../base/redact.ts';
import { type Creator, type Exchange, toHar } from '../launch/har.ts';
import { answerWithout, requestWithout, valuesIn, withoutThose } from '../launch/mask-values.ts';
import type { PageContext } from '../page/context.ts';
import { readingReport } from './page-reading.ts';

/** What a bundle is made of. */
export interface BundleParts {
  readonly program: Creator;
  /** The ID of this installation, which its redirect URLs and policies begin with. */
  readonly extensionId: string;
  /** As the browser calls itself, with its full version where it tells it. */
  readonly browser: string;
  /** When the bundle is made, in milliseconds since 1970. */
  readonly at: number;
  /** The settings that bear on the launch, as they are. */
  readonly settings: unknown;
  /** Undefined for a bundle about the installation. */
  readonly launch?: {
    readonly id: string;
    readonly state: string;
    readonly flowId: string;
    readonly executionId?: string | undefined;
    readonly times: Readonly<Record<string, number | undefined>>;
    /** Nothing of the customer's is kept: what was sent has marks in place of values. */
    readonly inputsRemoved?: boolean | undefined;
  };
  readonly findings: readonly Finding[];
  readonly correlationIds: readonly string[];
  readonly exchanges: readonly Exchange[];
  /** The page in front, where one was read. */
  readonly page?: Pick<PageContext, 'complete' | 'unread' | 'fields'> | undefined;
}

/**
 * What support needs to look into one launch, or into an installation, as JSON text: versions, settings, findings,
 * correlation ids, times, the exchange itself. Never a token, a verifier or a sign-in code.
 *
 * @param withCustomerData whether the user ticked it in; otherwise phone numbers and e-mail addresses
 *   are masked everywhere, and of the inputs and outputs only the names are kept
 */
export function supportBundle(parts: BundleParts, withCustomerData: boolean): string {
  const { program, extensionId, browser, at, settings, launch, findings, correlationIds } = parts;
  const exchanges = withCustomerData ? parts.exchanges : parts.exchanges.map(withoutValues);
  const values = withCustomerData ? [] : valuesOf(parts.exchanges);
  const bundle = {
    program,
    extensionId,
    browser,
    made: new Date(at).toISOString(),
    launch: launch && { ...launch, times: timesOf(launch.times) },
    findings: withoutThose(findings, values),
    correlationIds,
    settings: withoutThose(settings, values),
    ...(parts.page && {
      page: withoutThose(readingReport(parts.page, withCustomerData), values),
    }),
    har: withoutThose(toHar(exchanges, program), values),
  };
  const text = maskSecrets(JSON.stringify(bundle, null, 2));
  return withCustomerData ? text : maskCustomerData(text);
}

function withoutValues(exchange: Exchange): Exchange {
  const { request, answer } = exchange;
  const body = request.body === undefined ? undefined : requestWithout(request.body).text;
  const answered = answer && { ...answer, body: answerWithout(answer.body).text };
  return { ...exchange, request: { ...request, body }, answer: answered };
}

/** The customer's values in a launch and its answer. */
function valuesOf(exchanges: readonly Exchange[]): string[] {
  return valuesIn(
    exchanges.flatMap(({ request, answer }) => [
      requestWithout(request.body ?? ''),
      answerWithout(answer?.body ?? ''),
    ]),
  );
}

function timesOf(times: NonNullable<BundleParts['launch']>['times']): Record<string, string> {
  return Object.fromEntries(
    Object.entries(times).flatMap(([name, time]) =>
      time === undefined ? [] : [[name, new Date(time).toISOString()]],
    ),
  );
}
