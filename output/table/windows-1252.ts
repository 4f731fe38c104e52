/**
 * The characters that Windows-1252 keeps at 0x80 to 0x9F, by byte. The five bytes left out mean nothing. Written
 * out because the decoder of some Node versions reads these bytes as control characters.
 */
const special: readonly (readonly [byte: number, character: string])[] = [
  [0x80, '€'],
  [0x82, '‚'],
  [0x83, 'ƒ'],
  [0x84, '„'],
  [0x85, '…'],
  [0x86, '†'],
  [0x87, '‡'],
  [0x88, 'ˆ'],
  [0x89, '‰'],
  [0x8a, 'Š'],
  [0x8b, '‹'],
  [0x8c, 'Œ'],
  [0x8e, 'Ž'],
  [0x91, '‘'],
  [0x92, '’'],
  [0x93, '“'],
  [0x94, '”'],
  [0x95, '•'],
  [0x96, '–'],
  [0x97, '—'],
  [0x98, '˜'],
  [0x99, '™'],
  [0x9a, 'š'],
  [0x9b, '›'],
  [0x9c, 'œ'],
  [0x9e, 'ž'],
  [0x9f, 'Ÿ'],
];

const byteUnit = new Map(special.map(([byte, character]) => [character, String.fromCharCode(byte)]));
const characterOf = new Map(special.map(([byte, character]) => [String.fromCharCode(byte), character]));

/** Whether Windows-1252 has this one visible character or space. */
export function inWindows1252(character: string): boolean {
  return /^[\x20-\x7e\xa0-\xff]$/.test(character) || byteUnit.has(character);
}

/** The bytes of a text; throws `RangeError` on a character that Windows-1252 lacks. */
export function encodeWindows1252(text: string): Buffer {
  return Buffer.from(text.replace(/[^\0-\x7f\xa0-\xff]/g, unitOf), 'latin1');
}

/** The text of bytes that were read as Latin-1, one unit a byte. */
export function decodeWindows1252(latin1: string): string {
  return latin1.replace(/[\x80-\x9f]/g, (unit) => characterOf.get(unit) ?? '\ufffd');
}

function unitOf(character: string): string {
  const unit = byteUnit.get(character);
  if (unit === undefined) throw new RangeError(`not in Windows-1252: U+${codeOf(character)}`);
  return unit;
}

const codeOf = (character: string): string => character.charCodeAt(0).toString(16).toUpperCase();
