import { type SeenRequest, seenRequest } from '../request/seen.ts';
import { bodyOf, type Encoding, type GivenBody } from './body.ts';
import { headersIn, headerText, mediaTypeOf } from './headers.ts';
import type { Library } from './libraries.ts';
import { encodeForm } from './make.ts';
import { isOpen } from './scope.ts';
import { Table, Thing, textOf, type Value } from './value.ts';

/** A request that is put together from what code says about it, piece by piece. */
export class Draft {
  method: string | undefined;
  url: string | undefined;
  base: string | undefined;
  readonly at: number;
  /** Whether the code shows where it sends the request; else it may still change the request. */
  isSent = false;
  readonly #headers: [string, string][] = [];
  #isAll = true;
  #isMethodShown = true;
  #isBodyShown = true;
  #isDeclared = false;
  #query: string | undefined;
  #body: { value: Value; encoding: Encoding } | undefined;
  #type: string | undefined;
  /** `json: true` of the package request: it sends `body` as JSON. */
  #sendsJson = false;
  /** `asForm()` of Laravel: it sends the body as a form. */
  #sendsForm = false;

  constructor(at: number) {
    this.at = at;
  }

  addHeaders(value: Value): void {
    const { headers, isAll } = headersIn(value);
    this.#headers.push(...headers.map(([name, it]): [string, string] => [name, it]));
    this.#isAll &&= isAll;
  }

  addHeader(name: string, value: Value): void {
    this.#headers.push([name, headerText(value)]);
  }

  setType(value: Value): void {
    this.#type = mediaTypeOf(value) ?? (value === 'json' ? 'application/json' : textOf(value));
  }

  setBody(value: Value, encoding: Encoding): void {
    if (value !== null) this.#body = { value, encoding };
  }

  /** Says that code that the text does not show may add headers. */
  hideHeaders(): void {
    this.#isAll = false;
  }

  /** Says that a variable from elsewhere holds everything but the address. */
  hideOptions(name: string): void {
    this.#isAll = false;
    this.#isMethodShown = false;
    this.#body ??= { value: new Thing(name.replace(/^\{\{|\}\}$/g, '')), encoding: 'none' };
  }

  /** Says that the code only declares the request, as an interface of Refit or Retrofit does. */
  declare(): void {
    this.#isAll = false;
    this.#isDeclared = true;
  }

  /** Says that what is missing here may lie in code that the text does not show. */
  hideRest(): void {
    if (this.#headers.length === 0) this.#isAll = false;
    if (this.method === undefined) this.#isMethodShown = false;
    this.#isBodyShown = this.hasBody;
  }

  get hasBody(): boolean {
    return this.#body !== undefined;
  }

  /** Puts the flow's ID that options send in the address where it goes; other parameters change no launch. */
  setQuery(value: Value): void {
    const names = value instanceof Table ? [...value.entries.keys()] : [];
    if (names.some((name) => /^flow_?id$/i.test(name))) this.#query = textOf(encodeForm(value));
  }

  sendForm(): void {
    this.#sendsForm = true;
  }

  sendJson(): void {
    this.#sendsJson = true;
  }

  /** Takes over what a client sets for all its requests. */
  inherit(client: Draft): void {
    this.base ??= client.base ?? client.url;
    this.method ??= client.method;
    for (const [name, value] of client.#headers) {
      if (!this.#headers.some(([own]) => own.toLowerCase() === name.toLowerCase())) {
        this.#headers.push([name, value]);
      }
    }
    this.#isAll &&= client.#isAll;
    this.#body ??= client.#body;
    this.#type ??= client.#type;
  }

  /** The finished request, with its secrets masked. */
  finish({ name, addsHeaders = false, isCommand = false }: Library): SeenRequest {
    const body = this.#given();
    const type = this.#type ?? body.type ?? (addsHeaders ? 'application/json' : undefined);
    const hasType = this.#headers.some(([header]) => /^content-type$/i.test(header));
    const address = joinedAddress(this.base, this.url);
    const url = this.#query === undefined ? address : `${address}?${this.#query}`;
    const isCallout = /^callout:/.test(url ?? '');
    return seenRequest({
      method: this.method ?? (name === '' || !this.#isMethodShown ? undefined : 'GET'),
      isMethodSaid: this.method !== undefined || !isCommand,
      // A Named Credential of Salesforce holds the host and adds the token.
      url: isCallout ? url?.replace(/^callout:([\w]+)/, '{{$1}}') : url,
      credentialsAdded: addsHeaders || isCallout,
      headers: [
        ...this.#headers,
        ...(type === undefined || hasType ? [] : [['Content-Type', type] as const]),
      ],
      headersShown: !this.#isAll ? 'no' : isCommand ? 'unsure' : 'yes',
      bodyText: body.text,
      bodyBehind: body.behind,
      isUnserialized: body.isUnserialized,
      isWhole: this.#isDeclared
        ? 'no'
        : this.isSent && this.#isBodyShown && !isCommand
          ? 'yes'
          : 'likely',
      isCut: !this.isSent,
      form: name,
    });
  }

  #given(): GivenBody {
    const none = { text: undefined, behind: undefined, type: undefined, isUnserialized: false };
    if (this.#body === undefined) return none;
    const { value, encoding } = this.#body;
    if (this.#sendsForm) return bodyOf(value, 'form');
    return bodyOf(value, this.#sendsJson && encoding === 'none' ? 'objects' : encoding);
  }
}

function joinedAddress(base: string | undefined, url: string | undefined): string | undefined {
  if (base === undefined || base === '' || url === undefined) return url ?? base;
  if (/^(?:\w+:)?\/\//.test(url) || url.startsWith('{{') || url === base) return url;
  return `${base.replace(/\/$/, '')}/${url.replace(/^\//, '')}`;
}

/** The method that a value names: `'post'`, `HttpMethod.Post`, `http.MethodPost`. */
export function methodIn(value: Value | undefined): string | undefined {
  const words = value instanceof Thing ? value.path : typeof value === 'string' ? value : '';
  const [, verb] =
    value instanceof Thing
      ? (/Method(?:s|Type)?[._:]?(GET|POST|PUT|PATCH|DELETE|HEAD)$/i.exec(words) ?? [])
      : (/^(GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)$/i.exec(words) ?? []);
  return verb?.toUpperCase();
}

/** The text of an address; a place left open for a value that the code does not show. */
export function addressOf(value: Value | undefined): string | undefined {
  if (value === undefined || value === null) return undefined;
  if (value instanceof Thing && !isOpen(value)) {
    const [first] = value.args;
    return first === undefined ? textOf(value) : addressOf(first);
  }
  return textOf(value);
}
