import { describe, expect, test } from 'vitest';
import { reportOnPaste } from '../src/core/diagnosis/pasted-request.ts';
import { mostForAPaste, pasteTime } from './harness/paste-time.ts';
import { english, pastedForms } from './harness/pasted-forms.ts';

/**
 * What is pasted may be of any size and shape: it ends in time, throws nothing and is never run.
 * `test/sweeps/pasted-megabytes.test.ts` has a megabyte of each form.
 */
const url = 'https://api.mypurecloud.com/api/v2/flows/executions';
const groups = [...new Set(pastedForms.map(({ group }) => group))];

const lines = (count: number, line: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => line(at)).join('\n');

const http = (body: string, header = '') =>
  `POST /api/v2/flows/executions HTTP/1.1\nHost: api.mypurecloud.com\n${header}\n${body}`;
const csharp = (code: string) =>
  `using System;\n${code}\nnew HttpClient().PostAsync("${url}", new StringContent("{}"));`;
const zapier = (data: object) => JSON.stringify({ url, payload_type: 'json', data });

const shapes: Record<string, string> = {
  '10,000 variables of JavaScript': `${lines(10_000, (at) => `const v${at} = v${at - 1} + 'x';`)}\nfetch('${url}', { method: 'POST', body: v9999 })`,
  '10,000 variables of Python': `${lines(10_000, (at) => `v${at} = v${at - 1} + "x"`)}\nrequests.post("${url}", data=v9999)`,
  '10,000 variables of PowerShell': `${lines(10_000, (at) => `$v${at} = "$v${at - 1}x"`)}\nirm ${url} -Method Post -Body $v9999`,
  '10,000 variables of bash': `${lines(10_000, (at) => `V${at}="$V${at - 1}x"`)}\ncurl -X POST ${url} -d "$V9999"`,
  'an object that holds itself': `let a = {}; let b = { a }; a.b = b; fetch('${url}', { method: 'POST', body: JSON.stringify(a) })`,
  'a dictionary that holds itself': `a = {}\na["a"] = a\nrequests.post("${url}", json=a)`,
  'functions that call themselves': `function f(x) { return f(g(x)) } function g(x) { return f(x) + g(x) } fetch('${url}', { method: 'POST', body: f(1) })`,
  'a text that doubles 60 times': `let a = '${'x'.repeat(1000)}';${'a = a + a;'.repeat(60)}fetch('${url}', { method: 'POST', body: a })`,
  'a list that doubles 40 times': `a = ["x"]\n${'a = a + a\n'.repeat(40)}requests.post("${url}", json={"inputData": a})`,
  'an object that doubles 60 times': `let a = { x: 1 };${'a = { p: a, q: a };'.repeat(60)}fetch('${url}', { method: 'POST', body: JSON.stringify(a) })`,
  'a variable of bash that doubles': `A=${'x'.repeat(1000)}\n${'A="$A$A"\n'.repeat(40)}curl -X POST ${url} -d "$A"`,
  'a string of PowerShell that doubles': `$a='${'x'.repeat(1000)}'\n${'$a = "$a$a"\n'.repeat(40)}irm ${url} -Method Post -Body $a`,
  'YAML whose names multiply': `openapi: 3\npaths:\n  a: &a [x,x,x,x,x,x,x,x,x]\n${lines(7, (at) => `  n${at}: &${'bcdefgh'[at]} [${Array(9).fill(`*${'abcdefg'[at]}`).join(',')}]`)}\n`,
  'brackets of code, 50,000 deep': 'fetch({'.repeat(50_000),
  'brackets of HCL, 100,000 deep': `config_request {${'a = {'.repeat(100_000)}`,
  'quotes alone': `curl ${'"'.repeat(99_999)}`,
  'a label and 900,000 quotes': `Body: ${'"'.repeat(900_000)}`,
  'a label and 900,000 spaces': `URL${' '.repeat(900_000)}:`,
  'a megabyte of one line of a log': `POST ${url} `.repeat(18_000),
  'grave accents alone': '`'.repeat(500_000),
  '100,000 headers': `POST /api/v2/flows/executions HTTP/1.1\n${'X-A: b\n'.repeat(100_000)}`,
  'an address with 12 open places': `curl -X POST 'https://api.mypurecloud.com/${'{a}'.repeat(12)}x'`,
  'a host with 12 open places': `curl -X POST 'https://${'{a}'.repeat(12)}x.pure.cloud/api/v2/flows/executions'`,
  'a token crossed out with x': `curl -X POST ${url} -H 'Authorization: Bearer ${'x'.repeat(60)}.'`,
  'a header with 900,000 spaces': http('{}', `Authorization: Bearer${' '.repeat(900_000)}x\n`),
  'a body without quotes and 900,000 spaces': http(`{flowId:a${' '.repeat(900_000)}{`),
  'a body of YAML with 900,000 spaces': http(`flowId: a${' '.repeat(900_000)}b`),
  'an open place of 900,000 characters': http(`{"flowId":"{{${'a'.repeat(900_000)}"}`),
  'a form with 30,000 inputs': lines(30_000, (at) => `a[b${at}]=1`).replaceAll('\n', '&'),
  'a list of 150,000 numbers': `[${'1,'.repeat(150_000)}1]`,
  'an error with 400,000 quotes': JSON.stringify({
    message: "'a".repeat(400_000),
    code: 'x.y',
    status: 400,
  }),
  'text of 800,000 characters without a space': `${'QUJD'.repeat(200_000)}\nfetch("${url}")`,
  '400,000 backslashes': `{"message": "${'\\\\'.repeat(200_000)}`,
  'public and 60,000 spaces': `public${' '.repeat(60_000)}x\nfetch("${url}")`,
  'types of C#, 200,000 deep': csharp(`void f(${'<'.repeat(200_000)}${'>'.repeat(200_000)} a) {}`),
  'a parameter of C# of 900,000 letters': csharp(`void f(${'a'.repeat(900_000)}!) {}`),
  'a lambda of C# of 900,000 letters': csharp(`var f = (${'a'.repeat(900_000)}.b) => 1;`),
  '300,000 open comments of PowerShell': `irm ${url} -Method Post\n${'<# '.repeat(300_000)}`,
  'a heredoc of PHP with 900,000 spaces': `<?php $a = <<<X\n${' '.repeat(900_000)}\nX;\ncurl_init("${url}");`,
  '180,000 open comments of XML': `<a>${'<!-- '.repeat(180_000)}`,
  '900,000 brackets in an address of XML': `<a><b>/api/v2/${'['.repeat(900_000)}</b></a>`,
  '440,000 dots in a host of XML': `<a><path>/api/v2/flows/executions</path><domain>${'a.'.repeat(440_000)} x</domain></a>`,
  '150,000 attributes of XML': `<a ${'b="c" '.repeat(150_000)}>/api/v2/x</a>`,
  'a variable of Postman that is used 90,000 times': JSON.stringify({
    item: [{ request: { method: 'POST', url: { raw: '{{a}}'.repeat(90_000) }, header: [] } }],
    variable: [{ key: 'a', value: 'x'.repeat(5_000) }],
  }),
  'a variable of Insomnia that is used 90,000 times': JSON.stringify({
    __export_format: 4,
    resources: [
      { _type: 'request', url: '{{a}}'.repeat(90_000) },
      { _type: 'environment', data: { a: 'x'.repeat(5_000) } },
    ],
  }),
  'a webhook of Zapier with 20,000 members': zapier(
    Object.fromEntries(Array.from({ length: 20_000 }, (_, at) => [`inputData__k${at}`, 1])),
  ),
  'a webhook of Zapier, 250,000 deep': zapier({ [`${'a__'.repeat(250_000)}b`]: 1 }),
  'a fence and 900,000 letters in one line': `\`\`\`${'a'.repeat(900_000)}`,
  'a line that was quoted 450,000 times': `${'> '.repeat(450_000)}x`,
  '200,000 open types in a page': `<${'H1<'.repeat(200_000)}`,
  'a name of 900,000 letters that speaks of tokens': `B${'ATOKENB'.repeat(128_000)}`,
  'a name of 900,000 letters that speaks of Base64': `U${'BASE64A'.repeat(128_000)}`,
  'an address of 900,000 characters below its method': `PUT\nhttp://C${'/api/s'.repeat(150_000)}\v`,
  '200,000 fences on lines of an old Mac': '~~~\r'.repeat(200_000),
  '30,000 requests in one line of a log of Apex': 'System.HttpRequest[Endpoint=S'.repeat(30_000),
  'a number of 900,000 digits': http(`{"flowId":${'0'.repeat(900_000)}x1}`),
  '120,000 types of one file of a form': `curl ${url} -F a=b${';type='.repeat(120_000)}`,
  '200,000 variables before a command': `f${'`x=i'.repeat(200_000)}`,
  'a chain of 20,000 calls': `client${'.a()'.repeat(20_000)}.post('${url}')`,
  'a megabyte of spaces': `curl ${' '.repeat(900_000)}${url}`,
};

describe('ends in time:', () => {
  test.each(Object.entries(shapes))('%s', async (_name, pasted) => {
    expect(await pasteTime(pasted)).toBeLessThan(mostForAPaste);
  });

  test.each(groups)('2 kB of %s, in 30 ms once its grammar is loaded', async (group) => {
    const all = pastedForms.filter((it) => it.group === group).map(({ pasted }) => pasted);
    const pasted = all.join('\n\n').slice(0, 2_000);
    let least = Number.POSITIVE_INFINITY;
    for (let run = 0; run < 20 && least >= 30; run += 1) {
      least = Math.min(least, await pasteTime(pasted));
    }
    expect(least).toBeLessThan(30);
  });
});

describe('nothing that is pasted is run', () => {
  test.each([
    `globalThis.wasRun = true; fetch('${url}', { body: (() => { globalThis.wasRun = true })() })`,
    `fetch('${url}', { body: \`\${globalThis.wasRun = true}\` })`,
  ])('%s', async (pasted) => {
    await reportOnPaste(pasted, english);
    expect('wasRun' in globalThis).toBe(false);
  });
});
