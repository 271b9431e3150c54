/**
 * What the words beside a number say about it.
 *
 * - `mobile`, `phone`: it calls the person or thing that the page is about;
 * - `company`: it calls the firm that a person belongs to;
 * - `own`: it calls the firm that made the page (a hotline);
 * - `related`: it calls another person (an assistant, the sender of an invoice);
 * - `other`: no person answers there now: fax, textphone, pager, a former number;
 * - `id`: it is no telephone number;
 * - `numbered`: it numbers something that this list does not know ("Depot no."), and is no telephone number;
 * - `none`: the words say nothing about it.
 */
export type LabelSense =
  | 'mobile'
  | 'phone'
  | 'company'
  | 'own'
  | 'related'
  | 'other'
  | 'id'
  | 'numbered'
  | 'none';

/** Whether a number calls the person or thing that the page is about. */
export function isPhoneSense(sense: LabelSense | WordSense): boolean {
  return sense === 'phone' || sense === 'mobile';
}

/** Words for a number that is a person's no more, whatever kind of telephone it is. */
export const former =
  /\b(?:old|former|previous|alte?|ancien\w*|antigu?o|invalid|disconnected|ungultig)\b/u;

/**
 * What a word stands for. Beside the senses of a label: `generic`, that something is numbered; `owner`, the person or
 * firm that has a number; `number`, that a number follows; `filler`, nothing.
 */
export type WordSense =
  | Exclude<LabelSense, 'none' | 'numbered'>
  | 'generic'
  | 'filler'
  | 'owner'
  | 'number';

type Words = Readonly<Partial<Record<WordSense, string>>>;

/**
 * Whole words, in lower case and without accents; `_` joins the words of a phrase. Words that `beginnings` and `endings`
 * cover are not listed.
 */
