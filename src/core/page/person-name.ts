import { senseOf } from '../number/label.ts';

/** Words of headings, titles and offices, in lower case: a text that holds one of them is no person's name. */
const commonWords = new Set(
  `a about access account accounts active activity add address addresses admin administrator agent all analyst and announcement application apply
  architect areas article assistant at back basic billing blog board book booking bookings business by calendar call caller campaign cancel card care
  case cases center centre change channel chat check checkout city clear client clients close comment commission committee company confirm confirmation
  connect consultant contact contacts continue copy corporate council country create credit curriculum customer customers cv daily dashboard data date day
  delete delivery department deals description designer desk detail details developer directions director directory district division document documents
  download driver edit education email employee employees engineer enquiry error event events executive experience export faq features feedback file files
  filter find finance follow for form forms free from full functional further general get gift good government group guest guide hallo hello help history home hotel
  hours how human image import in inbox incoming index info information inquiry insurance intern interview introduction invoice invoices is issue item items job
  jobs join key language last latest lead leads learn legal letter library license list live local location login logout mail main manage management
  manager map marketing media meet meeting meetings member members menu message messages mission mobile model more my name network new news newsletter next
  no note notes notice notification number of offer office officer on online open opening operations opportunity order orders organization our overview owner page
  pages panel partner partners parts password patient payment payments people personal phone photo plan please policy portal post posts preferences president press
  previous price pricing primary privacy process product products professional profile program project projects property public purchase quality queue quick
  quote read recent record records reference references region register related report reports request requests research resource resources result results resume return
  returns review reviews sale sales sample save schedule school search secretary section security select send senior service services settings shipping shop sign
  site skills social software solutions specialist staff standard start state status step store street student subject submit subscribe success summary
  support survey system table task tasks team teams technical template templates terms test testing the this ticket tickets time timeline title to today tools top total
  tracking training transaction transactions travel type unit university update updates upload use user users value vendor version vice view visit warranty
  web website week welcome what where who why with work world year you your
  abteilung adresse aktuelles allgemein alle angebot anmelden ansprechpartner anruf auftrag bearbeiten bestellung bestellungen bewerbung daten datenschutz der die das
  ein einstellungen firma für geschäftsführer herzlich hilfe ihr ihre impressum ihrer kontakt kontaktdaten konto kunde kunden kundendaten lebenslauf leiter leitung leistungen lieferung mein meine
  mitarbeiter nachrichten neue neuer ort öffnungszeiten person profil rechnung seite suche termine überblick übersicht über uns unser unsere unternehmen veranstaltungen verkauf vertrag vertrieb
  warenkorb weiter willkommen zahlung zur
  accueil aide bienvenue commande commandes compte coordonnées données facture informations la le les ligne mairie mentions mes mon nos notre nous paiement panier produit recherche
  bienvenido bienvenidos carrito cliente contacto cuenta datos detalles el empresa factura inicio los mi nosotros nuestro pedido pedidos perfil servicio soporte
  bem-vindo carrinho conta contato contatos dados detalhes fatura início meu minha nosso serviço suporte
  benvenuto carrello contatti contatto conto dati dettagli fattura i il mio nostro ordine ordini pagina profilo servizio ufficio
  academy agency apartments association attorneys auto bakery bank bar beauty bistro cafe catering chiropractic church cleaning clinic club college construction consulting contractors
  dental dentist dentistry electric electrical electronics family farm fitness floral florist foods foundation furniture gallery garage garden gardens gmbh gym hair heating holdings hospital hotels hvac
  inc industries institute international inn jewelers kitchen landscaping law lawn limited lodge logistics lounge ltd llc massage medical metal motors museum optical orthodontics painting parish pest pharmacy photography
  physiotherapy pizza plumbing practice printing realty rehab repair restaurant roofing salon school's spa storage studio studios supply surgery systems tax taxi theatre tire towing trading trust vet veterinary wellness windows yoga
  anwälte apotheke arztpraxis autohaus bäckerei bau bauunternehmen behörde betrieb elektro fahrschule ferienwohnung friseur gasthaus gasthof gemeinde heizung immobilien kanzlei klinik metzgerei möbel musikschule notar physiotherapie
  praxis reinigung reisebüro sanitär schreinerei spedition stadt steuerberater steuerberatung stiftung tierarzt tischlerei verband verein verlag versicherung werkstatt zahnarzt zahnarztpraxis zentrum
  agence boulangerie cabinet clinique coiffure école immobilier pharmacie plomberie société abogados clínica farmacia inmobiliaria restaurante taller tienda clinica farmácia escola imobiliária oficina padaria
  avvocati officina ristorante scuola bakkerij huisarts huisartsenpraktijk makelaar tandarts
  bestelling contactgegevens factuur gegevens klant mijn onze welkom winkelwagen zoeken`.split(
    /\s+/,
  ),
);

