import { describe, expect, it } from 'vitest';
import { outputNotices } from '../output/notices.ts';
import { assetTable } from '../output/profile/asset-table.ts';
import { type ProfileColumn, profileColumn } from '../output/profile/column.ts';
import { loadProfile, type Profile } from '../output/profile/profile.ts';
import { newTally } from '../output/profile/tally.ts';
import type { Asset } from '../shared/asset.ts';
import { type AssetParts, outputAsset, outputPerson } from './fakes/output-asset.ts';

const shipped = loadProfile('octopus-fr');

const withColumns = (columns: readonly Partial<ProfileColumn>[]): Profile => ({
  ...shipped,
  ci: {
    ...shipped.ci,
    columns: columns.map((column, index) => profileColumn.parse({ header: `Colonne ${index}`, ...column })),
  },
});

function fill(profile: Profile, assets: readonly Asset[]) {
  const { table, counts, unfilled } = assetTable(profile, 'sccm', assets);
  const rows = [...table.rows()];
  return { rows, counts, unfilled, headers: table.columns.map(({ header }) => header) };
}

/** The cell of one field for an asset with these parts. */
const cellOf = (field: string, parts: AssetParts, column: Partial<ProfileColumn> = {}): string | undefined =>
  fill(withColumns([{ ...column, field }]), [outputAsset('PC-1', parts)]).rows[0]?.[0];

describe('the shipped profile', () => {
  it('makes a row of an asset', () => {
    const { rows, headers } = fill(shipped, [outputAsset('PC-1')]);
    expect(Object.fromEntries(headers.map((header, index) => [header, rows[0]?.[index]]))).toEqual({
      Type: 'Portable',
      Nom: 'PC-1',
      État: '',
      Manufacturier: 'Hublot',
      Modèle: 'Modèle 7',
      NuméroSérie: 'SN-PC-1',
      NuméroInventaire: '',
      'Adresse IP': '192.0.2.17',
      'Adresse Mac': '02:00:5E:00:00:01',
      "Système d'exploitation": 'Microsoft Windows 11 Entreprise',
      'Type de processeur': 'Hublot Core 5',
      RAM: '16 Go',
      'Capacité du disque dur': '477 Go',
      'Version du BIOS': '1.2.3',
      UEFI: 'Oui',
      'Démarrage sécurisé': 'Non',
      'Version du TPM': '2.0',
      'Disque chiffré': '',
      'Utilisateur principal': 'CORP\\adele.exemple',
      'Dernier inventaire': '2026-11-19',
      Domaine: 'corp.example',
      "Unité d'organisation": 'CORP.EXAMPLE/POSTES',
    });
  });

  it('leaves the model of a machine without manufacturer empty, and counts it', () => {
    const { rows, counts } = fill(shipped, [outputAsset('PC-1', { nature: { manufacturer: null } })]);
    expect(rows[0]?.slice(3, 5)).toEqual(['', '']);
    expect(counts.neededColumnEmpty).toEqual({ Modèle: 1 });
  });

  it('leaves an attribute that the type lacks empty, and counts it only where there was a value', () => {
    const guest = { nature: { class: 'virtualServer' } } as const;
    const { rows, counts } = fill(shipped, [
      outputAsset('SRV-1', guest),
      outputAsset('SRV-2', { ...guest, firmware: { biosVersion: null } }),
    ]);
    expect(rows.map((row) => row[13])).toEqual(['', '']);
    expect(counts.typeWithoutAttribute).toEqual({ 'Version du BIOS': 1 });
  });

  it('takes its source name from the bridge', () => {
    expect(assetTable(shipped, 'lansweeper', []).sourceName).toBe('Bridge LANSWEEPER');
  });
});

describe('values', () => {
  it.each<[field: string, parts: AssetParts, cell: string]>([
    ['people.primaryUser.login', { people: { primaryUser: null } }, ''],
    ['primaryUserLogin', { people: { primaryUser: null } }, ''],
    ['hardware.memoryBytes', { hardware: { memoryBytes: null } }, ''],
    ['hardware.memoryBytes', { hardware: { memoryBytes: 16_858_890_240 } }, '16 Go'],
    ['hardware.memoryBytes', { hardware: { memoryBytes: 4_000_000_000 } }, '3.7 Go'],
    ['hardware.memoryBytes', { hardware: { memoryBytes: 8 * 1024 ** 3 } }, '8 Go'],
    ['hardware.displayAdapters', {}, 'Affichage A, Affichage B'],
    ['hardware.displayAdapters', { hardware: { displayAdapters: [] } }, ''],
    ['firmware.biosDate', {}, '2025-01-31'],
    ['life.lastInventoryAt', { life: { lastInventoryAt: '2026-01-02T03:04:05Z' } }, '2026-01-02'],
    ['hardware.processorCores', { hardware: { processorCores: 0 } }, '0'],
    ['firmware.encrypted', { firmware: { encrypted: false } }, 'Non'],
    ['extra.local', { extra: { local: 'B-204' } }, 'B-204'],
    ['extra.local', {}, ''],
    ['processorSummary', { hardware: { processorSockets: 2 } }, '2 x Hublot Core 5'],
    ['processorSummary', { hardware: { processorSockets: 2, processor: null } }, ''],
  ])('%s of %j is %j', (field, parts, cell) => expect(cellOf(field, parts)).toBe(cell));

  it('uses the format that the column asks for', () => {
    expect(cellOf('hardware.memoryBytes', {}, { format: 'gibibytesNumber' })).toBe('16');
    expect(cellOf('hardware.memoryBytes', {}, { format: 'number' })).toBe('17179869184');
  });

  it('writes the login alone where the domain is not known', () => {
    const lastUser = outputPerson('adele.exemple', { domain: null });
    expect(cellOf('lastUserLogin', { people: { lastUser } })).toBe('adele.exemple');
  });

  it('writes a status only where the profile names one', () => {
    const profile: Profile = {
      ...withColumns([{ field: 'status' }]),
      statuses: { ...shipped.statuses, active: 'En service' },
    };
    const assets = (['active', 'inactive'] as const).map((status) =>
      outputAsset(status, { life: { status } }),
    );
    expect(fill(profile, assets).rows).toEqual([['En service'], ['']]);
  });
});

