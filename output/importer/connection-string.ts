import { z } from 'zod';
import { messages } from '../messages.ts';

/** How DataImporter connects to rows that are in a database: templates of OLEDB connection strings. */
export interface ConnectionStrings {
  /** `<file>` stands for the path of the database file. */
  readonly sqlite: string;
  /** Where `--out mssql` keeps the rows. */
  readonly mssql?: MssqlLocation;
}

/** A database of the site: how DataImporter connects to it, and the schema of the views that it reads. */
export interface MssqlLocation {
  readonly connectionString: string;
  readonly schema: string;
}

/** What is most likely to work; nobody has documented it. */
export const defaultConnectionStrings: ConnectionStrings = {
  sqlite: 'Provider=MSDASQL;Driver={SQLite3 ODBC Driver};Database=<file>;',
};

/** A template in the configuration that must hold these names, without a control character. */
export const connectionTemplate = (...names: readonly string[]) =>
  z.string().superRefine((template, context) => {
    const missing = names.filter((name) => !template.includes(`<${name}>`));
    const isOledb = /(^|;)\s*provider\s*=\s*[^;\s]/i.test(template);
    if (missing.length === 0 && isOledb && !/\p{Control}/u.test(template)) return;
    context.addIssue({ code: 'custom', params: { text: messages.templateWrong(names) } });
  });

/** A template with the values of its names. */
export const filledIn = (template: string, values: Readonly<Record<string, string>>): string =>
  template.replace(/<(\w+)>/g, (whole, name: string) => values[name] ?? whole);