export const wholeWords: Words = {
  mobile: `mobile mobiles mobil mob cell cells cellphone cellular gsm natel msisdn cel celu movil portable
    cellulare kom mobiel telemovel gsm-nummer cep cep_tel mobitel mobilni whatsapp whats_app
    wa di_dong hp моб сот κινητο جوال الجوال محمول موبايل نقال נייד סלולרי`,
  phone: `phones tel tels tele telp telf telef tlf tfno fono fone fones fon ph phn call calls calling incoming_call_from callback call_back caller
    dial dialled dialed ring rang landline recapito prive fixed direct_line ddi did ani cli callerid caller_id reach reached text_me sms
    contact_no contact_number contact_nr numer_kontaktowy nr_kontaktowy numero_de_contact numero_de_contacto numero_de_contato kontaktnummer
    cita_previa terminvereinbarung terminabsprache afspraak afspraken prendre_rendez_vous rdv renseignements
    my_number_is your_number_is his_number her_number their_number
    home work office business daytime evening direct main primary main_number
    ruf fernsprecher durchwahl dw festnetz anruf anrufen anrufer privat dienstlich geschaftlich zentrale_nr buro erreichbar
    fixe domicile bureau appeler appelez appel joindre standard_tel ligne_directe tph
    llamar llame llamenos llama llamada fijo tfn celular_o_fijo marcar
    ligue ligar fixo residencial comercial
    chiamare chiama chiamaci chiamate fisso
    bellen bel vast thuis werk toestel
    ringa ring_oss ringe puh soita hjem arbeid
    tel_szam numer_telefonu zadzwon zavolejte volejte
    τηλ καλεστε тел тлф звоните позвоните позвонить звонок
    هاتف الهاتف تليفون تلفون تلفن اتصل رقم_الهاتف טלפון טל חייגו dien_thoai dt sdt so_dien_thoai telepon telpon hubungi nomor_telepon viber signal skype`,
  company: `company corporate corp firm headquarters hq head_office reception switchboard organisation organization store shop branch
    firma firmen unternehmen zentrale empfang filiale hauptsitz
    entreprise societe siege accueil agence magasin empresa sede recepcion recepcao centralita sucursal tienda azienda centralino negozio
    bedrijf hoofdkantoor receptie winkel kantoor vaxel sentralbord virksomhed firmy spolecnost vallalat sirket yritys`,
  own: `hotline hotlines helpline help_line infoline helpdesk help_desk service_desk support customer_support customer_service customer_care
    tech_support sales tip_line toll_free freephone call_center call_centre contact_center contact_us contact_sales call_us our_number whats_app_us message_us write_us chat_with_us agent agents operator dnis
    called_number called_address called_party dialed_number dialled_number dialed_address dialled_address emergency
    reach_us text_us outgoing_caller_id outbound_caller_id outbound_number outgoing_number call_from calling_from my_number your_number my_line your_line my_extension your_extension
    schreib_uns schreiben_sie_uns schreibt_uns kontaktieren_sie_uns escribenos contactanos contactez_nous ecrivez_nous fale_conosco scrivici contattaci
    kundenservice kundendienst kundenbetreuung servicehotline servicenummer service_nummer beratung vertrieb notruf notfall storungsannahme
    numero_vert numero_verde numero_gratuito
    service_client service_clients urgences emergencia assistance_technique sav atencion_al_cliente servicio_al_cliente soporte urgencias sac
    assistenza servizio_clienti klantenservice storingen kundtjanst kundeservice asiakaspalvelu bok infolinia sluzba_zakaznikum ugyfelszolgalat musteri_hizmetleri поддержка`,
  related: `of_emergency emergency_contact next_of_kin spouse wife husband mother father parent parents guardian assistant secretary referrer referred_by employer
    lawyer seller sold_by supplier vendor sender shipper shipped_by carrier courier driver from_phone issuer issued_by bill_from account_manager sales_rep representative
    notfallkontakt ehepartner ehefrau ehemann mutter vater eltern vormund assistenz sekretariat arbeitgeber anwalt verkaufer lieferant absender spediteur fahrer sachbearbeiter kundenberater rechnungssteller
    contact_d_urgence conjoint assistante secretariat employeur vendeur fournisseur expediteur livreur
    contacto_de_emergencia conyuge secretaria empleador vendedor proveedor remitente contato_de_emergencia fornecedor remetente
    coniuge venditore fornitore mittente contatto_di_emergenza noodcontact verkoper leverancier afzender
    asst adjuster nurse teacher officer guarantor insurer witness listing_agent broker
    gegner gutachter vermittler ihr_ansprechpartner ihre_ansprechpartnerin ansprechpartner_bei conseiller conseillere emetteur emisor emissor emittente comercial_asignado opiekun opiekuna менеджер менеджера курьер курьера врач врача medico monteur
    doctor physician gp pcp landlord technician partner_phone pharmacy_phone insurance_phone hausarzt facharzt arzt betreuer vermieter
    medecin huisarts tussenpersoon`,
  other: `fax faks faksi telefaks telex textphone text_phone minicom tty tdd pager beeper bounced wrong_number falsche_nummer faux_numero numero_equivocado numero_errado
    dial_in dial_ins dial_by_your one_tap_mobile invalid disconnected ungultig not_call don_t_call nicht_anrufen changed_from schnelleinwahl_mobil einwahl einwahlnummern not nicht old former formerly previous previously obsolete instead_of rather_than statt alt alte ancien ancienne antiguo anterior antigo vecchio oud
    факс φαξ فاكس פקס แฟกซ์ không_phải`,
  id: `id ids identifier order orders ordered invoice invoices case cases ticket tickets reference references ref refs policy contract tracking serial isbn issn ean upc gtin
    asin sku iban bban swift bic vat tax tin ein itin ssn nino passport licence license shipment parcel consignment batch lot version ver build
    article articles item items product products part model quantity qty zip zipcode postcode postal postal_code pin password passcode otp cvv key uuid guid account acct
    ird nhs medicare abn acn arbn aadhaar pan gstin nip pesel regon krs kvk btw bsn dni nie rfc curp cuit cuil nit rut run ruc cvr imei imsi iccid siret siren rcs ape tva naf
    hrb hra ustid ust ust_id amtsgericht handelsregister registergericht kto konto blz plz cpf cnpj nif cif oib pib eik ico dic mrn vin doi arxiv pmid pmcid issuu npi dea cas ndc
    code codes kode kod vorwahl vorwahlen area_code area_codes dialling_code dialing_code indicatif prefijo prefisso
    amount total subtotal price prices cost sum salary summe betrag preis preise gesamt montant prix importe precio valor importo prezzo prijs bedrag kwota cena pris
    date dates datum fecha data dato created updated modified time zeit uhr lat lng lon latitude longitude coordinates bytes size sizes kb mb px pixel pixels
    score scores views followers likes downloads clicks impressions pageviews population
    aufrufe zugriffe klicks vues telechargements vistas visualizaciones visualizacoes seguidores curtidas acessos visualizzazioni weergaven volgers
    odslony odslon wyswietlenia wyswietlen naytot просмотров просмотры подписчиков page pages pp seite seiten vol volume issue nos_id width height weight
    booking reservation confirmation registration membership meeting_id conference_id access_code passcode webinar app_id appid session token hash checksum commit revision port
    buchung reservierung auftrag auftrage rechnung rechnungen vorgang beleg artikel sendung vertrag kennung aktenzeichen az gz schein lieferschein
    commande facture dossier contrat colis pedido pedidos factura cuenta contrato albaran expediente ordine fattura codice codigo partita piva p_iva polizza
    factuur faktura faktury objednavka rendeles szamla siparis fatura tilaus lasku
    заказ заказа счет договор инн кпп огрн снилс бик артикул накладная индекс παραγγελια αφμ رقم_الطلب الطلب فاتورة הזמנה חשבונית don_hang hoa_don pesanan faktur`,
  generic: `number numbers no nr num nos nb n numero numeros numer nummer nummern nro n° nº номер αριθμος رقم מספר so nomor cislo szam numara numaralari`,
  number: 'number_is',
  filler: `is are at on under line in_case in_order in_order_to any_time at_any_time at_all_times page_phone main_st main_street main_road main_rd main_ave main_avenue new neue neuer nuevo nueva nouveau nouvelle novo nova nuovo nieuw current aktuell aktuelle preferred second zweite weitere alternate alternative home_page home_delivery opening_hours business_hours office_hours`,
  owner: `customer client member patient employee staff student user vendor_id guest subscriber account_holder kunde kunden mitglied mitglieds patienten personal matrikel
    abonne adherent cliente clienti socio paciente paziente klant klanten lid kund medlem kunde_id klient klienta asiakas zakaznik ugyfel musteri клиент клиента πελατης`,
};