const particles =
  "von|van|vom|zu|zur|der|den|de|da|das|do|dos|di|del|della|du|des|la|le|el|al|bin|ibn|ben|bint|y|e|ter|ten|af|av|O'|d'";
const shape = RegExp(
  `^(?:(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Herr|Frau|M|Mme|Mlle|Sr|Sra|Srta|Sig|Sig\\.ra|Dott)\\.? )?(?:\\p{Lu}[\\p{L}\\p{M}'’-]*\\.?)(?: (?:\\p{Lu}[\\p{L}\\p{M}.'’-]*|${particles})){1,4}$`,
  'u',
);

/**
 * Whether a text looks like a person's name: two to five words that begin with capitals, not all in capitals, none of
 * them a word of headings.
 */
export function isPersonal(text: string): boolean {
  const words = text.toLowerCase().split(/[\s,]+/);
  const isShouted = text === text.toUpperCase() && text !== text.toLowerCase();
  return shape.test(text) && !isShouted && !words.some(isCommon);
}

function isCommon(word: string): boolean {
  return commonWords.has(word) || commonWords.has(word.normalize('NFD').replace(/\p{M}/gu, ''));
}

/** The person whom a row, a card or an entry of a list is about, judged by its first words (`PageFact.within`). */
export function personWithin(within = ''): string | undefined {
  return within
    .split('\n')
    .map((line) => line.replace(/ <.*/, '').replace(/^([^,]+), ([^,]+)$/, '$2 $1'))
    .find((line) => isPersonal(line) || isEastern(line));
}

/**
 * Maps each name to the shortest name of the same person among them. A name that holds all words of another is the
 * same person's: `Dr. Alice Martin`, `Alice Martin Purchasing` and `Alice Martin`.
 */
export function peopleNamed(names: readonly string[]): ReadonlyMap<string, string> {
  const shortest: { name: string; words: readonly string[] }[] = [];
  const people = new Map<string, string>();
  for (const name of [...new Set(names)].sort((one, other) => one.length - other.length)) {
    const words = name.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? [];
    const known = shortest.find((each) => holds(words, each.words));
    if (known === undefined) shortest.push({ name, words });
    people.set(name, known?.name ?? name);
  }
  return people;
}

function holds(words: readonly string[], all: readonly string[]): boolean {
  return all.every((word) => words.includes(word));
}

/** Whether a text has two to four characters, as names in China, Japan and Korea do, and labels no number. */
function isEastern(text: string): boolean {
  const shape = /^[\p{Script=Han}\p{Script=Hangul}]{2,4}$/u;
  return shape.test(text.replace(' ', '')) && senseOf(text) === 'none';
}

/** Whether a text is a sentence, such as the help beside a field: four words or more, most in small letters. */
function isSentence(text: string): boolean {
  const words = text.split(/\s+/);
  return (
    words.length > 3 && words.filter((word) => /^\p{Ll}/u.test(word)).length * 2 > words.length
  );
}

/** Whether a text whose label says "name" can be a name. */
export function canBeName(text: string): boolean {
  const isFilled = /\p{L}{2}|^\p{Script=Han}$/u.test(text) && text.length <= 80;
  return (
    isFilled &&
    !isSentence(text) &&
    !/[@\n<>{}]|\d{3}|^(?:n\/?a|none|unknown|select|choose|search|-+|—)\b/i.test(text)
  );
}
