import { describe, it } from 'vitest';
import type { RuleCode } from '../output/verify/rules.ts';
import { expectSeed, put, type Seed, sourceOf } from './fakes/seed.ts';

/** A value put into one cell of a workbook, and the rule that it breaks there. */
const cell = (
  rule: RuleCode,
  what: string,
  [content, row, header, value]: readonly [content: string, row: number, header: string, value: string],
  more: Partial<Seed> = {},
): Seed => ({
  rule,
  what,
  kind: 'xlsx',
  change: (set) => put(set, content, row, header, value),
  place: ['ci.xlsx', row, header],
  ...more,
});
const french = { profile: 'octopus-fr' } as const;

const values: readonly Seed[] = [
  cell('value-required', 'a name is missing', ['CI', 3, 'Nom', '']),
  cell('value-required', 'a name is blank', ['CI', 3, 'Nom', '  ']),
  cell('value-required', 'the identifying number is missing', ['Department', 2, 'Number', '']),
  cell('value-too-long', 'a model', ['CI', 2, 'Modèle', 'x'.repeat(51)]),
  cell('value-too-long', 'an attribute', ['CI', 2, 'Version du BIOS', 'x'.repeat(2001)]),
  cell('value-too-long', 'a relation’s CI', ['CIRelation', 2, 'Note', 'x'.repeat(2001)]),
  cell('value-too-long', 'for the profile', ['CI', 2, 'NuméroSérie', `A${'1B'.repeat(130)}`], french),
  cell('value-twice', 'a name in another case', ['CI', 3, 'Nom', 'pc-1'], {
    change: (set) => {
      put(set, 'CI', 3, 'Nom', 'pc-1');
    },
  }),
  cell('value-yes-no', 'the word of the other language', ['Supplier', 2, 'EstUnFournisseur', 'No']),
  cell('value-yes-no', 'another word', ['CI', 3, 'LogicielGéré', 'peut-être']),
  cell('value-date', 'the day first', ['CI', 4, 'DateRetrait', '31-01-2026']),
  cell('value-date', 'a day that does not exist', ['CI', 4, 'DateRetrait', '2026-02-30']),
  cell('value-decimal', 'a comma', ['CI', 2, 'CoûtAchat', '1234,50']),
  cell('value-decimal', 'more than the contract takes', ['ServiceContract', 2, 'Coût', '10000000']),
  cell('value-integer', 'a fraction', ['CI', 2, 'DuréeAmortissement', '36.5']),
  cell('value-email', 'no at sign', ['Supplier', 2, 'Courriel', 'info.hublot.example']),
  cell('value-not-allowed', 'a language', ['User', 2, 'Langue', 'Espagnol']),
  cell('value-several', 'two accounts', ['User', 2, 'UtilisateurWindows', 'CORP\\a;CORP\\b']),
  cell('value-control', 'a line break', ['CI', 2, 'Note', 'a\nb']),
  cell('value-replaced', 'a lost letter', ['CI', 2, 'Note', 'Nguy?n']),
  cell('level-empty', 'a site', ['CI', 2, 'Site', 'Siège||Bureau']),
  cell('level-empty', 'a department', ['User', 2, 'Département', 'Finances|']),
  cell('serial-placeholder', 'what a maker writes', ['CI', 2, 'NuméroSérie', 'To be filled by O.E.M.']),
  cell('value-needs', 'a model without a manufacturer', ['CI', 2, 'Manufacturier', '']),
  cell('value-needs', 'a retired CI without a date', ['CI', 4, 'DateRetrait', '']),
  cell('date-order', 'the end before the start', ['ServiceContract', 2, 'DateFin', '2025-12-31']),
  cell('one-yes', 'neither supplier nor manufacturer', ['Supplier', 2, 'EstUnManufacturier', 'Non']),
  cell('reference-unknown', 'a CI that is not there', ['CIRelation', 2, 'CI2', 'SRV-9']),
  cell('reference-unknown', 'the CI of a user', ['CIUser', 2, 'CI', 'PC-9']),
  cell('type-unknown', 'a type', ['CI', 2, 'Type', 'Grille-pain'], french),
  cell('status-unknown', 'a status', ['CI', 2, 'État', 'En panne'], french),
  cell('attribute-not-of-type', 'an attribute', ['CI', 4, 'Version du BIOS', '1.2'], french),
  cell('level-separator', 'the pipe where the source says comma', ['CI', 2, 'Site', 'Siège|Étage 2'], {
    change: (set) => sourceOf(set, 'CI').tags.push(['SiteSplitStrategy', 'ByComma']),
  }),
  cell('value-twice', 'a number that identifies users', ['User', 3, 'NuméroEmployé', '77'], {
    change: (set) => {
      sourceOf(set, 'User').rows.push(['Zoé', 'Exemple', '77', 'CORP\\zoe', '', '', '']);
    },
  }),
  cell('value-twice', 'a name in two sources', ['CI', 2, 'Nom', ''], {
    change: (set) => {
      const ci = sourceOf(set, 'CI');
      const rows = [ci.rows[0] ?? [], ['Portable', 'Srv-1', ...Array(11).fill('')]];
      set.sources.splice(4, 0, { ...ci, name: 'Essai CI 2', sheet: 'Suite', rows });
    },
  }),
  cell('row-empty', 'a row', ['CI', 3, 'Nom', ''], {
    change: (set) => sourceOf(set, 'CI').rows[2]?.fill(''),
    place: ['ci.xlsx', 3, null],
  }),
  cell('long-text', 'a text that the driver cuts', ['CI', 12, 'Note', ''], {
    change: (set) => {
      const { rows } = sourceOf(set, 'CI');
      for (let row = 5; row <= 12; row += 1) rows.push(['Portable', `N-${row}`, ...Array(11).fill('')]);
      put(set, 'CI', 12, 'Note', 'x'.repeat(256));
    },
  }),
];

