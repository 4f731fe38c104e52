/** The first element of `2.0, 0, 1.38`; null for words such as `Not Supported`. */
export function tpmVersion(text: string | null | undefined): string | null {
  const first = (text ?? '').split(',')[0]?.trim() ?? '';
  return /^\d+(?:\.\d+)*$/u.test(first) ? first : null;
}
