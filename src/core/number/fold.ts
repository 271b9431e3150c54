/** Letters that are no other letter with an accent. */
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

/** Lower case without accents; words that are joined as in `customerPhone` apart. */
export function foldWords(text: string): string {
  return text
    .replace(/(\p{Ll}{2})(\p{Lu})/gu, '$1 $2')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[đłøßæœıð]/g, (letter) => bases[letter] ?? letter)
    .normalize('NFC');
}