describe('limits', () => {
  it('cuts a long value without half a character or a last space, and counts it', () => {
    const profile = withColumns([{ field: 'os.name', maxLength: 4 }]);
    const assets = ['abc def', 'abc😀', 'abcd'].map((name, index) =>
      outputAsset(`PC-${index}`, { os: { name } }),
    );
    const { rows, counts } = fill(profile, assets);
    expect(rows).toEqual([['abc'], ['abc'], ['abcd']]);
    expect(counts.cut).toEqual({ 'Colonne 0': 2 });
  });

  it.each<[string, Partial<ProfileColumn>, string | null]>([
    ['too long for a required column', { required: true, maxLength: 2 }, 'ABC'],
    ['too long for a unique column', { unique: true, maxLength: 2 }, 'ABC'],
    ['missing in a required column', { required: true }, null],
  ])('leaves a value that is %s to the verification', (_, column, serial) => {
    const profile = withColumns([{ field: 'identity.serial', ...column }]);
    const { rows, counts } = fill(profile, [outputAsset('PC-1', { identity: { serial } })]);
    expect(rows).toEqual([[serial ?? '']]);
    expect(counts.cut).toEqual({});
  });

  it('allows several empty values in a unique column', () => {
    const profile = withColumns([{ field: 'identity.assetTag', unique: true }]);
    expect(fill(profile, [outputAsset('PC-1'), outputAsset('PC-2')]).rows).toEqual([[''], ['']]);
  });
});

describe('overrides', () => {
  const overrides = new Map([
    ['sccm:PC-1', new Map([['Colonne 0', 'Hublot']])],
    [
      'sccm:PC-2',
      new Map([
        ['Colonne 1', ''],
        ['Autre', 'x'],
      ]),
    ],
    ['sccm:GONE', new Map([['Colonne 0', 'x']])],
  ]);
  const profile = withColumns([
    { field: 'nature.manufacturer' },
    { field: 'nature.model', needs: 'Colonne 0', maxLength: 4 },
  ]);
  const assets = [
    outputAsset('PC-1', { nature: { manufacturer: null, model: 'M1' } }),
    outputAsset('PC-2', { nature: { manufacturer: 'Hublot', model: 'M2' } }),
  ];

  it('take the place of a value before others look at it', () => {
    const { table, counts } = assetTable(profile, 'sccm', assets, overrides);
    expect([...table.rows()]).toEqual([
      ['Hublot', 'M1'],
      ['Hublot', ''],
    ]);
    expect(counts.neededColumnEmpty).toEqual({});
  });

  it('are counted in each pass, those without effect too', () => {
    const { table, overridden } = assetTable(profile, 'sccm', assets, overrides);
    for (const _ of [1, 2]) {
      expect([...table.rows()]).toHaveLength(2);
      expect(overridden).toEqual({
        applied: { 'Colonne 0': 1, 'Colonne 1': 1 },
        unmatched: ['sccm:PC-2, Autre', 'sccm:GONE, Colonne 0'],
      });
    }
  });
});

describe('passes', () => {
  it('gives the same rows and the same counts each time', () => {
    const assets = [outputAsset('PC-1', { nature: { manufacturer: null } })];
    const { table, counts } = assetTable(shipped, 'sccm', assets);
    const first = [...table.rows()];
    expect([...table.rows()]).toEqual(first);
    expect(counts.neededColumnEmpty).toEqual({ Modèle: 1 });
  });

  it('tells what it changed, in both languages, and nothing where it changed nothing', () => {
    const none = newTally();
    expect(outputNotices(none, { cells: 0, characters: 0 })).toEqual([]);
    const notices = outputNotices({ ...none, cut: { RAM: 2, UEFI: 1 } }, { cells: 1, characters: 4 });
    expect(outputNotices({ ...none, typeWithoutAttribute: { RAM: 9 } }, { cells: 0, characters: 0 })).toEqual(
      [],
    );
    expect(notices.map(({ code }) => code)).toEqual(['value-cut', 'character-replaced']);
    expect(notices[0]?.text.fr).toContain('3 (RAM, UEFI)');
    expect(notices[1]?.text.en).toContain('4, in 1 cells');
  });
});
