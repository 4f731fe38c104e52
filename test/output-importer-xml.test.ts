import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rowsLocation } from '../output/importer/path.ts';
import { type ImporterSource, importerXml, verifyImporterXml } from '../output/importer/xml.ts';

const source = (parts: Partial<ImporterSource> = {}): ImporterSource => ({
  name: 'Bridge SCCM',
  ...rowsLocation('C:\\Données', 'ci.xlsx', 'Importation CI'),
  content: 'CI',
  tags: [
    ['IdentificationMethod', 'CIByName'],
    ['EmptyValueHandling', 'NoChange'],
  ],
  ...parts,
});

describe('importer configuration', () => {
  it('is ASCII in the vendor’s form', () => {
    expect(importerXml([source()]).toString('latin1')).toBe(
      [
        '<?xml version="1.0" encoding="utf-8" ?>',
        '<Sources>',
        '  <Source Name="Bridge SCCM">',
        '    <ConnectionString>Provider=Microsoft.ACE.OLEDB.12.0;Data Source=C:\\Donn&#233;es\\ci.xlsx;Extended Properties="Excel 12.0 Xml;HDR=YES";</ConnectionString>',
        '    <ViewName>[Importation CI$]</ViewName>',
        '    <Content>CI</Content>',
        '    <IdentificationMethod>CIByName</IdentificationMethod>',
        '    <EmptyValueHandling>NoChange</EmptyValueHandling>',
        '  </Source>',
        '</Sources>',
        '',
      ].join('\r\n'),
    );
  });

  it('reads back as it was meant, for any legal value', () => {
    const value = fc.string({ unit: 'grapheme' }).map((text) => text.replace(/\p{Control}/gu, ''));
    const name = fc.stringMatching(/^[A-Za-z0-9_.-][A-Za-z0-9 _.-]{0,20}[A-Za-z0-9_.-]$/);
    const any = fc.record({
      name,
      connectionString: value,
      viewName: value,
      content: value,
      tags: fc.array(fc.tuple(fc.stringMatching(/^[A-Za-z]{1,12}$/), value), { maxLength: 4 }),
    });
    fc.assert(
      fc.property(fc.array(any, { maxLength: 3 }), (sources) => {
        const bytes = importerXml(sources);
        expect(bytes.every((byte) => byte < 127)).toBe(true);
        verifyImporterXml(bytes, sources, 'ci.xml');
        expect(importerXml(sources).equals(bytes)).toBe(true);
      }),
    );
  });

  it.each([
    ['another value', (xml: string) => xml.replace('CIByName', 'CIBySerial')],
    ['another case of a tag', (xml: string) => xml.replaceAll('EmptyValueHandling', 'emptyValueHandling')],
    ['a missing source', (xml: string) => xml.replace(/<Source Name[\s\S]*<\/Source>/, '')],
    ['XML that is not well-formed', (xml: string) => xml.replace('</Sources>', '')],
    ['letters outside ASCII', (xml: string) => xml.replace('&#233;', '\xe9')],
    ['a byte whose lower half is right', (xml: string) => xml.replace('CIByName', '\xc3IByName')],
  ])('refuses %s', (_, change) => {
    const changed = Buffer.from(change(importerXml([source()]).toString('latin1')), 'latin1');
    expect(() => verifyImporterXml(changed, [source()], 'ci.xml')).toThrow(
      expect.objectContaining({ exitCode: 6 }),
    );
  });

  it.each(['Équipements', 'a&b', '', ' a', 'a"b'])('refuses the source name %j', (name) => {
    expect(() => importerXml([source({ name })])).toThrow(expect.objectContaining({ exitCode: 2 }));
  });
});

describe('where DataImporter finds the rows', () => {
  it.each([
    ['C:\\Import', 'ci.xlsx', 'C:\\Import\\ci.xlsx', '[CI$]'],
    ['C:\\', 'ci.xlsx', 'C:\\ci.xlsx', '[CI$]'],
    ['C:/Import/x', 'ci.xlsx', 'C:\\Import\\x\\ci.xlsx', '[CI$]'],
    ['\\\\serveur\\partage', 'ci.xlsx', '\\\\serveur\\partage\\ci.xlsx', '[CI$]'],
    ['C:\\Import', 'ci.csv', 'C:\\Import\\', '[ci.csv]'],
    ['\\\\serveur\\partage\\é', 'ci.csv', '\\\\serveur\\partage\\é\\', '[ci.csv]'],
    ['/srv/import', 'ci.xlsx', '/srv/import/ci.xlsx', '[CI$]'],
    ['/srv/import', 'ci.csv', '/srv/import/', '[ci.csv]'],
  ])('in %s, %s is %s', (folder, file, dataSource, viewName) => {
    const location = rowsLocation(folder, file, 'CI');
    expect(location.viewName).toBe(viewName);
    expect(location.connectionString).toContain(`;Data Source=${dataSource};Extended Properties="`);
    expect(location.connectionString).toMatch(/(Excel 12\.0 Xml;HDR=YES|text;HDR=YES;FMT=Delimited)";$/);
  });

  it.each(['Import', 'C:\\a;b', 'C:\\a"b', 'C:\\a\nb', ' C:\\a', ''])('refuses the folder %j', (folder) => {
    expect(() => rowsLocation(folder, 'ci.csv', 'CI')).toThrow(expect.objectContaining({ exitCode: 2 }));
  });

  it.each(['a.b.csv', '[ci].csv', 'a;b.xlsx', 'Łódź.csv', '.csv', ' ci.csv', `${'x'.repeat(61)}.csv`])(
    'refuses the file name %j',
    (name) => {
      expect(() => rowsLocation('C:\\Import', name, 'CI')).toThrow(expect.objectContaining({ exitCode: 2 }));
    },
  );
});
