/** The languages whose code is read. */
export const languages = [
  'javascript',
  'python',
  'java',
  'csharp',
  'apex',
  'go',
  'php',
  'powershell',
] as const;

export type Language = (typeof languages)[number];

/** Characters: a language shows itself soon. */
const longestLook = 60_000;

/** Signs of a language, each with how much it says. */
const signs: Readonly<Record<Language, readonly (readonly [pattern: RegExp, weight: number])[]>> = {
  javascript: [
    [/\b(?:const|let|var)\s+[\w${[]/, 2],
    [/=>/, 1],
    [/^[ \t]*@(?:Injectable|Component)\(|\binject\(HttpClient\)/m, 5],
    [/\bfetch\s*\(|\baxios\b|XMLHttpRequest|\$\.(?:ajax|post)|UrlFetchApp|JSON\.stringify/, 4],
    [/\brequire\s*\(|\bimport\s+[\w{*][^\n]*\bfrom\s+['"]/, 3],
    [/\bfunction\b|\basync\s|\bawait\s/, 1],
    [/console\.log|platformClient|\.then\s*\(|===|postFlowsExecutions/, 2],
    [/`[^`]*\$\{/, 2],
  ],
  python: [
    [/^[ \t]*(?:import\s+[\w.]+(?:\s*,|\s*$|\s+as\b)|from\s+[\w.]+\s+import\b)/m, 4],
    [
      /^[ \t]*(?:async\s+)?def\s+\w+\s*\(|^[ \t]*class\s+\w+.*:\s*$|^[ \t]*(?:if|for|with|try|except)\b[^\n]*:\s*$/m,
      3,
    ],
    [/\b(?:requests|httpx|urllib|aiohttp|PureCloudPlatformClientV2|post_flows_executions)\b/, 3],
    [/\b(?:json|headers|data|params)\s*=\s*[\w{]/, 1],
    [/\b(?:True|False|None)\b|\bprint\s*\(|\bf["']|\bself\./, 2],
    [/\w\s*=\s*\{\s*["']/, 1],
  ],
  java: [
    [/^[ \t]*import\s+(?:static\s+)?[\w.]+\*?;/m, 4],
    [/\b(?:public|private|protected)\s+[\w<>[\],]+\s[\w<>[\],\s]{0,200}\w\s*[({=;]/, 2],
    [
      /\b(?:OkHttpClient|HttpRequest\.newBuilder|RequestBody\.create|BodyPublishers|HttpURLConnection|RestTemplate|HttpPost|PostFlowsExecutionsRequest|ObjectMapper|HttpEntity)\b/,
      4,
    ],
    [
      /\b(?:String|Map<[^>]{0,100}>|Request|Response|HttpResponse<String>|FlowExecutionLaunchRequest|JSONObject)\s+\w+\s*=/,
      3,
    ],
    [/System\.out|\.build\s*\(\s*\)|\bthrows\b|new HashMap|Map\.of\(|\.retrieve\s*\(/, 2],
    [/\b(?:WebClient\.|HttpURLConnection|Unirest\.|HttpHeaders\b)/, 3],
    [/\b[A-Z]\w*(?:<[^>;]{0,100}>)?\s+\w+\s*=\s*new\s+[A-Z]/, 3],
  ],
  csharp: [
    [/^[ \t]*using\s+(?:static\s+)?[\w.]+;/m, 4],
    [
      /\b(?:HttpClient|HttpRequestMessage|RestClient|RestRequest|StringContent|JsonConvert|JsonSerializer|JsonContent|PostAsJsonAsync|PureCloudPlatform)\b/,
      4,
    ],
    [/\bawait\s+\w[\w.]*Async\s*\(|Async\s*\(/, 2],
    [/\bvar\s+\w+\s*=\s*new\b|new\s*(?:\(\)|\[\])?\s*\{|\$"|@"|\$"""|\bDictionary</, 3],
    [/\bnew\s+[A-Z][\w.]*\s*(?:\(\s*\)\s*)?\{\s*[A-Z]\w*\s*=(?![=>])/, 4],
    [/Console\.Write|\bnamespace\s|\bstring\s+\w+\s*=|PostFlowsExecutions/, 2],
    [/\b[A-Z]\w*(?:<[^>;]{0,100}>)?\s+\w+\s*=\s*new\s+[A-Z]/, 2],
  ],
  apex: [
    [/\bHttpRequest\s+\w+\s*=\s*new\s+HttpRequest\b/, 6],
    [/\.setEndpoint\s*\(|\.setBody\s*\(/, 4],
    [
      /JSON\.serialize|System\.debug|new\s+(?:Map|List)\s*<[^>]{0,100}>\s*\{|purecloud\.SDK|@future|HttpResponse\s+\w+/,
      4,
    ],
    [/'[^'\n]*'\s*=>/, 3],
  ],
  go: [
    [/^[ \t]*package\s+\w+\s*$/m, 5],
    [/:=/, 3],
    [
      /\bhttp\.NewRequest|\bbytes\.NewBuffer|\bstrings\.NewReader|\bjson\.Marshal|platformclientv2/,
      4,
    ],
    [
      /\bfunc\s+(?:\([^)]*\)\s*)?\w+\s*\(|map\[string\]|\[\]byte|\bfmt\.|\bnil\b|PostFlowsExecutions/,
      2,
    ],
  ],
  php: [
    [/<\?php/, 6],
    [
      /\bcurl_(?:init|setopt|exec)|GuzzleHttp|json_encode|Http::|file_get_contents|wp_remote_post/,
      5,
    ],
    [/\$\w+\s*->\s*\w+|=>\s*['"$[]/, 2],
    [/\$\w+\s*->\s*\w+\s*\(/, 3],
    [/^[ \t]*\$\w+\s*=/m, 2],
    [/\barray\s*\(|\becho\s/, 1],
  ],
  powershell: [
    [
      /\b(?:Invoke-RestMethod|Invoke-WebRequest)\b|\b(?:irm|iwr)\s+[-$'"h@]|\b(?:curl|wget)\s[^\n|;]{0,300}-(?:Uri|Method|Headers|Body|ContentType)\s/i,
      8,
    ],
    [/\bConvertTo-Json\b|@\{|@['"]\s*$|\[ordered\]/im, 3],
    [/^[ \t]*\$[\w:]+\s*=/m, 2],
    [/\bWrite-(?:Host|Output)\b|-Method\b|-Headers\b|\$env:/i, 2],
  ],
};

/** The languages that a text may be written in, the likeliest first; none for prose and data. */
export function likelyLanguages(text: string): Language[] {
  const part = text.slice(0, longestLook);
  return languages
    .map((language) => ({ language, score: likeliness(part, language) }))
    .filter(({ score }) => score >= 3)
    .toSorted((a, b) => b.score - a.score)
    .map(({ language }) => language);
}

/** How much in a text speaks for a language. */
export function likeliness(text: string, language: Language): number {
  return signs[language].reduce((sum, [sign, weight]) => sum + (sign.test(text) ? weight : 0), 0);
}

/** The language that a block of Markdown names. */
export function languageNamed(name: string): Language | undefined {
  const fences: Readonly<Record<string, Language>> = {
    js: 'javascript',
    javascript: 'javascript',
    jsx: 'javascript',
    mjs: 'javascript',
    node: 'javascript',
    nodejs: 'javascript',
    ts: 'javascript',
    typescript: 'javascript',
    tsx: 'javascript',
    gs: 'javascript',
    py: 'python',
    python: 'python',
    python3: 'python',
    java: 'java',
    cs: 'csharp',
    csharp: 'csharp',
    'c#': 'csharp',
    apex: 'apex',
    go: 'go',
    golang: 'go',
    php: 'php',
    powershell: 'powershell',
    ps1: 'powershell',
    pwsh: 'powershell',
    posh: 'powershell',
  };
  return fences[name];
}

/** Whether an object is written as Python writes a dictionary. */
export function looksLikePython(text: string): boolean {
  return (
    /\b(?:True|False|None)\b|^[ \t]*#|^[ \t]*\w+\s*=\s*\{|\bf["']/m.test(text) &&
    !/\b(?:const|let|var)\b|\/\//.test(text)
  );
}

const names: Readonly<Record<Language, string>> = {
  javascript: 'JavaScript',
  python: 'Python',
  java: 'Java',
  csharp: 'C#',
  apex: 'Apex',
  go: 'Go',
  php: 'PHP',
  powershell: 'PowerShell',
};

/** What people call a language. */
export function languageName(language: Language): string {
  return names[language];
}

/** Languages that nothing here reads; a grammar for another would see mistakes in them only. */
const unread: readonly (readonly [name: string, sign: RegExp])[] = [
  [
    'Ruby',
    /\bNet::HTTP\b|\bFaraday\.|\bRestClient(?:\.post\b|::)|\b(?:HTTParty|Typhoeus)\b|\.to_json\b(?!\()|\bHTTP\.auth\(|^[ \t]*require ["'][\w/-]+["'][ \t]*$/m,
  ],
  ['Rust', /\breqwest::|\bRequest::builder\(|\bformat!\(|\blet mut \w|\bjson!\s*\(/],
  [
    'Swift',
    /\bArchitectAPI\.\w|\bURLRequest\s*\(|\bURLSession\.shared\b|\bAF\.request\s*\(|\bURL\(string:/,
  ],
  ['VBA', /\bDim \w+ As\b|\bCreateObject\s*\(/i],
  ['R', /\bhttr2?::|\blibrary\(httr/],
  [
    'Scala',
    /\bMap\s*\(\s*"[^"\n]*"\s*->|\bbasicRequest\b|^[ \t]*import (?:sttp|akka|scala|zio)\b|^[ \t]*object \w+ extends\b/m,
  ],
  [
    'Kotlin',
    /\bmapOf\s*\(\s*"|\bcontentType\s*\(\s*ContentType\.|\bsetBody\s*\(\s*"""|^[ \t]*val (?:\w+|\([\w, ]+\))(?:\s*:\s*\w+)?\s*=|^[ \t]*(?:suspend )?fun \w+\s*\(/m,
  ],
  [
    'Groovy',
    /\bhttpRequest[ (]\s*(?:url|httpMode|contentType)\s*:|^[ \t]*import groovy\.|^[ \t]*def \w+\s*=(?!=)/m,
  ],
  ['Perl', /^[ \t]*use \w+(?:::\w+)+|\bmy \$\w+\s*=|\bencode_json\b/m],
  ['Delphi', /^[ \t]*\w+(?:\.\w+)+\s*:=\s*['\w]|\bT[A-Z]\w+\.Create\b/m],
  ['Elixir', /\bHTTPoison\.|\bdefmodule\s|\bReq\.post/],
  ['Lua', /\blocal \w+\s*=[^\n]*\brequire\b|\bltn12\b/],
  ['PL/SQL', /\butl_http\.|\bapex_web_service\./i],
  ['ABAP', /\bcl_http_client=>|\bcl_web_http_client/i],
  ['Karate', /^[ \t]*(?:Given|And|\*) (?:url|path|request) /m],
  ['Robot Framework', /^\*{3} ?(?:Settings|Test Cases|Variables|Keywords) ?\*{3}/m],
  [
    'Clojure',
    /^[ \t]*\((?:ns|defn-?|def) [\w.-]|\((?:http|client|clj-http\.client)\/post\s|:content-type :json/m,
  ],
  [
    'Dart',
    /\bimport 'package:|\bhttp\.(?:post|Request)\(\s*(?:'POST',\s*)?Uri\.parse|\bUri\.https\(|\bDio\(|\bjsonEncode\(/,
  ],
  ['Objective-C', /^[ \t]*#import <|\bNSMutableURLRequest\b/m],
  ['C', /\bcurl_easy_setopt\b/],
  ['C++', /\bcpr::|\bstd::|\bR"\(/],
  ['Haskell', /^import qualified |\bparseRequest_? "|\bsetRequestBodyJSON\b/m],
  ['F#', /\|> Async\.|^[ \t]*let (?:mutable )?\w+ =[^;\n]{0,200}\n[^;]{0,300}? <- /m],
  ['Julia', /\bDict\(\s*"/],
  ['Power Query', /\bWeb\.Contents\s*\(/],
  ['SAS', /\bproc http\b/i],
  ['Nushell', /\bhttp post (?:-|https?:)/],
  ['AutoHotkey', /\bComObj(?:ect|Create)\(/],
  ['OCaml', /\bCohttp_lwt\b|\bopen Lwt\b/],
];

/** The language of a text that nothing here reads; `undefined` where it is none of those. */
export function unreadLanguage(text: string): string | undefined {
  return unread.find(([, sign]) => sign.test(text.slice(0, longestLook)))?.[0];
}

/** The languages that a text may be written in, by the names that people know them by. */
export function languagesIn(text: string): string[] {
  return likelyLanguages(text).map((language) => names[language]);
}
