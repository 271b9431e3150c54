/** What the words beside a number say about it. */
export type LabelSense = 'mobile' | 'phone' | 'own' | 'fax' | 'id' | 'none';

// Latin words are bounded by hand: \b does not know letters with accents.
const word = (words: string) => new RegExp(`(?<![\\p{L}])(?:${words})(?![\\p{L}])`, 'iu');
const part = (words: string) => new RegExp(words, 'iu');

const fax = part('fax|télécopie|faks|факс|传真|傳真|ファ[ック]+ス|팩스|فاكس');

const mobile = part(
  'mobile|mobil|\\bmob\\b|handy|cell|celular|cellulare|móvil|movil|portable|gsm|komórk|kännyk|cep tel|携帯|手机|手機|휴대|мобил|сотов|جوال|נייד',
);

const phone = part(
  'phone|telefo|téléphone|teléfono|telephon|puhelin|rufnummer|durchwahl|anruf|whatsapp|電話|电话|电話|전화|телефон|τηλ[έε]φ|هاتف|טלפון|โทร|điện thoại|फ़?ोन|callback|caller|call ?back|rückruf',
);
const phoneWord = word(
  '(?:my|your|his|her|their) (?:new )?number|reach(?:ed)? (?:me|us|him|her|them|at|on)|tel|tél|telf|tlf|tlf|puh|ph|fon|call|calls|dial|ring|text (?:me|us)|sms|ani|dnis|remote|msisdn|contact (?:no|nr|number)|тел|τηλ|llamar|llame|appeler|appelez|chiamare|ligue|bellen|t|p(?!\\.? ?iva)|m|w',
);

const own = part(
  'hotline|helpdesk|help desk|switchboard|support|customer (?:service|care)|kundenservice|service ?nummer|zentrale|service client|servicio al cliente|agent|dnis|called (?:number|address)|dial+ed (?:number|address)|our number|call us|contact us|emergency|notruf',
);

/** What is numbered. The whole words also count right before a number, see `idAtEnd`. */
const numbered =
  'order|invoice|case|ticket|reference|policy|contract|tracking|auftrag|rechnung|vorgang|commande|facture|dossier|pedido|factura|ordine|fattura';
const id = part(
  `${numbered}|account|customer ?(?:id|no|nr|num|#)|client ?(?:id|no|num)|serial|isbn|issn|ean\\b|upc\\b|sku|iban|swift|\\bbic\\b|\\bvat\\b|passport|shipment|batch|version|article|product|quantity|\\bqty|zip|postcode|postal|bestell|kunden|konto|vertrag|beleg|artikel|sendung|steuer|\\bust\\b|ustid|ust-id|contrat|siret|siren|client n|cuenta|contrato|codice|partita|bestelling|factuur|klant|zamówieni|faktur|注文|注文番号|订单|發票|发票|заказ|счет|счёт|инн`,
);
const idWord = word(
  'p\\.? ?iva|piva|abn|acn|aadhaar|gstin|nip|pesel|regon|kvk|btw|bsn|dni|rfc|curp|cuit|orgnr|cvr|imei|iccid|id|ids|no|nr|num|number|nummer|numéro|número|ref|réf|key|code|pin|ssn|nino|nif|cif|cnpj|cpf|crm|amount|total|price|sum|summe|betrag|preis|montant|importe|date|datum|fecha|created|updated|lat|lng|lon|latitude|longitude|size|bytes|score|views|population|page|pages',
);

/** Right before a number these say what it is, whatever was said of calling before. */
const idAtEnd = new RegExp(
  `(?<!\\p{L})(?:${numbered}|booking|bestellung)(?: ?(?:id|no|nr|num|number|#))?[.:# ]*$`,
  'iu',
);

/**
 * What a label says. The words nearest to the number come last, and decide where two disagree:
 * "Order 12: phone" is a phone.
 */
export function senseOf(label: string): LabelSense {
  const text = label.slice(-80);
  if (
    fax.test(text) &&
    !/(?:tel|phone|fon)[^\p{L}]{0,3}(?:fax)$/iu.test(text) &&
    lastOf(text) !== 'phone'
  )
    return 'fax';
  if (mobile.test(text)) return 'mobile';
  if (idAtEnd.test(text.slice(-32))) return 'id';
  const speaks = phone.test(text) || phoneWord.test(text);
  if (speaks) return own.test(text) ? 'own' : 'phone';
  if (id.test(text) || idWord.test(text)) return 'id';
  return own.test(text) ? 'own' : 'none';
}

/** Where a label names both, as in "Fax 1 / Phone", the last word counts. */
function lastOf(text: string): 'fax' | 'phone' {
  const lastFax = text.toLowerCase().lastIndexOf('fax');
  const lastPhone = Math.max(
    ...['phone', 'tel', 'mobil', 'cell'].map((w) => text.toLowerCase().lastIndexOf(w)),
  );
  return lastPhone > lastFax ? 'phone' : 'fax';
}
