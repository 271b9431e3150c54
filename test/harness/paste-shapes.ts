const url = 'https://api.mypurecloud.com/api/v2/flows/executions';

const lines = (count: number, line: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => line(at)).join('\n');

const http = (body: string, header = '') =>
  `POST /api/v2/flows/executions HTTP/1.1\nHost: api.mypurecloud.com\n${header}\n${body}`;
const csharp = (code: string) =>
  `using System;\n${code}\nnew HttpClient().PostAsync("${url}", new StringContent("{}"));`;
const zapier = (data: object) => JSON.stringify({ url, payload_type: 'json', data });

/**
 * What is hard to read, by its name. `share`: of the length that about a megabyte of it has; whatever grows with the
 * square of its length still takes too long at a tenth.
 */
export function pasteShapes(share: number): Record<string, string> {
  const some = (most: number) => Math.ceil(most * share);
  const last = some(10_000) - 1;
  return {
    'variables of JavaScript': `${lines(some(10_000), (at) => `const v${at} = v${at - 1} + 'x';`)}\nfetch('${url}', { method: 'POST', body: v${last} })`,
    'variables of Python': `${lines(some(10_000), (at) => `v${at} = v${at - 1} + "x"`)}\nrequests.post("${url}", data=v${last})`,
    'variables of PowerShell': `${lines(some(10_000), (at) => `$v${at} = "$v${at - 1}x"`)}\nirm ${url} -Method Post -Body $v${last}`,
    'variables of bash': `${lines(some(10_000), (at) => `V${at}="$V${at - 1}x"`)}\ncurl -X POST ${url} -d "$V${last}"`,
    'an object that holds itself': `let a = {}; let b = { a }; a.b = b; fetch('${url}', { method: 'POST', body: JSON.stringify(a) })`,
    'a dictionary that holds itself': `a = {}\na["a"] = a\nrequests.post("${url}", json=a)`,
    'functions that call themselves': `function f(x) { return f(g(x)) } function g(x) { return f(x) + g(x) } fetch('${url}', { method: 'POST', body: f(1) })`,
    'a text that doubles 60 times': `let a = '${'x'.repeat(1000)}';${'a = a + a;'.repeat(60)}fetch('${url}', { method: 'POST', body: a })`,
    'a list that doubles 40 times': `a = ["x"]\n${'a = a + a\n'.repeat(40)}requests.post("${url}", json={"inputData": a})`,
    'an object that doubles 60 times': `let a = { x: 1 };${'a = { p: a, q: a };'.repeat(60)}fetch('${url}', { method: 'POST', body: JSON.stringify(a) })`,
    'a variable of bash that doubles': `A=${'x'.repeat(1000)}\n${'A="$A$A"\n'.repeat(40)}curl -X POST ${url} -d "$A"`,
    'a string of PowerShell that doubles': `$a='${'x'.repeat(1000)}'\n${'$a = "$a$a"\n'.repeat(40)}irm ${url} -Method Post -Body $a`,
    'YAML whose names multiply': `openapi: 3\npaths:\n  a: &a [x,x,x,x,x,x,x,x,x]\n${lines(7, (at) => `  n${at}: &${'bcdefgh'[at]} [${Array(9).fill(`*${'abcdefg'[at]}`).join(',')}]`)}\n`,
    'deep brackets of code': 'fetch({'.repeat(some(50_000)),
    'deep brackets of HCL': `config_request {${'a = {'.repeat(some(100_000))}`,
    'quotes alone': `curl ${'"'.repeat(some(99_999))}`,
    'brackets on lines of their own that nothing closes': `x${"\n{\n['a".repeat(some(160_000))}`,
    'a label and quotes': `Body: ${'"'.repeat(some(900_000))}`,
    'a label and spaces': `URL${' '.repeat(some(900_000))}:`,
    'one long line of a log': `POST ${url} `.repeat(some(18_000)),
    'grave accents alone': '`'.repeat(some(500_000)),
    'many headers': `POST /api/v2/flows/executions HTTP/1.1\n${'X-A: b\n'.repeat(some(100_000))}`,
    'an address with 12 open places': `curl -X POST 'https://api.mypurecloud.com/${'{a}'.repeat(12)}x'`,
    'a host with 12 open places': `curl -X POST 'https://${'{a}'.repeat(12)}x.pure.cloud/api/v2/flows/executions'`,
    'a token crossed out with x': `curl -X POST ${url} -H 'Authorization: Bearer ${'x'.repeat(60)}.'`,
    'a header with many spaces': http('{}', `Authorization: Bearer${' '.repeat(some(900_000))}x\n`),
    'a body without quotes and many spaces': http(`{flowId:a${' '.repeat(some(900_000))}{`),
    'a body of YAML with many spaces': http(`flowId: a${' '.repeat(some(900_000))}b`),
    'an open place of many characters': http(`{"flowId":"{{${'a'.repeat(some(900_000))}"}`),
    'a form with many inputs': lines(some(30_000), (at) => `a[b${at}]=1`).replaceAll('\n', '&'),
    'a list of numbers': `[${'1,'.repeat(some(150_000))}1]`,
    'an error with many quotes': JSON.stringify({
      message: "'a".repeat(some(400_000)),
      code: 'x.y',
      status: 400,
    }),
    'text without a space': `${'QUJD'.repeat(some(200_000))}\nfetch("${url}")`,
    'many backslashes': `{"message": "${'\\\\'.repeat(some(200_000))}`,
    'public and many spaces': `public${' '.repeat(some(60_000))}x\nfetch("${url}")`,
    'deep types of C#': csharp(
      `void f(${'<'.repeat(some(200_000))}${'>'.repeat(some(200_000))} a) {}`,
    ),
    'a parameter of C# of many letters': csharp(`void f(${'a'.repeat(some(900_000))}!) {}`),
    'a lambda of C# of many letters': csharp(`var f = (${'a'.repeat(some(900_000))}.b) => 1;`),
    'many open comments of PowerShell': `irm ${url} -Method Post\n${'<# '.repeat(some(300_000))}`,
    'a heredoc of PHP with many spaces': `<?php $a = <<<X\n${' '.repeat(some(900_000))}\nX;\ncurl_init("${url}");`,
    'many open comments of XML': `<a>${'<!-- '.repeat(some(180_000))}`,
    'many brackets in an address of XML': `<a><b>/api/v2/${'['.repeat(some(900_000))}</b></a>`,
    'many dots in a host of XML': `<a><path>/api/v2/flows/executions</path><domain>${'a.'.repeat(some(440_000))} x</domain></a>`,
    'many attributes of XML': `<a ${'b="c" '.repeat(some(150_000))}>/api/v2/x</a>`,
    'a variable of Postman that is used many times': JSON.stringify({
      item: [
        { request: { method: 'POST', url: { raw: '{{a}}'.repeat(some(90_000)) }, header: [] } },
      ],
      variable: [{ key: 'a', value: 'x'.repeat(5_000) }],
    }),
    'a variable of Insomnia that is used many times': JSON.stringify({
      __export_format: 4,
      resources: [
        { _type: 'request', url: '{{a}}'.repeat(some(90_000)) },
        { _type: 'environment', data: { a: 'x'.repeat(5_000) } },
      ],
    }),
    'a webhook of Zapier with many members': zapier(
      Object.fromEntries(Array.from({ length: some(20_000) }, (_, at) => [`inputData__k${at}`, 1])),
    ),
    'a deep webhook of Zapier': zapier({ [`${'a__'.repeat(some(250_000))}b`]: 1 }),
    'a fence and many letters in one line': `\`\`\`${'a'.repeat(some(900_000))}`,
    'a line that was quoted many times': `${'> '.repeat(some(450_000))}x`,
    'many open types in a page': `<${'H1<'.repeat(some(200_000))}`,
    'a name of many letters that speaks of tokens': `B${'ATOKENB'.repeat(some(128_000))}`,
    'a name of many letters that speaks of Base64': `U${'BASE64A'.repeat(some(128_000))}`,
    'an address of many characters below its method': `PUT\nhttp://C${'/api/s'.repeat(some(150_000))}\v`,
    'many fences on lines of an old Mac': '~~~\r'.repeat(some(200_000)),
    'many requests in one line of a log of Apex': 'System.HttpRequest[Endpoint=S'.repeat(
      some(30_000),
    ),
    'a number of many digits': http(`{"flowId":${'0'.repeat(some(900_000))}x1}`),
    'many types of one file of a form': `curl ${url} -F a=b${';type='.repeat(some(120_000))}`,
    'many variables before a command': `f${'`x=i'.repeat(some(200_000))}`,
    'a chain of calls': `client${'.a()'.repeat(some(20_000))}.post('${url}')`,
    'spaces inside a command': `curl ${' '.repeat(some(900_000))}${url}`,
  };
}
