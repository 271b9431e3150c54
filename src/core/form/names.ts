/**
 * What flows call the things that a page knows. Each entry is words in a row; how they are spelled
 * together (`callerId`, `caller_id`, `CALLERID`) makes no difference. English first, then German,
 * French, Spanish, Portuguese and Japanese. `ANI` is what Genesys calls a caller's number:
 * https://help.mypurecloud.com/articles/call-action-variables/
 *
 * `Kundennummer` is a customer's id in German, not their phone number, whatever it looks like.
 */
const phrases: Readonly<Record<string, readonly string[]>> = {
  customerNumber: [
    ...['customer number', 'phone', 'phone number', 'telephone', 'telephone number', 'tel'],
    ...['mobile', 'mobile number', 'cell', 'cell phone', 'ani', 'caller id', 'caller number'],
    ...['calling number', 'callback number', 'call back number', 'number to call', 'msisdn'],
    ...['from number', 'contact number', 'e164', 'telefon', 'telefonnummer', 'rufnummer'],
    ...['handynummer', 'mobilnummer', 'ruckrufnummer', 'numero de telephone', 'telephone client'],
    ...['telefono', 'numero de telefono', 'celular', 'movil', 'telefone', 'numero de telefone'],
    ...['電話番号', '電話'],
  ],
  email: [
    ...['email', 'e mail', 'mail', 'email address', 'e mail address', 'mail address'],
    ...['mailadresse', 'courriel', 'adresse email', 'correo', 'correo electronico'],
    ...['endereco de email', 'メール', 'メールアドレス'],
  ],
  customerId: [
    ...['customer id', 'client id', 'contact id', 'crm id', 'account id', 'account number'],
    ...['external id', 'kundennummer', 'kunden id', 'numero client', 'numero de client'],
    ...['id de cliente', 'numero de cliente', 'id do cliente', 'codigo do cliente', '顧客番号'],
    '顧客id',
  ],
  customerName: [
    ...['customer name', 'client name', 'contact name', 'caller name', 'full name'],
    ...['kundenname', 'nom du client', 'nom client', 'nombre del cliente', 'nome do cliente'],
    ...['顧客名', '氏名'],
  ],
  contactType: [
    ...['contact type', 'media type', 'channel', 'contact channel', 'kontaktart'],
    ...['kanal', 'type de contact', 'tipo de contacto', 'tipo de contato', '連絡方法'],
  ],
  conversationId: ['conversation id', 'interaction id', 'call id', 'gesprachs id', '会話id'],
  selection: ['selection', 'selected text', 'selected', 'auswahl', 'seleccion', 'selecao'],
  pageUrl: ['url', 'page url', 'link', 'page link', 'page address', 'source url'],
  pageTitle: ['title', 'page title', 'page name'],
};

/** Words that change nothing about what is meant. */
const filler = new Set(
  ['the', 'a', 'of', 'customer', 'customers', 'caller', 'client', 'contact', 'user', 'input']
    .concat(['value', 'in', 'kunde', 'kunden', 'number', 'current', 'primary', 'my', 'str'])
    .concat(['raw', 'e164', 'flow', 'var', 'param', 'page', 'text', 'string']),
);

const byName = new Map(
  Object.entries(phrases).flatMap(([field, names]) =>
    names.map((name): [string, string] => [joined(wordsOf(name)), field]),
  ),
);

/** Phrases clear enough to be believed inside a sentence. */
const byMention = Object.entries(phrases).flatMap(([field, names]) =>
  names
    .filter((name) => name.includes(' ') || name === 'email' || name === 'e164')
    .map((name) => ({ field, mention: ` ${wordsOf(name).join(' ')} ` })),
);

/**
 * Which field of the page context an input asks for, going by its name: `Flow.customerNumber`,
 * `caller_id`, `Kundennummer`. A name that says more than a field's (`agentEmail`, `phoneType`) asks
 * for something else, so it gives nothing.
 */
export function fieldOfName(name: string): string | undefined {
  const words = wordsOf(name.replace(/^Flow\./i, ''));
  const whole = byName.get(joined(words));
  if (whole !== undefined) return whole;
  const telling = words.filter((word) => !filler.has(word));
  return telling.length === 0 ? undefined : byName.get(joined(telling));
}

/** Which field a description mentions, if it mentions exactly one. */
export function fieldOfDescription(description: string): string | undefined {
  const text = ` ${wordsOf(description.slice(0, 500)).join(' ')} `;
  const fields = new Set(
    byMention.filter(({ mention }) => text.includes(mention)).map(({ field }) => field),
  );
  const [field] = fields;
  return fields.size === 1 ? field : undefined;
}

/** Makes the test whether another name is the same but for how it is spelled together. */
export function isSameNameAs(name: string): (other: string) => boolean {
  const letters = joined(wordsOf(name.replace(/^Flow\./i, '')));
  return (other) => letters !== '' && letters === joined(wordsOf(other));
}

function wordsOf(name: string): readonly string[] {
  return name
    .replace(/(\p{Ll}|\p{N})(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
    .normalize('NFC')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}

function joined(words: readonly string[]): string {
  return words.join('');
}
