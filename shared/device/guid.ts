const form = /^[0-9A-F]{8}(?:-[0-9A-F]{4}){3}-[0-9A-F]{12}$/u;
const none = /^(?:[0-]+|[F-]+)$/u;

/** A GUID in upper case without braces; null for other text, for all zeros and for all F. */
export function guid(text: string | null | undefined): string | null {
  const trimmed = (text ?? '').trim();
  const bare = trimmed.startsWith('{') ? trimmed.replace(/^\{(.*)\}$/u, '$1') : trimmed;
  const value = bare.toUpperCase();
  return form.test(value) && !none.test(value) ? value : null;
}
