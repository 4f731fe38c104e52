import { filledIn } from '../importer/connection-string.ts';
import type { MssqlOutputSettings } from './settings.ts';

/** The connection string by which DataImporter reads the rows; `password` only where the site has named one. */
export function connectionStringOf(settings: MssqlOutputSettings, password: string | undefined): string {
  const { server, instance, port, database } = settings;
  const place = instance === undefined ? (port === undefined ? '' : `,${port}`) : `\\${instance}`;
  return filledIn(settings.connectionString, {
    server: quoted(`${server}${place}`),
    database: quoted(database),
    ...(password !== undefined && { password: quoted(password) }),
  });
}

/** A value of a connection string, in quotes where it holds more than what is plain. */
const quoted = (value: string): string =>
  /^[\w.,\\-]+$/.test(value) ? value : `"${value.replaceAll('"', '""')}"`;
