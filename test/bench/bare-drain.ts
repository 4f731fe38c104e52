import sql from 'mssql';
import { Secrets } from '../../shared/secret.ts';
import { driverConfig } from '../../shared/sql/driver-config.ts';
import { type SqlServerSettings, sqlServerSettings } from '../../shared/sql/settings.ts';
import { certificateAuthority, login, type WireEncryption } from './fleet-site.ts';

/** How every client of a site's server reaches it. */
export const siteSettings = (port: number, encryption: WireEncryption): SqlServerSettings =>
  sqlServerSettings.parse({
    server: 'localhost',
    port,
    database: login.database,
    login: { kind: 'sql', user: login.user, password: { env: 'BENCH_PASSWORD' } },
    encryption,
    certificateAuthority,
  });

export const siteSecrets = new Secrets({ BENCH_PASSWORD: login.password });

/** Streams queries by the bare driver over two connections, as the bridge has, and keeps nothing. Gives the rows. */
export async function bareDrain(settings: SqlServerSettings, queries: readonly string[]): Promise<number> {
  const config = driverConfig(settings, siteSecrets, '.');
  const waiting = [...queries];
  const lane = async (): Promise<number> => {
    const pool = await new sql.ConnectionPool(config).connect();
    let rows = 0;
    for (let query = waiting.shift(); query !== undefined; query = waiting.shift())
      rows += await streamed(pool, query);
    await pool.close();
    return rows;
  };
  const lanes = await Promise.all([lane(), lane()]);
  return lanes.reduce((sum, rows) => sum + rows, 0);
}

function streamed(pool: sql.ConnectionPool, query: string): Promise<number> {
  const request = pool.request();
  request.stream = true;
  request.arrayRowMode = true;
  let rows = 0;
  request.on('row', () => {
    rows += 1;
  });
  return new Promise((resolve, reject) => {
    request.on('error', reject);
    request.on('done', () => resolve(rows));
    void request.query(query);
  });
}