/** A change of a header, and where it is found. */
const header = (
  rule: RuleCode,
  what: string,
  [content, from, to]: readonly [content: string, from: string, to: string],
  more: Partial<Seed> = {},
): Seed => ({
  rule,
  what,
  kind: 'xlsx',
  change: (set) => put(set, content, 1, from, to),
  place: ['ci.xlsx', 1, to],
  ...more,
});

const headers: readonly Seed[] = [
  header('header-illegal', 'a dot', ['CI', 'Version du BIOS', 'Version.BIOS']),
  header('header-illegal', 'too long', ['CI', 'Version du BIOS', 'x'.repeat(65)]),
  header('header-illegal', 'blank between others', ['CI', 'Note', ''], { place: ['ci.xlsx', 1, null] }),
  header('header-twice', 'an attribute twice', ['CI', 'Version du BIOS', 'NOTE'], {
    change: (set) => {
      put(set, 'CI', 1, 'Note', 'Disque chiffré');
      put(set, 'CI', 1, 'Version du BIOS', 'disque CHIFFRÉ');
    },
    place: ['ci.xlsx', 1, 'disque CHIFFRÉ'],
  }),
  header('header-language', 'English among French', ['CI', 'Manufacturier', 'Manufacturer']),
  header('header-language', 'not the language of the profile', ['CI', 'Modèle', 'Model'], french),
  header('header-spelling', 'an accent is missing', ['CI', 'NuméroSérie', 'NumeroSerie']),
  header('header-unknown', 'a column of a content that has no attributes', [
    'CIRelation',
    'Note',
    'Remarque',
  ]),
  header(
    'header-not-in-profile',
    'an attribute that the profile lacks',
    ['CI', 'Version du BIOS', 'Couleur'],
    french,
  ),
  header('column-missing', 'the name', ['CI', 'Nom', 'Surnom'], { place: ['ci.xlsx', 1, null] }),
  header('header-missing', 'no row at all', ['CIUser', 'CI', ''], {
    change: (set) => {
      sourceOf(set, 'CIUser').rows.length = 0;
    },
    place: ['ci.xlsx', null, null],
  }),
  header('header-count', 'more columns than the driver reads', ['CI', 'Note', ''], {
    kind: 'csv',
    change: (set) => {
      for (const [index, row] of sourceOf(set, 'CI').rows.entries())
        for (let column = row.length; column < 255; column += 1) row.push(index === 0 ? `A${column}` : '');
    },
    place: ['ci.csv', 1, null],
  }),
];

describe.each([
  ['values', values],
  ['headers', headers],
] as const)('a violation in the %s', (_, seeds) => {
  it.each(seeds)('$rule: $what', expectSeed);
});
