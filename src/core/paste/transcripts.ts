import { withoutEscapes } from '../request/quoted.ts';

/**
 * Rewrites as HTTP what libraries and tools log of requests, so that `messagesIn` can read it. Each form changes only
 * the lines that have its own marks.
 */
export function asHttp(text: string): string {
  return forms.reduce((written, form) => form(written), text);
}

const forms = [
  ofHttpFile,
  ofCurlConfig,
  ofFeign,
  ofFaraday,
  ofSpring,
  ofApiGateway,
  ofMitmproxy,
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

/** `@host = https://…` in a file for an editor's client of HTTP, filled in where `{{host}}` stands. */
function ofHttpFile(text: string): string {
  if (!/\{\{\w+\}\}/.test(text)) return text;
  const found = text.matchAll(/^@(\w{1,40})[ \t]*=[ \t]*([^\s{}]{1,300})[ \t]*\r?$/gm);
  const values = new Map([...found].map(([, name = '', value = '']) => [name, value]));
  if (values.size === 0) return text;
  return text.replace(/\{\{(\w{1,40})\}\}/g, (place, name: string) => values.get(name) ?? place);
}

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

/** A file of options for curl, as `curl -K` reads it. https://curl.se/docs/manpage.html#-K */
function ofCurlConfig(text: string): string {
  const option =
    /^[ \t]*-{0,2}(url|request|header|data(?:-\w+)?|json)[ \t]*=?[ \t]*(".*"|\S+)[ \t]*$/gm;
  if (!/^[ \t]*-{0,2}url[ \t]*=?[ \t]*"/m.test(text) || /\bcurl [^\n]{0,500}http/.test(text))
    return text;
  const lines = [...text.matchAll(option)].map(([, name, value]) => `--${name} ${value}`);
  return lines.length > 1 ? `curl ${lines.join(' ')}` : text;
}

/** `[Client#launch] ---> POST https://… HTTP/1.1`: https://github.com/OpenFeign/feign#logging */
function ofFeign(text: string): string {
  if (!/^.*\] ---> [A-Z]+ http/m.test(text)) return text;
  return text
    .replace(/^.*?\[\w+#\w+(?:\([^()\n]*\))?\][ \t]?/gm, '')
    .replace(/^---> (?=[A-Z]+ http)|^<--- (?=HTTP)/gm, '')
    .replace(/^(?:---> END|<--- END).*$/gm, '');
}

/** `request: POST https://…`, `response: Status 400`: https://lostisland.github.io/faraday/#/middleware/included/logging */
function ofFaraday(text: string): string {
  if (!/^.*\brequest: [A-Z]+ http/m.test(text)) return text;
  return text
    .replace(/^.*\brequest: (?=\{)/gm, '\n')
    .replace(/^.*\brequest: /gm, '')
    .replace(/^([\w-]+): "(.*)"$/gm, '$1: $2')
    .replace(/^.*\bresponse: Status (\d{3})/gm, '\nHTTP/1.1 $1');
}

/** What Spring logs of `RestTemplate`: `HTTP POST https://…`, `Writing [{…}] as "application/json"`, without its headers. */
function ofSpring(text: string): string {
  if (!/\bHTTP (?:POST|PUT|PATCH) http/.test(text)) return text;
  return text
    .replace(/^.*\bHTTP (GET|POST|PUT|PATCH|DELETE) (http\S+)[ \t]*$/gm, '$1 $2\n')
    .replace(/^.*\bWriting \[\{.*$/gm, writtenBody)
    .replace(/^.*\bAccept=\[.*$/gm, '')
    .replace(/^.*\bResponse (\d{3}) [A-Z_]+[ \t]*$/gm, 'HTTP/1.1 $1\n');
}

function writtenBody(line: string): string {
  const start = line.indexOf('[{') + 1;
  return `\n${line.slice(start, line.lastIndexOf('}]') + 1)}`;
}

/** https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-logging.html: its method stands elsewhere. */
function ofApiGateway(text: string): string {
  if (!/\bEndpoint request URI: http/.test(text)) return text;
  return text
    .replace(/^.*\bEndpoint request URI: (\S+).*$/gm, 'POST $1\n')
    .replace(/^.*\bEndpoint request body after transformations: /gm, '')
    .replace(/^.*\bReceived response\. Status: (\d{3}).*$/gm, 'HTTP/1.1 $1\n')
    .replace(/^.*\bEndpoint response body before transformations: /gm, '')
    .replace(/^(?:\([\w-]+\) )?(?:Endpoint re|Sending request|Method completed).*$/gm, '');
}

/** The view of one request in mitmproxy: https://docs.mitmproxy.org */
function ofMitmproxy(text: string): string {
  if (!/^[ \t]*Request[ \t]+Response[ \t]+Detail/m.test(text)) return text;
  return text
    .replace(/^[ \t]*(?:[←<][^\n]*\d{3}|Request[ \t]+Response[ \t]+Detail)[^\n]*\n/gm, '')
    .replace(/^.*\[m:\w+\][ \t]*$/gm, '');
}

/** The console of a browser: `app.js:7 POST https://… 400 (Bad Request)`, `XHRPOST https://… [HTTP/2 400 120ms]`. */
function ofConsole(text: string): string {
  const loaded = text.replace(
    /^.*\bFetch failed loading: (GET|POST|PUT|PATCH|DELETE) "(https?:[^\s"]{1,300})".*$/gm,
    '$1 $2\n',
  );
  return loaded.replace(
    /^[^"'`\n]{0,200}?(?:XHR ?)?(GET|POST|PUT|PATCH|DELETE)[ \t]+(https?:\/\/[^\s"'`]{1,300})[ \t]+(?:\[HTTP\/[\d.]{1,5}[ \t]+(\d{3})\b|([45]\d\d) \().*$/gm,
    (_line, method: string, url: string, inFirefox = '', inChrome = '') =>
      `${method} ${url}\n\nHTTP/1.1 ${inFirefox}${inChrome}\n`,
  );
}

/** What .NET logs and prints: https://learn.microsoft.com/dotnet/api/system.net.http.httprequestmessage.tostring */
function ofDotNet(text: string): string {
  return text
    .replace(/^.*\bSending HTTP request ([A-Z]+) (http\S+)[ \t]*$/gm, '$1 $2\n')
    .replace(
      /^.*\bReceived HTTP response headers after [\d.,]+ms - (\d{3})[ \t]*$/gm,
      'HTTP/1.1 $1\n',
    )
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
