/** The characters of bytes 0x80 to 0x9F in Windows-1252, in order; a control character where the byte means nothing. */
const upper = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

/** Decodes Windows-1252 independently of the code under test and of the platform's own decoder. */
export const windows1252Text = (bytes: Buffer): string =>
  bytes.toString('latin1').replace(/[\x80-\x9f]/g, (unit) => upper.charAt(unit.charCodeAt(0) - 0x80));
