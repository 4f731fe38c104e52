import { describe, expect, it } from 'vitest';
import { columnName } from '../output/contract/content.ts';
import { contents } from '../output/contract/contents.ts';
import { type RuleCode, ruleCodes } from '../output/verify/rules.ts';
import { expectSeed, type Seed, sourceOf } from './fakes/seed.ts';

/** A change of the configuration; `row` is its line, 3 being the first source. */
const xml = (
  rule: RuleCode,
  what: string,
  from: RegExp | string,
  to: string,
  row: number | null,
  header: string | null = null,
): Seed => ({
  rule,
  what,
  kind: 'csv',
  change: (set) => {
    set.xml = (text) => {
      const changed = text.replace(from, to);
      if (changed === text) throw new Error(`nothing to change for ${what}`);
      return changed;
    };
  },
  place: ['ci.xml', row, header],
});
const book = (seed: Seed, row: number | null): Seed => ({
  ...seed,
  kind: 'xlsx',
  place: [seed.place[0], row, seed.place[2]],
});

const forms: readonly Seed[] = [
  xml('xml-not-ascii', 'an accent in a comment', '<Sources>', '<Sources><!-- \xc3\xa9 -->', 2),
  xml('xml-not-ascii', 'a byte order mark', /^/, '\xef\xbb\xbf', 1),
  xml('xml-declaration', 'another encoding', 'utf-8', 'iso-8859-1', 1),
  xml('xml-malformed', 'a bare ampersand', 'Essai CI', 'Essai & CI', 4),
  xml('xml-malformed', 'a root that is not closed', '</Sources>', '', 12),
  xml('xml-structure', 'a tag inside a tag', 'CI</Content>', 'CI<b/></Content>', 6, 'b'),
  xml('xml-structure', 'something beside the sources', '<Source ', '<Note/><Source ', 3, 'Note'),
  xml('source-missing', 'no source', /<Source [\s\S]*<\/Source>/, '', null),
  xml('source-name', 'an ampersand', 'Essai CI', 'A &amp; B', 3),
  xml('source-name', 'no name', ' Name="Essai CI"', '', 3),
  {
    ...book(xml('source-name-twice', 'two of one name', 'Essai User', 'Essai Supplier', 3), 14),
  },
];

const tags: readonly Seed[] = [
  xml('tag-missing', 'no ViewName', /<ViewName>.*\r\n/, '', 3, 'ViewName'),
  xml('tag-missing', 'an empty Content', /<Content>.*<\/Content>/, '<Content></Content>', 3, 'Content'),
  xml('tag-twice', 'a tag again', /(<ManageCI.*\r\n)/, '$1$1', 9, 'ManageCIRetirement'),
  xml('tag-unknown', 'another case', /EmptyValueHandling/g, 'EmptyvalueHandling', 9, 'EmptyvalueHandling'),
  xml(
    'tag-unknown',
    'a tag of another content',
    /ManageCIRetirement/g,
    'ManageRelations',
    8,
    'ManageRelations',
  ),
  xml('tag-value', 'a value in another case', '>false<', '>False<', 8, 'ManageCIRetirement'),
  xml('tag-value', 'a value that there is not', 'NoChange', 'Keep', 9, 'EmptyValueHandling'),
  xml('tag-value', 'a known method misspelled', 'CIByName', 'CIByname', 7, 'IdentificationMethod'),
  xml(
    'tag-value-unconfirmed',
    'a method never seen',
    'CIByName',
    'CIBySerialNumber',
    7,
    'IdentificationMethod',
  ),
  xml('content-spelling', 'another case', '>CI<', '>ci<', 6, 'Content'),
  book(xml('content-spelling', 'nearly', '>CIRelation<', '>CIRelations<', 6, 'Content'), 31),
  {
    ...book(
      xml('content-unknown', 'a content that is not described', '>Supplier<', '>Incident<', 6, 'Content'),
      6,
    ),
  },
  {
    ...book(xml('content-order', 'the users after what names them', 'x', 'x', 6, 'Content'), 42),
    change: (set) => {
      const users = sourceOf(set, 'User');
      set.sources = [...set.sources.filter((source) => source !== users), users];
    },
    rule: 'content-order',
  },
];

