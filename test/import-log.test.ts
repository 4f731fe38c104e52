import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lineLimit, linesOf, logEncoding } from '../output/import/log-lines.ts';
import { LogReading } from '../output/import/log-reading.ts';
import { logRedaction } from '../output/import/log-redaction.ts';
import { dataImporterSettings } from '../output/import/settings.ts';
import { encodeWindows1252, inWindows1252 } from '../output/table/windows-1252.ts';
import { Secrets } from '../shared/secret.ts';

const { patterns } = dataImporterSettings.parse({});

/** What the log says of one source, by the patterns that nobody has changed. */
function read(lines: readonly string[], sources: readonly string[] = ['Bridge SCCM']) {
  const reading = new LogReading(patterns, sources);
  for (const line of lines) reading.add(line, line);
  return reading.findings();
}
const countersOf = (...lines: string[]) => read(lines).counters.get('Bridge SCCM');
const nothing = { processed: null, added: null, modified: null, ignored: null, inError: null };

/** Bytes in pieces of a few, as a disk may give them at the worst. */
function* pieces(bytes: Buffer, size: number): Generator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function linesIn(bytes: Buffer, size: number): Promise<string[]> {
  const lines: string[] = [];
  for await (const line of linesOf(pieces(bytes, size), logEncoding(bytes.subarray(0, 512))))
    lines.push(line);
  return lines;
}

describe('the lines of a log', () => {
  const character = fc.oneof(
    fc.constantFrom('é', 'É', 'œ', '€', '’', '«', '\u00a0', '\t', ' '),
    fc.integer({ min: 0x20, max: 0x7e }).map((code) => String.fromCharCode(code)),
  );
  const western = fc.string({ unit: character, maxLength: 40 });
  const any = fc.string({ unit: 'grapheme', maxLength: 40 }).filter((text) => !/[\r\n\0\ufeff]/.test(text));
  const size = fc.integer({ min: 1, max: 9 });
  const text = (lines: readonly string[]) => lines.map((line) => `${line}\r\n`).join('');
  /** Windows-1252 whose bytes happen to be UTF-8 reads as such: `Ã©`. */
  const isNotUtf8 = (line: string) =>
    /^[\0-\x7f]*$/.test(line) || encodeWindows1252(line).toString('utf8').includes('\ufffd');

  it('are those that were written, in UTF-8, with or without a mark', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(any), size, fc.boolean(), async (lines, chunk, marked) => {
        const bytes = Buffer.from(`${marked ? '\ufeff' : ''}${text(lines)}`);
        expect(await linesIn(bytes, chunk)).toEqual(marked && lines.length === 0 ? [''] : lines);
      }),
    );
  });

  it('are those that were written, in Windows-1252', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(western.filter(isNotUtf8)), size, async (lines, chunk) => {
        for (const line of lines)
          for (const each of line.replaceAll('\t', '')) expect(inWindows1252(each)).toBe(true);
        expect(await linesIn(encodeWindows1252(text(lines)), chunk)).toEqual(lines);
      }),
    );
  });

  it.each([
    ['utf-16le', true],
    ['utf-16le', false],
    ['utf-16be', true],
    ['utf-16be', false],
  ])('are those that were written, in %s, marked: %s', async (encoding, marked) => {
    const start = 'DataImporter 2026-11-22 02:00:00';
    await fc.assert(
      fc.asyncProperty(fc.array(western), size, async (lines, chunk) => {
        const bytes = Buffer.from(`${marked ? '\ufeff' : ''}${text([start, ...lines])}`, 'utf16le');
        if (encoding === 'utf-16be') bytes.swap16();
        expect(await linesIn(bytes, chunk)).toEqual([start, ...lines]);
      }),
    );
  });

  it('end where the file ends, with or without a line end, and are cut when they never do', async () => {
    expect(await linesIn(Buffer.from('a\n\nb'), 2)).toEqual(['a', '', 'b']);
    expect(await linesIn(Buffer.alloc(0), 2)).toEqual([]);
    const [cut, next] = await linesIn(Buffer.from(`${'x'.repeat(lineLimit * 3)}\nnext`), 1_000);
    expect([cut?.length, next]).toEqual([lineLimit, 'next']);
  });
});