/** A note behind a number, or in the cell beside it, that takes the number back. */
export const takesBack =
  /^\W*(?:invalid|disconnected|bounced|(?:wrong|bad)(?: number)?|do not call|don['’]t call|dnc|no longer (?:valid|in (?:use|service))|(?:not in|out of) service|unreachable|ungültig|falsche nummer|nicht (?:mehr gültig|anrufen)|invalide|non valide|ne pas appeler|faux numéro|no llamar|inv[aá]lid[oa]|número (?:equivocado|errado)|não ligar|non chiamare|non valido|ongeldig|niet bellen|無効|无效|空号)(?!\p{L})\W*$/iu;

/** Words whose number is a telephone's ("Reception number") rather than one in a register ("Company number"). */
export const hasTelephone =
  /recep|recez|switch|head_?(?:office|q)|^hq$|zentral|central|empfang|siege|accueil|vaxel|sentralb|emergenc|notfall|urgenc|nood|kin$|mother|father|mutter|vater|eltern|parent|wife|husband|spouse|assist|secret|sekret/;

/** Words that say in a label where a telephone stands; within a sentence they say nothing about digits. */
export const placeWords = new Set(
  `home work office business daytime evening direct main primary fixed privat dienstlich geschaftlich buro fixe domicile bureau fijo fixo residencial
  comercial fisso vast thuis werk hjem arbeid ring rang signal`.split(/\s+/),
);

/** By country (ISO 3166), words that have another sense there than elsewhere. */
export const localWords: Readonly<Record<string, Readonly<Record<string, WordSense>>>> = {
  BR: { cep: 'id' }, // postcode; in Turkish a mobile
  AU: { tfn: 'id' }, // tax file number; in Swedish a telephone
  FR: { port: 'mobile' }, // short for portable; elsewhere a harbour or a socket
};

/** How words begin; where one beginning is part of another, the longer one comes first. */
export const beginnings: readonly (readonly [start: string, sense: WordSense])[] = [
  ['telefax', 'other'],
  ['telecop', 'other'],
  ['telekop', 'other'],
  ['fax', 'other'],
  ['mobiltel', 'mobile'],
  ['mobilfunk', 'mobile'],
  ['mobilnum', 'mobile'],
  ['komork', 'mobile'],
  ['kannyk', 'mobile'],
  ['matkapuh', 'mobile'],
  ['celular', 'mobile'],
  ['сотов', 'mobile'],
  ['мобил', 'mobile'],
  ['мобіл', 'mobile'],
  ['telefo', 'phone'],
  ['telepho', 'phone'],
  ['puhelin', 'phone'],
  ['telephon', 'phone'],
  ['ruckruf', 'phone'],
  ['rueckruf', 'phone'],
  ['телефон', 'phone'],
  ['τηλεφων', 'phone'],
  ['asystent', 'related'],
  ['asistent', 'related'],
  ['assistent', 'related'],
  ['kundennum', 'id'],
  ['postleit', 'id'],
  ['rechnungs', 'id'],
  ['bestell', 'id'],
  ['auftrags', 'id'],
  ['vertrags', 'id'],
  ['sendungs', 'id'],
  ['zamowien', 'id'],
  ['steuer', 'id'],
];

/** How compound words end. */
export const endings: readonly (readonly [end: string, sense: WordSense])[] = [
  ['mobiltelefon', 'mobile'],
  ['mobiltelefoon', 'mobile'],
  ['handy', 'mobile'],
  ['telefon', 'phone'],
  ['telefoon', 'phone'],
  ['telefono', 'phone'],
  ['telefone', 'phone'],
  ['phone', 'phone'],
  ['rufnummer', 'phone'],
  ['fax', 'other'],
];

/** Endings that say "number"; the beginning of such a word says of what: `Handynummer`, `Kundennr`. */
export const numberEndings = ['nummer', 'number', 'numero', 'nr'] as const;

/** Words that begin or end like those above and mean something else. */
export const unrelatedWords = new Set(
  `iphone smartphone smartphones microphone headphone headphones earphone earphones megaphone saxophone xylophone gramophone vibraphone
  phonebook francophone anglophone lusophone handyman telefonica telephoned`.split(/\s+/),
);

/** Words of scripts without spaces between words: regular expressions that match anywhere in a label. */
export const unspacedWords: Words = {
  mobile: '📱|携帯|手机|手機|휴대|핸드폰|行動電話|มือถือ|मोबाइल',
  phone: '[📞☎✆]|電話|电话|전화|連絡先|联系方式|聯絡|โทร|फ़ोन|फोन|दूरभाष|直通|연락처|致电|来电|去电',
  company: '勤務先|店舗|会社|本社|代表|公司|总机|總機|회사|대표',
  own: '客服|热线|熱線|サポート|お客様(?:センター|窓口|係)|고객센터|相談',
  related:
    '助理|秘書|主治医|保護者|监护人|비서|緊急連絡|紧急联系|送货|配送员|보호자|卖家|賣家|商家|经理|經理|담당|판매자',
  other: '📠|ファックス|ファクス|ＦＡＸ|传真|傳真|팩스',
  id: '注文|订单|訂單|发票|發票|請求書|邮编|郵編|郵便|身份证|身分證|快递|快遞|运单|商品|금액|주문|우편|金額|日期|账号|帳號|口座|会員|會員|顧客番号|客户编号|ลำดับ',
  generic: '番号|号码|號碼|번호|编号|編號|หมายเลข|नंबर',
};
