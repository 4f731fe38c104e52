import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeSchemaIni, schemaSection } from '../output/table/schema-ini.ts';
import { column } from './conformance/writer.ts';

const bytes = (text: string): Buffer => Buffer.from(text, 'latin1');
const columns = [
  column('Nom', { maxLength: 850 }),
  column('État', { maxLength: 100 }),
  column('Note'),
  column('Code', { maxLength: 255 }),
];
const own = schemaSection('ci.csv', columns);
const merge = (existing: string, section = own): string =>
  mergeSchemaIni(bytes(existing), 'ci.csv', section).toString('latin1');

describe('Schema.ini', () => {
  it('types every column, Memo where more than 255 characters may come', () => {
    expect(own.toString('latin1')).toBe(
      [
        '[ci.csv]',
        'ColNameHeader=True',
        'Format=CSVDelimited',
        'CharacterSet=ANSI',
        'DecimalSymbol=.',
        'Col1="Nom" Memo',
        'Col2="\xc9tat" Text',
        'Col3="Note" Memo',
        'Col4="Code" Text',
        '',
      ].join('\r\n'),
    );
  });

  it('is our section alone where there was no file', () => expect(merge('')).toBe(own.toString('latin1')));

  it('replaces our section in its place, whatever its case, and leaves the others byte for byte', () => {
    const before = '; site\r\n[a.csv]\r\nFormat=TabDelimited\n\n';
    const after = '\r\n; about b\r\n[b.csv]\nCol1="\xe9" Text';
    expect(merge(`${before}[CI.CSV]\r\nCol1="old" Text\r\n; kept\r\nCol2=x\r\n${after}`)).toBe(
      `${before}${own.toString('latin1')}${after}`,
    );
  });

  it('adds our section at the end after an unfinished line', () => {
    expect(merge('[a.csv]\r\nFormat=x')).toBe(`[a.csv]\r\nFormat=x\r\n\r\n${own.toString('latin1')}`);
  });

  it('removes a second section of ours, which Windows never reads', () => {
    expect(merge('[ci.csv]\r\na=1\r\n[b.csv]\r\nb=1\r\n[ci.csv]\r\nc=1\r\n')).toBe(
      `${own.toString('latin1')}[b.csv]\r\nb=1\r\n`,
    );
  });

  it('refuses a file in UTF-16', () => {
    const unicode = Buffer.from('\ufeff[a.csv]\r\n', 'utf16le');
    expect(() => mergeSchemaIni(unicode, 'ci.csv', own)).toThrow(expect.objectContaining({ exitCode: 6 }));
  });

  const line = fc.oneof(
    fc.constantFrom('', '; note', '  ;x', 'Format=TabDelimited', 'Col1="a" Text', '[b.csv]', '[CI.csv]'),
    fc.string({ maxLength: 12 }).map((text) => text.replace(/[\r\n[\]]/g, '')),
  );
  const file = fc
    .array(fc.tuple(line, fc.constantFrom('\r\n', '\n')), { maxLength: 25 })
    .map((lines) => lines.map((parts) => parts.join('')).join(''));

  it('gives the same bytes again, and keeps every foreign line in order, for any file', () => {
    fc.assert(
      fc.property(file, (existing) => {
        const once = merge(existing);
        expect(merge(once)).toBe(once);
        expect(once.split(own.toString('latin1'))).toHaveLength(2);
        expect(foreign(once)).toEqual(foreign(existing));
      }),
    );
  });
});

/** The settings outside our section, in order. */
function foreign(text: string): string[] {
  let ours = false;
  return text.split(/\r?\n/).filter((each) => {
    if (/^\s*\[/.test(each)) ours = /^\s*\[ci\.csv\]/i.test(each);
    return !ours && !/^\s*(;|$)/.test(each);
  });
}