describe('a log by the default patterns', () => {
  it.each([
    ['Processed: 1200', { processed: 1200 }],
    ['Lignes traitées : 1 200', { processed: 1200 }],
    ['Lignes traitées : 1\u202f200', { processed: 1200 }],
    ['1,200 rows processed', { processed: 1200 }],
    ['12 CI ont été ajoutés', { added: 12 }],
    ['Added: 12, Modified: 3, Ignored: 0', { added: 12, modified: 3, ignored: 0 }],
    ['12 added, 3 updated, 5 skipped, 1 failed', { added: 12, modified: 3, ignored: 5, inError: 1 }],
    ['Added: 12 Modified: 3', { added: 12, modified: 3 }],
    ['Enregistrement(s) créé(s) : 4', { added: 4 }],
    ['4 row(s) updated', { modified: 4 }],
    ["Nombre d'éléments mis à jour : 7", { modified: 7 }],
    ['7 mises à jour', { modified: 7 }],
    ['Éléments en erreur : 2', { inError: 2 }],
    ['Error(s): 2', { inError: 2 }],
    ['2026-11-22 02:00:05 added PC-1', {}],
    ['2026-11-22 02:00:05,123 added PC-1', {}],
    ['CI PC-001 ajouté', {}],
    ['Added: PC-001', {}],
    ['Erreur : 0x80004005', {}],
    ['Error: 2026-11-22 is no date', {}],
    ['readable 3', {}],
  ])('%s', (line, stated) => {
    expect(countersOf(line)).toEqual({ ...nothing, ...stated });
  });

  it.each([
    ['Erreur : le type « Tablette » n’existe pas', true],
    ['ERROR row 12', true],
    ['System.Data.OleDb.OleDbException: table not found', true],
    ['Unhandled NullReferenceException', true],
    ['Échec de la connexion', true],
    ['3 lignes rejetées', true],
    ['Erreur : 0x80004005', true],
    ['Errors: 0, but the connection failed', true],
    ['Errors: 10', true],
    ['10 erreurs', true],
    ['0 erreur', false],
    ['0 row(s) in error', false],
    ['Erreurs : 0.', false],
    ['Error(s): 0', false],
    ['0 errors, 0 failures', false],
    ['Importation terminée sans erreur', false],
    ['Completed without any errors', false],
    ['Aucune ligne rejetée', false],
    ['CI TERREUR-01 ajouté', false],
  ])('%s: an error, %s', (line, isError) => {
    expect(read([line]).errors.count).toBe(isError ? 1 : 0);
  });

  it.each([
    ['Importation terminée', true],
    ['Traitement complété avec succès', true],
    ['Import completed successfully.', true],
    ['Import not completed', false],
    ['L’importation n’est pas terminée', false],
    ['Import incomplet', false],
    ['Début de l’importation', false],
  ])('%s: success, %s', (line, isSuccess) => {
    expect(read([line]).success).toBe(isSuccess);
  });

  it('gives each source its numbers, the last that is stated, and nobody those before the first', () => {
    const lines = [
      'Processed: 9',
      'Source: Bridge',
      'Processed: 1',
      'Processed: 2',
      'source Bridge SCCM',
      'Added: 5',
    ];
    const { counters } = read(lines, ['Bridge', 'Bridge SCCM']);
    expect(counters.get('Bridge')).toEqual({ ...nothing, processed: 2 });
    expect(counters.get('Bridge SCCM')).toEqual({ ...nothing, added: 5 });
  });

  it('takes any number as it stands', () => {
    fc.assert(
      fc.property(fc.nat(), fc.constantFrom(' ', '\u00a0', '\u202f', ',', ''), (count, between) => {
        const digits = String(count).replace(/\B(?=(\d{3})+$)/g, between);
        expect(countersOf(`Éléments ajoutés : ${digits}`)).toEqual({ ...nothing, added: count });
        expect(countersOf(`${digits} éléments ajoutés`)).toEqual({ ...nothing, added: count });
      }),
    );
  });

  it('never throws, and never takes silence for zero', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' }).filter((line) => !/\d/.test(line))), (lines) => {
        expect(countersOf(...lines)).toEqual(nothing);
      }),
    );
  });
});

describe('a line that is shown', () => {
  const redactionFor = (password: string, login: string) => {
    const secrets = new Secrets({ SECRET: password });
    secrets.fetch({ env: 'SECRET' }, '.');
    return logRedaction(secrets, login);
  };
  const secret = fc
    .string({
      unit: fc.constantFrom('"', '&', '<', '\\', ' ', 'é', '%', 'Z', '9', '/', ':', '$'),
      minLength: 4,
    })
    .filter((text) => text.trim().length > 3);

  it('has no password and no login, wherever they stood', () => {
    fc.assert(
      fc.property(secret, fc.constantFrom('', 'x ', '/Login:svc_octopus '), (password, before) => {
        const redacted = redactionFor(password, 'svc_octopus');
        const xml = password.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
        for (const spelling of [
          password,
          encodeURIComponent(password),
          JSON.stringify(password).slice(1, -1),
          xml,
        ]) {
          const line = redacted(`${before}«${spelling}» SVC_Octopus`);
          expect(line).not.toContain(spelling);
          expect(line.toLowerCase()).not.toContain('svc_octopus');
        }
      }),
    );
  });

  it.each([
    ['/Login:svc /Password:tronqué… /Team:1', '/Login:*** /Password:*** /Team:1'],
    ['"/Password:a b c" "/ConfigFilePath:x"', '"/Password:*** "/ConfigFilePath:x"'],
    ['Mot de passe : secret à moitié', 'Mot de passe : ***'],
    ['the svc account, not svcs', 'the *** account, not svcs'],
    ['Importation terminée', 'Importation terminée'],
  ])('%s', (line, shown) => {
    expect(redactionFor('Hunter2', 'svc')(line)).toBe(shown);
  });
});
