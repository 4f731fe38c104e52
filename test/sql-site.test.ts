import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { manifestSchema } from '../output/manifest.ts';
import { Secrets } from '../shared/secret.ts';
import { SqlServerSource } from '../shared/sql/server.ts';
import { sqlServerSettings } from '../shared/sql/settings.ts';
import { runBridge } from './fakes/command.ts';
import { temporaryFolder } from './fakes/temporary-folder.ts';

/**
 * A SCCM database of your own, quiet while the test runs: BRIDGE_TEST_MSSQL_SERVER, _PORT, _DATABASE, _USER and
 * _PASSWORD; _CA names the PEM file of your authority (whole path), _ENCRYPTION one of required, strict, none.
 */
const given = (name: string): string | undefined => process.env[`BRIDGE_TEST_MSSQL_${name}`];
const server = given('SERVER');
const patience = 30 * 60_000;

const settings = () => ({
  server,
  ...(given('PORT') && { port: Number(given('PORT')) }),
  database: given('DATABASE'),
  login: { kind: 'sql', user: given('USER'), password: { env: 'BRIDGE_TEST_MSSQL_PASSWORD' } },
  ...(given('CA') && { certificateAuthority: given('CA') }),
  ...(given('ENCRYPTION') && { encryption: given('ENCRYPTION') }),
});

describe('your own SQL Server', () => {
  const where = server ?? '(skipped: BRIDGE_TEST_MSSQL_SERVER is not set)';
  it.skipIf(server === undefined)(
    `is read to CSV, completely, and nothing in it changes: ${where}`,
    async () => {
      const folder = temporaryFolder();
      const config = join(folder, 'bridge.yaml');
      writeFileSync(config, JSON.stringify({ sources: { sccm: settings() } }));
      const before = await rowCounts();
      const ended = await runBridge(
        ['sccm', '--config', config, '--out', join(folder, 'assets.csv'), '--state', join(folder, 'state')],
        { BRIDGE_TEST_MSSQL_PASSWORD: given('PASSWORD') },
      );
      expect(ended).toMatchObject({ code: 0 });
      const manifest = manifestSchema.parse(
        JSON.parse(readFileSync(join(folder, 'assets.manifest.json'), 'utf8')),
      );
      expect(manifest).toMatchObject({ complete: true, source: { name: 'sccm', sample: false } });
      expect(manifest.written).toBeGreaterThan(0);
      expect(manifest.readAtEnd).toBe(manifest.read);
      expect(Object.values(before).filter((count) => count > 0).length).toBeGreaterThan(1);
      expect(await rowCounts()).toEqual(before);
      expect(JSON.stringify(ended)).not.toContain(given('PASSWORD'));
    },
    patience,
  );
});

/** Rows of every view that the shipped queries read and that this account may see. */
async function rowCounts(): Promise<Record<string, number>> {
  const source = new SqlServerSource(sqlServerSettings.parse(settings()), new Secrets(process.env), '.');
  const signal = new AbortController().signal;
  const seen = await source.catalogue(signal);
  const counts: Record<string, number> = {};
  for (const view of shippedViews().filter((name) => seen.has(name.toLowerCase()))) {
    const sink = {
      columns: () => {},
      row: (cells: readonly unknown[]) => {
        counts[view] = Number(cells[0]);
      },
      restart: () => {},
    };
    await source.read(
      { text: `SELECT COUNT(*) AS n FROM ${view}`, parameters: {}, origin: view },
      sink,
      signal,
    );
  }
  await source.close();
  return counts;
}

function shippedViews(): string[] {
  const folder = join('queries', 'sccm');
  const views = readdirSync(folder).flatMap((file) => {
    const rights = /^-- Rights: SELECT on (.*)$/m.exec(readFileSync(join(folder, file), 'utf8'))?.[1] ?? '';
    return rights.split(',').map((view) => view.trim());
  });
  return [...new Set(views)].sort();
}
