import { createHash } from 'node:crypto';
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { loadConfig } from '../bridges/config.ts';
import { sentItems } from '../output/octopus/sent-items.ts';
import { encodeWindows1252 } from '../output/table/windows-1252.ts';
import { ConfigError, DataError } from '../shared/errors.ts';
import { type Published, publishSample } from './fakes/octopus-site.ts';
import { temporaryFolder } from './fakes/temporary-folder.ts';

const never = new AbortController().signal;
let published: Published;
beforeAll(async () => {
  published = await publishSample();
});
afterAll(() => published.close());

/** A copy of the published files, in which a CSV may be another one that its manifest describes all the same. */
function copyOf(csv: string | null = null, rows = 1): { folder: string; csv: string; manifest: string } {
  const folder = temporaryFolder();
  cpSync(published.folder, folder, { recursive: true });
  const paths = { folder, csv: join(folder, 'parc.csv'), manifest: join(folder, 'parc.manifest.json') };
  if (csv === null) return paths;
  const bytes = encodeWindows1252(csv);
  writeFileSync(paths.csv, bytes);
  const manifest = JSON.parse(readFileSync(paths.manifest, 'utf8'));
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const described = manifest.files.find(({ name }: { name: string }) => name === 'parc.csv');
  Object.assign(described, { bytes: bytes.length, sha256, rows });
  manifest.written = rows;
  writeFileSync(paths.manifest, JSON.stringify(manifest));
  return paths;
}

describe('the rows that were sent', () => {
  it('are the same in a workbook and in a CSV', async () => {
    const csv = await sentItems(published.csv, never);
    expect(csv.items).toEqual((await sentItems(published.workbook, never)).items);
    expect(csv.items.map(({ name }) => name)).toEqual(published.rows.map(({ Nom }) => Nom));
    expect(csv.hasSerials).toBe(true);
  });

  it('may have English headers and no serials', async () => {
    const { csv } = copyOf('"Type","Name"\r\n"Laptop","ÉCOLE-1"\r\n');
    const { items, hasSerials } = await sentItems(csv, never);
    expect({ items, hasSerials }).toEqual({
      items: [{ name: 'ÉCOLE-1', serial: null, type: 'Laptop' }],
      hasSerials: false,
    });
  });

  it.each([
    ['of another kind', () => copyOf('"CI1","CI2"\r\n"a","b"\r\n').csv, ConfigError, 'type and name of a CI'],
    ['that nobody published', () => join(published.folder, 'parc.xml'), ConfigError, 'no .xlsx or .csv file'],
    ['that is not there', () => join(published.folder, 'other.csv'), ConfigError, 'no .xlsx or .csv file'],
    ['with other rows', () => copyOf('"Type","Nom"\r\n"a","b"\r\n', 2).csv, DataError, 'no longer the file'],
    ['changed since', () => changed(copyOf()), DataError, 'no longer the file'],
    ['without a manifest', () => unproved(copyOf()), DataError, 'parc.manifest.json is missing'],
  ])('are not read from a file %s', async (_, path, Class, said) => {
    const reading = sentItems(path(), never);
    await expect(reading).rejects.toBeInstanceOf(Class);
    await expect(reading).rejects.toMatchObject({ text: { en: expect.stringContaining(said) } });
  });
});

function changed({ csv }: { readonly csv: string }): string {
  writeFileSync(csv, readFileSync(csv, 'latin1').replace('"', '" '), 'latin1');
  return csv;
}

function unproved({ csv, manifest }: { readonly csv: string; readonly manifest: string }): string {
  rmSync(manifest);
  return csv;
}

describe('the block octopusApi', () => {
  const minimal = `octopusApi:
  url: https://octopus.example.org/web
  applicationKey: { env: KEY }
  list: { id: 42 }
  columns: { name: Nom }
`;
  const load = async (text: string) => {
    const path = join(temporaryFolder(), 'bridge.yaml');
    writeFileSync(path, text);
    return (await loadConfig(path, true)).config.octopusApi;
  };

  it('has a default for everything that is not the site’s own, and may be absent', async () => {
    expect(await load('language: fr\n')).toBeUndefined();
    expect(await load(minimal)).toMatchObject({
      timeLimitSeconds: 60,
      maxMegabytes: 64,
      token: { path: 'api/auth/{word}', word: 'apitoken', header: 'Authorization', scheme: 'Bearer' },
      list: { executePath: 'api/query/execute/{id}', module: 'Configurations', body: {} },
      answer: { rows: '.', headers: null, total: null },
    });
  });

  it.each([
    ['https://octopus.example.org/web', 'http://octopus.example.org', '2:3 octopusApi.url'],
    ['https://octopus.example.org/web', 'https://a:b@octopus.example.org', '2:3 octopusApi.url'],
    ['https://octopus.example.org/web', 'https://octopus.example.org/?a=b', '2:3 octopusApi.url'],
    ['{ env: KEY }', 'abc', '3:3 octopusApi.applicationKey'],
    ['{ id: 42 }', '{}', '4:3 octopusApi.list'],
    ['{ id: 42 }', '{ id: 42, name: A }', '4:3 octopusApi.list'],
    ['{ id: 42 }', '{ id: ../42 }', '4:11 octopusApi.list.id'],
    ['{ id: 42 }', '{ id: 42, executePath: "api/{id}/../x" }', '4:19 octopusApi.list.executePath'],
    ['{ id: 42 }', '{ id: 42, executePath: "https://example.org/{id}" }', '4:19 octopusApi.list.executePath'],
    ['{ id: 42 }', '{ id: 42, modulePath: api/lists }', '4:19 octopusApi.list.modulePath'],
    ['{ name: Nom }', '{ serial: Série }', '5:3 octopusApi.columns.name'],
    ['{ name: Nom }', '{ name: Nom }\n  token: { header: "a b" }', '6:12 octopusApi.token.header'],
    ['{ name: Nom }', '{ name: Nom }\n  token: { scheme: "a b" }', '6:12 octopusApi.token.scheme'],
    ['{ name: Nom }', '{ name: Nom }\n  answer: { rows: "a..b" }', '6:13 octopusApi.answer.rows'],
    ['{ name: Nom }', '{ name: Nom }\n  unknown: 1', '6:3 octopusApi.unknown'],
  ])('with %s as %s is refused with its line and column, in both languages', async (entry, other, place) => {
    const error = await load(minimal.replace(entry, other)).catch((failure) => failure);
    expect(error).toBeInstanceOf(ConfigError);
    expect(error.text).toEqual({
      fr: expect.stringContaining(`\n  ${place} : `),
      en: expect.stringContaining(`\n  ${place}: `),
    });
  });

  it('is in docs/readback.md as it is, its comments saying every default', async () => {
    const block = /```yaml\n(.*?)```/s.exec(readFileSync('docs/readback.md', 'utf8'))?.[1] ?? '';
    const lines = block.split('\n').filter((line) => !line.includes('certificateAuthority'));
    const whole = lines.map((line) => line.replace(/^( *)# ( *\w+:)/, '$1$2')).join('\n');
    expect(whole.match(/^ *#/gm)).toBeNull();
    expect(parseYaml(whole)).toEqual({ octopusApi: await load(block) });
  });

  it.each(['localhost:8080', '127.0.0.1', '[::1]:8080'])('takes http for %s', async (host) => {
    const text = minimal.replace('https://octopus.example.org/web', `http://${host}/`);
    expect(await load(text)).toMatchObject({ url: `http://${host}/` });
  });
});
