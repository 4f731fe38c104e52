import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Parts, workbookBytes, workbookParts } from './plain-workbook.ts';

/** One source of a set: its rows, the header first. */
export interface SetSource {
  name: string;
  readonly content: string;
  sheet: string;
  readonly rows: string[][];
  readonly tags: [string, string][];
}

/** A set of importer files as a test may break it: first the data, then the text of each file. */
export interface ImporterSet {
  readonly kind: 'xlsx' | 'csv';
  sources: SetSource[];
  xml: (text: string) => string;
  parts: (parts: Parts) => Parts;
  csv: (text: string) => string;
  schema: (text: string) => string;
  manifest: (manifest: Record<string, unknown>) => unknown;
  /** Files that are then removed. */
  readonly without: string[];
}

const source = (content: string, rows: string[][], tags: [string, string][] = []): SetSource => ({
  name: `Essai ${content}`,
  content,
  sheet: `Feuille ${content}`,
  rows,
  tags,
});

const ciRows = (): string[][] => [
  [
    'Type',
    'Nom',
    'État',
    'DateRetrait',
    'Manufacturier',
    'Modèle',
    'NuméroSérie',
    'Site',
    'CoûtAchat',
    'DuréeAmortissement',
    'LogicielGéré',
    'Note',
    'Version du BIOS',
  ],
  [
    'Portable',
    'PC-1',
    'En service',
    '',
    'Hublot',
    'H7',
    '4XK7LN3',
    'Siège|Étage 2',
    '1234.50',
    '36',
    '',
    'Ça va ?',
    '1.2',
  ],
  ['Portable', 'PC-2', '', '', '', '', '4XK7LN4', 'Siège', '', '', 'Non', '', ''],
  ['Serveur virtuel', 'SRV-1', 'Retiré', '2026-01-31', 'Hublot', '', '', '', '0', '', '', '', ''],
];

/** A good set: a workbook of several contents, or a CSV of CI. */
export function importerSet(kind: ImporterSet['kind']): ImporterSet {
  const ci = source('CI', ciRows(), [
    ['IdentificationMethod', 'CIByName'],
    ['ManageCIRetirement', 'false'],
    ['EmptyValueHandling', 'NoChange'],
  ]);
  const others = [
    source(
      'CIRelation',
      [
        ['CI1', 'CI2', 'Relation', 'Note'],
        ['PC-1', 'SRV-1', 'Utilise', ''],
      ],
      [['ManageRelations', 'False']],
    ),
    source(
      'CIUser',
      [
        ['CI', 'User'],
        ['pc-1', 'CORP\\adele.exemple'],
      ],
      [['UserIdentificationMethod', 'UserByWindowsUsername']],
    ),
  ];
  const before = [
    source('Supplier', [
      ['Nom', 'EstUnManufacturier', 'EstUnFournisseur', 'Courriel'],
      ['Hublot', 'Oui', 'Non', 'info@hublot.example'],
    ]),
    source(
      'Department',
      [
        ['Name', 'Number'],
        ['Finances', '12'],
      ],
      [['DepartmentIdentificationMethod', 'DepartmentByNumber']],
    ),
    source(
      'User',
      [
        ['Prénom', 'Nom', 'NuméroEmployé', 'UtilisateurWindows', 'Département', 'Langue', 'Site'],
        ['Adèle', 'Exemple', '77', 'CORP\\adele.exemple', 'Finances|Paie', 'Français', 'Siège'],
      ],
      [['IdentificationMethod', 'UserByID']],
    ),
  ];
  const contract = source('ServiceContract', [
    ['Numéro', 'Type', 'DateDébut', 'DateFin', 'Fournisseur', 'Coût', 'EstRenouvelé'],
    ['C-1', 'Entretien', '2026-01-01', '2026-12-31', 'Hublot', '10', 'Oui'],
  ]);
  return {
    kind,
    sources: kind === 'csv' ? [ci] : [...before, ci, ...others, contract],
    xml: (text) => text,
    parts: (parts) => parts,
    csv: (text) => text,
    schema: (text) => text,
    manifest: (manifest) => manifest,
    without: [],
  };
}

