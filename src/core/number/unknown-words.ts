import { foldWords } from './fold.ts';
import { spaced, wordSense } from './label.ts';

/** Words beside a telephone number that leave open whose it is, and those that say it is the record's own. */
const harmless = new Set(
  foldWords(
    `contact contacts kontakt kontaktdaten kontaktperson contacto contatto contato coordonnees yhteystiedot kontaktuppgifter details detail info information data name full primary
    preferred best other alternative secondary additional bevorzugt bevorzugte weitere principal principale principali secundario person personne persona please
    format text address adresse lieferadresse rechnungsadresse
    local national international your their with from this that number type kind label value`,
  ).split(/\s+/),
);

/**
 * Whether a label has a word of which the lists of labels know nothing: "Janitor", "Carer phone", "IT". It mostly names
 * somebody else than the record does. False for scripts without spaces, whose words nothing divides.
 */
export function hasUnknownWord(label: string): boolean {
  if (/[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/.test(label)) return false;
  const isShort = (label.match(/(?<!\p{L})\p{Lu}{2,3}(?!\p{L})/gu) ?? []).some(
    (word) => wordSense(foldWords(word)) === undefined,
  );
  return (
    isShort ||
    [...spaced(foldWords(label), {})].some(
      ({ sense, word = '' }) => sense === 'unknown' && !harmless.has(word),
    )
  );
}