const locations: readonly Seed[] = [
  xml('connection-string', 'no header row', 'HDR=YES', 'HDR=NO', 4, 'ConnectionString'),
  xml('connection-string', 'no provider', 'Provider=Microsoft.ACE.OLEDB.12.0;', '', 4, 'ConnectionString'),
  xml('connection-string', 'another separator', 'FMT=Delimited', 'FMT=TabDelimited', 4, 'ConnectionString'),
  book(
    xml(
      'connection-string',
      'no extended properties',
      /;Extended Properties="[^"]*"/,
      '',
      4,
      'ConnectionString',
    ),
    4,
  ),
  xml('source-not-read', 'a database', 'Microsoft.ACE.OLEDB.12.0', 'MSOLEDBSQL', 4, 'ConnectionString'),
  xml(
    'folder-elsewhere',
    'another folder',
    /Data Source=[^;]*;/,
    'Data Source=D:\\Autre\\;',
    4,
    'ConnectionString',
  ),
  xml('view-name', 'a sheet for a CSV', '[ci.csv]', '[Feuille$]', 5, 'ViewName'),
  book(
    xml(
      'view-name',
      'a sheet without the dollar',
      '[Feuille Supplier$]',
      '[Feuille Supplier]',
      5,
      'ViewName',
    ),
    5,
  ),
  xml('rows-file-missing', 'the file of another name', '[ci.csv]', '[autre.csv]', 4, 'ConnectionString'),
  {
    ...xml('rows-file-missing', 'the file is gone', 'x', 'x', 4, 'ConnectionString'),
    change: (set) => set.without.push('ci.csv'),
  },
  {
    ...xml('xml-missing', 'the configuration is gone', 'x', 'x', null),
    change: (set) => set.without.push('ci.xml'),
  },
];

const manifest = (rule: RuleCode, what: string, header: string | null, change: Seed['change']): Seed => ({
  rule,
  what,
  kind: 'csv',
  change,
  place: ['ci.manifest.json', null, header],
});
const altered =
  (from: string | RegExp, to: string): Seed['change'] =>
  (set) => {
    set.manifest = (value) => JSON.stringify(value).replace(from, to);
  };

const manifests: readonly Seed[] = [
  manifest('manifest-missing', 'none', null, (set) => set.without.push('ci.manifest.json')),
  manifest('manifest-unreadable', 'not JSON', null, altered(/^/, '<')),
  manifest('manifest-unreadable', 'another schema', null, altered('"schema":1', '"schema":9')),
  manifest('manifest-file', 'another length', 'ci.csv', altered(/"bytes":\d+/, '"bytes":1')),
  manifest('manifest-rows', 'another count', 'ci.csv', altered('"rows":3', '"rows":4')),
  manifest('manifest-counts', 'another total', 'written', altered('"written":3', '"written":4')),
  manifest('manifest-unlisted', 'a file that it does not describe', 'ci.xml', (set) => {
    set.manifest = ({ files, ...rest }) => ({ ...rest, files: Object.values(Object(files)).slice(0, 1) });
  }),
];

describe.each([
  ['form', forms],
  ['tags', tags],
  ['locations', locations],
  ['manifest', manifests],
] as const)('a violation in the %s', (_, seeds) => {
  it.each(seeds)('$rule: $what', expectSeed);
});

describe('the contract', () => {
  it('names every column, tag and content that it refers to', () => {
    const names = contents.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const { name, columns, refersTo, pairs, identity, tags } of contents) {
      const known = columns.map(columnName);
      expect(new Set(known).size, name).toBe(known.length);
      expect(names).toEqual(expect.arrayContaining([...refersTo]));
      const referred = pairs.flatMap((pair) =>
        pair.rule === 'oneYes' ? pair.columns : [pair.column, pair.other],
      );
      expect(known).toEqual(expect.arrayContaining([...referred, ...Object.values(identity?.columns ?? {})]));
      if (identity) expect(tags.map((tag) => tag.name)).toContain(identity.tag);
    }
  });

  it('has more rules than forty', () => expect(ruleCodes.length).toBeGreaterThan(40));
});
