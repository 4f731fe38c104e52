import sql from 'mssql';
import { Secrets } from '../../shared/secret.ts';
import { driverConfig } from '../../shared/sql/driver-config.ts';
import { readQueryFile } from '../../shared/sql/query-file.ts';
import { sqlServerSettings } from '../../shared/sql/settings.ts';
import { sectionsOf } from './encoded-fleet.ts';
import { certificateAuthority, login } from './fleet-site.ts';
import { rawDrain } from './raw-drain.ts';

/**
 * Reads every query of SCCM and keeps nothing, in a process of its own: `drain.js WAY PORT ENCRYPTION`. WAY is `raw`, which
 * only counts bytes, or `mssql`, the bare driver in stream mode with two connections, as the bridge has. Prints what it read
 * and the seconds that this took as one JSON object.
 */
const [way = '', port = '', encryption = ''] = process.argv.slice(2);
const queries = sectionsOf('sccm').map((section) => readQueryFile('sccm', section, null).text);
// The bridge counts its base section a second time, but that is a cost of the bridge.
const start = performance.now();
const count = way === 'raw' ? await rawDrain(Number(port), queries) : await bareDrain();
process.stdout.write(`${JSON.stringify({ count, seconds: (performance.now() - start) / 1000 })}\n`);
process.exit();

async function bareDrain(): Promise<number> {
  const settings = sqlServerSettings.parse({
    server: 'localhost',
    port: Number(port),
    database: login.database,
    login: { kind: 'sql', user: login.user, password: { env: 'BENCH_PASSWORD' } },
    encryption,
    certificateAuthority,
  });
  const config = driverConfig(settings, new Secrets(process.env), '.');
  const waiting = [...queries];
  const lane = async (): Promise<number> => {
    const pool = await new sql.ConnectionPool(config).connect();
    let rows = 0;
    for (let query = waiting.shift(); query !== undefined; query = waiting.shift())
      rows += await streamed(pool, query);
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
