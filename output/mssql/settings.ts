import { z } from 'zod';
import { secretSchema } from '../../shared/secret-place.ts';
import { sqlServerSettings } from '../../shared/sql/settings.ts';
import { connectionTemplate } from '../importer/connection-string.ts';
import { messages } from './messages.ts';

/** A name that is a table here and the beginning of the names of files. */
const identifier = z.string().regex(/^[A-Za-z_][A-Za-z0-9_]{0,63}$/);
const passwordInPlace = /(^|;)\s*(password|pwd)\s*=\s*(?!\s*<password>\s*(;|$))/i;

/** Block `output.mssql` of `bridge.yaml`: a database of the site's own, in which `--out mssql` keeps its rows. */
export const mssqlOutputSettings = sqlServerSettings
  .omit({ connections: true, parameters: true })
  .extend({
    /** Folder of the importer configuration and the manifest. */
    folder: z.string().min(1),
    /** Schema that the account owns. */
    schema: identifier.default('octopus'),
    /** Name of the view that DataImporter reads, and of the files. */
    table: identifier.default('OctopusCI'),
    /** How DataImporter connects: `<server>`, `<database>`, and `<password>` where there is no other way. */
    connectionString: connectionTemplate('server', 'database').default(
      'Provider=MSOLEDBSQL;Server=<server>;Database=<database>;Trusted_Connection=yes;',
    ),
    /** What takes the place of `<password>`; it then stands in the configuration of DataImporter in clear. */
    connectionPassword: secretSchema.optional(),
  })
  .superRefine(({ connectionString, connectionPassword }, context) => {
    const named = connectionString.includes('<password>');
    const text = passwordInPlace.test(connectionString)
      ? messages.passwordInTemplate
      : named !== (connectionPassword !== undefined) && messages.passwordUnnamed;
    if (text) context.addIssue({ code: 'custom', path: ['connectionString'], params: { text } });
  });
export type MssqlOutputSettings = z.infer<typeof mssqlOutputSettings>;
