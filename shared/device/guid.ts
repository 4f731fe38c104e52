const form = /^[0-9A-F]{8}(?:-[0-9A-F]{4}){3}-[0-9A-F]{12}$/u;
const none = /^(?:[0-]+|[F-]+)$/u;

/** A GUID in upper case without braces; null for other text, for all zeros and for all F. */
export function guid(text: string | null | undefined): string | null {
  const value = (text ?? '')
    .trim()
    .replace(/^\{(.*)\}$/u, '$1')
    .toUpperCase();
  return form.test(value) && !none.test(value) ? value : null;
}