/** Writes a set into a folder, without any code of the product; the path of its configuration. */
export function writeSet(set: ImporterSet, folder: string): string {
  const rowsFile = `ci.${set.kind}`;
  const files: Record<string, Buffer> = { 'ci.xml': Buffer.from(set.xml(xmlOf(set, folder)), 'latin1') };
  if (set.kind === 'xlsx')
    files[rowsFile] = workbookBytes(
      set.parts(workbookParts(set.sources.map(({ sheet, rows }) => ({ name: sheet, rows })))),
    );
  else {
    const rows = set.sources[0]?.rows ?? [];
    const lines = rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(','));
    files[rowsFile] = Buffer.from(set.csv(lines.map((line) => `${line}\r\n`).join('')), 'latin1');
    files['Schema.ini'] = Buffer.from(set.schema(schemaOf(rowsFile, rows[0] ?? [])), 'latin1');
  }
  for (const [name, bytes] of Object.entries(files)) writeFileSync(join(folder, name), bytes);
  const manifest = set.manifest(manifestOf(set, folder, [rowsFile, 'ci.xml']));
  writeFileSync(
    join(folder, 'ci.manifest.json'),
    typeof manifest === 'string' ? manifest : JSON.stringify(manifest),
  );
  for (const name of set.without) rmSync(join(folder, name));
  return join(folder, 'ci.xml');
}

function xmlOf({ kind, sources }: ImporterSet, folder: string): string {
  const ace = 'Provider=Microsoft.ACE.OLEDB.12.0;Data Source=';
  const connection =
    kind === 'xlsx'
      ? `${ace}${folder}/ci.xlsx;Extended Properties="Excel 12.0 Xml;HDR=YES";`
      : `${ace}${folder}/;Extended Properties="text;HDR=YES;FMT=Delimited";`;
  const lines = sources.flatMap(({ name, content, sheet, tags }) => [
    `<Source Name="${name}">`,
    `<ConnectionString>${connection}</ConnectionString>`,
    `<ViewName>[${kind === 'xlsx' ? `${sheet}$` : 'ci.csv'}]</ViewName>`,
    `<Content>${content}</Content>`,
    ...tags.map(([tag, value]) => `<${tag}>${value}</${tag}>`),
    '</Source>',
  ]);
  return ['<?xml version="1.0" encoding="utf-8" ?>', '<Sources>', ...lines, '</Sources>', ''].join('\r\n');
}

const schemaOf = (file: string, headers: readonly string[]): string =>
  [
    `[${file}]`,
    'ColNameHeader=True',
    'Format=CSVDelimited',
    'CharacterSet=ANSI',
    'DecimalSymbol=.',
    ...headers.map(
      (header, index) =>
        `Col${index + 1}="${header}" ${['Nom', 'Manufacturier'].includes(header) ? 'Memo' : 'Text'}`,
    ),
    '',
  ].join('\r\n');

function manifestOf(
  { sources }: ImporterSet,
  folder: string,
  names: readonly string[],
): Record<string, unknown> {
  const count = (counted: readonly SetSource[]) =>
    counted.reduce((sum, { rows }) => sum + Math.max(0, rows.length - 1), 0);
  const ci = count(sources.filter(({ content }) => content === 'CI'));
  const none = { fr: '', en: '' };
  return {
    schema: 1,
    tool: { name: 'octopus-bridge', version: '0.1.0' },
    runId: 'run-1',
    source: { name: 'sccm', sample: false, facts: {} },
    startedAt: '2026-11-22T02:00:00Z',
    finishedAt: '2026-11-22T02:01:00Z',
    complete: true,
    read: ci,
    readAtEnd: ci,
    retries: 0,
    sections: {},
    excluded: {},
    duplicates: {},
    gaveWay: [],
    decisions: {},
    notices: [{ code: 'x', text: none }],
    profile: 'octopus-fr',
    written: ci,
    cut: {},
    blanked: { typeWithoutAttribute: {}, neededColumnEmpty: {} },
    replaced: { cells: 0, characters: 0 },
    files: names
      .filter((name) => existsSync(join(folder, name)))
      .map((name) => {
        const bytes = readFileSync(join(folder, name));
        const rows = name.endsWith('.xml') ? null : count(sources);
        return { name, bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex'), rows };
      }),
  };
}
