/** The columns of a rejects file. Their headers hold both languages, so that any overrides file can be read. */
export const rejectColumns = [
  { name: 'row', header: 'Row / Ligne', width: 10 },
  { name: 'key', header: 'Key / Clé', width: 30 },
  { name: 'name', header: 'Name / Nom', width: 24 },
  { name: 'column', header: 'Column / Colonne', width: 24 },
  { name: 'rule', header: 'Rule / Règle', width: 22 },
  { name: 'finding', header: 'Finding / Constat', width: 48 },
  { name: 'value', header: 'Value / Valeur', width: 30 },
  { name: 'suggestion', header: 'Suggestion', width: 52 },
  { name: 'corrected', header: 'Corrected value / Valeur corrigée', width: 34 },
] as const;

export type RejectColumn = (typeof rejectColumns)[number]['name'];

/** What a person writes to empty a cell: an empty correction leaves it as it is. */
export const emptyMarks: readonly string[] = ['(vide)', '(empty)'];

/** A text that a spreadsheet program might take for a formula gets an apostrophe in front. */
export const escapedForPeople = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);

/** The text without that apostrophe. */
export const unescapedFromPeople = (text: string): string => text.replace(/^'(?=[=+\-@\t\r])/, '');
