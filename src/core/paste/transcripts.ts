import { withoutEscapes } from '../request/quoted.ts';

/**
 * Rewrites as HTTP what libraries and tools log of requests, so that `messagesIn` can read it. Each form changes only
 * the lines that have its own marks.
 */
export function asHttp(text: string): string {
  return forms.reduce((written, form) => form(written), text);
}

const forms = [
  ofApache,
  ofPython,
  ofUrllib3,
  ofConsole,
  ofDotNet,
  ofOkHttp,
  ofSalesforce,
  ofInsomnia,
  ofLoggedCall,
  ofInspect,
];

/** `http-outgoing-0 >> "POST /path HTTP/1.1[\r][\n]"`: https://hc.apache.org/httpcomponents-client-4.5.x/logging.html */
function ofApache(text: string): string {
  if (!/http-outgoing-\d+ (?:>>|<<) "/.test(text)) return text;
  const lines = text.split('\n').flatMap((line) => {
    const [, content] = /http-outgoing-\d+ (?:>>|<<) "(.*?)"?\r?$/.exec(line) ?? [];
    if (content === undefined) return /http-outgoing-\d+/.test(line) ? [] : [line];
    return [content.replace(/(?:\[\\r\])?\[\\n\]$/, '')];
  });
  return lines.join('\n');
}

/** What Python's `http.client` prints with a debug level: https://docs.python.org/3/library/http.client.html */
function ofPython(text: string): string {
  if (!/^send: b?['"]/m.test(text)) return text;
  const lines = text.split('\n').map((line) => {
    const [, kind, content = ''] = /^(send|reply): b?['"](.*?)['"]?\r?$/.exec(line) ?? [];
    if (kind !== undefined)
      return withoutEscapes(content).replaceAll('\r\n', '\n').replace(/\n$/, '');
    return line.replace(/^header: /, '');
  });
  return lines.join('\n');
}

/** What Python's urllib3 logs: `https://host:443 "POST /path HTTP/1.1" 400 None`; logs of proxies and servers are alike. */
function ofUrllib3(text: string): string {
  return text.replace(
    /^.*?(https?:\/\/[\w.-]{1,100}(?::\d+)?)?[ \t]{0,9}"(GET|POST|PUT|PATCH|DELETE) (\S+) HTTP\/[\d.]{1,5}" (\d{3})\b.*$/gm,
    (_line, origin: string | undefined, method: string, path: string, status: string) =>
      `${method} ${(origin ?? '').replace(/:443$/, '')}${path}\n\nHTTP/1.1 ${status}\n`,
  );
}

/** The console of a browser: `app.js:7 POST https://… 400 (Bad Request)`, `XHRPOST https://… [HTTP/2 400 120ms]`. */
function ofConsole(text: string): string {
  return text.replace(
    /^[^"'`\n]{0,200}?(?:XHR ?)?(GET|POST|PUT|PATCH|DELETE)[ \t]+(https?:\/\/[^\s"'`]{1,300})[ \t]+(?:\[HTTP\/[\d.]{1,5}[ \t]+(\d{3})\b|([45]\d\d) \().*$/gm,
    (_line, method: string, url: string, inFirefox = '', inChrome = '') =>
      `${method} ${url}\n\nHTTP/1.1 ${inFirefox}${inChrome}\n`,
  );
}

/** What .NET prints: https://learn.microsoft.com/dotnet/api/system.net.http.httprequestmessage.tostring */
function ofDotNet(text: string): string {
  return text
    .replace(
      /Method: ([A-Z]+), RequestUri: '([^'\n]+)', Version: [\d.]+, Content: [^\n,]*(?:, Headers:\s*\{([^{}]*)\})?/g,
      (_whole, method: string, url: string, headers = '') =>
        `\n${method} ${url}${headersIn(headers)}\n`,
    )
    .replace(
      /StatusCode: (\d{3}), ReasonPhrase: '([^'\n]*)', Version: [\d.]+, Content: [^\n,]*(?:, Headers:\s*\{([^{}]*)\})?/g,
      (_whole, status: string, reason: string, headers = '') =>
        `\nHTTP/1.1 ${status} ${reason}${headersIn(headers)}\n`,
    );
}

function headersIn(lines: string): string {
  const headers = lines.split('\n').map((line) => line.trim());
  return headers.map((line) => (line === '' ? '' : `\n${line}`)).join('');
}

/** `--> POST https://…`, `<-- 400 Bad Request https://… (187ms)`: https://github.com/square/okhttp/tree/master/okhttp-logging-interceptor */
function ofOkHttp(text: string): string {
  if (!/^.*--> (?:GET|POST|PUT|PATCH|DELETE) https?:/m.test(text)) return text;
  return text
    .replace(/^.*(?:--> END|<-- END)\b.*$/gm, '')
    .replace(/^.*--> (GET|POST|PUT|PATCH|DELETE) (\S+).*$/gm, '$1 $2')
    .replace(/^.*<-- (\d{3})\b[ \t]*([A-Za-z ]{0,40}?)[ \t]*(?:https?:.*)?$/gm, 'HTTP/1.1 $1 $2');
}

/** The debug log of Salesforce: https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_debugging_debug_log.htm */
function ofSalesforce(text: string): string {
  return text
    .replace(
      /^.*System\.HttpRequest\[Endpoint=([^,\]\n]{1,2000}), Method=([A-Z]+)\].*$/gm,
      '$2 $1\n',
    )
    .replace(
      /^.*System\.HttpResponse\[Status=([^,\]\n]{0,100}), StatusCode=(\d{3})\](?:[^{\n]*(\{.*))?.*$/gm,
      'HTTP/1.1 $2 $1\n\n$3',
    );
}

/** The timeline of Insomnia, which marks the lines of bodies with `| `. */
function ofInsomnia(text: string): string {
  return /^> .*HTTP\/\d/m.test(text) ? text.replace(/^\|[ \t]?/gm, '') : text;
}

/** A call on one line of a log: `… POST https://… body={…}`. */
function ofLoggedCall(text: string): string {
  return text.replace(
    /^(?!.*\b(?:curl|http|wget|gc)\b[ \t]).*?\b(POST|PUT|PATCH)[ \t]{1,9}(https?:\/\/\S{1,300}?|\/api\/v\d\S{0,300}?)[ \t,;]{1,9}(?:with[ \t])?(?:request[ \t]?)?(?:body|payload|data|json|params)[ \t]{0,9}[=:]?[ \t]{0,9}(?=\{(?!\\))/gim,
    '$1 $2\n',
  );
}

/** What Node prints of an error: the object with its members begins behind the last line of its stack. */
function ofInspect(text: string): string {
  return text.replace(/^([ \t]+at [^\n{]{1,300})\{[ \t]*$/gm, '$1\n{');
}
