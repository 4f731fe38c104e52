/** Code page 1252 where it differs from Latin-1: the characters of bytes 0x80 to 0x9F, a blank where there is none. */
const upper = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ';
const firstUpper = 0x80;
const questionMark = 0x3f;

const bytes = new Map([...upper].map((character, index) => [character, firstUpper + index] as const));
bytes.delete(' ');

/** Text in code page 1252, as varchar holds it; what it has no character for becomes `?`, as in SQL Server. */
export function toCodePage(text: string): Buffer {
  return Buffer.from(Array.from(text, (character) => bytes.get(character) ?? latin1(character)));
}

/** Text of bytes in code page 1252. */
export function fromCodePage(encoded: Uint8Array): string {
  return Array.from(encoded, (byte) => {
    const special = upper[byte - firstUpper];
    return special === undefined || special === ' ' ? String.fromCharCode(byte) : special;
  }).join('');
}

function latin1(character: string): number {
  const code = character.codePointAt(0) ?? questionMark;
  return code < firstUpper || (code > 0x9f && code <= 0xff) ? code : questionMark;
}
