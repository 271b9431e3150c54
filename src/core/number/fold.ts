/** Letters that Unicode does not take apart into another letter and an accent. */
const bases: Readonly<Record<string, string>> = {
  đ: 'd',
  ł: 'l',
  ø: 'o',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
  ð: 'd',
};

/** Writes a text in lower case without accents, and joined words apart: `customerPhone` becomes `customer phone`. */
export function foldWords(text: string): string {
  return text
    .replace(/(\p{Ll}{2})(\p{Lu})/gu, '$1 $2')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[đłøßæœıð]/g, (letter) => bases[letter] ?? letter)
    .normalize('NFC');
}
