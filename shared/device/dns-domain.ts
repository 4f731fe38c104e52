/** At least two labels: a single one is a NetBIOS domain or a workgroup. */
export const isDnsDomain = (text: string): boolean => /^[^\s.\\/]+(?:\.[^\s.\\/]+)+$/u.test(text);

/** The domain in lower case without its final period; null for anything with fewer than two labels. */
export function dnsDomain(text: string | null | undefined): string | null {
  const lower = (text ?? '').toLowerCase();
  const domain = lower.endsWith('.') ? lower.slice(0, -1) : lower;
  return isDnsDomain(domain) ? domain : null;
}
