import type { Secrets } from '../../shared/secret.ts';

/** A parameter that DataImporter repeats, up to the next one or the end of the line. */
const passwordParameter = /((?:password|pwd|mot de passe)"?\s*[:=]\s*)(?=\S).*?(?=\s+"?\/\p{L}+:|$)/giu;

/** Takes out of a line what a log may repeat of the start parameters: the password and, as a word, the login. */
export function logRedaction(secrets: Secrets, login: string): (line: string) => string {
  const word = login.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
  const loginWord = new RegExp(`(?<![\\p{L}\\d])${word}(?![\\p{L}\\d])`, 'giu');
  return (line) => withoutPassword(secrets, line).replace(loginWord, '***');
}

/** The line without the password, in whatever spelling. */
export const withoutPassword = (secrets: Secrets, line: string): string =>
  secrets.redact(line).replace(passwordParameter, '$1***');
