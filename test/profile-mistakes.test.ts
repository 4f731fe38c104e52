import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadProfile } from '../output/profile/profile.ts';
import { BridgeError } from '../shared/errors.ts';
import { temporaryFolder } from './fakes/temporary-folder.ts';

const shipped = readFileSync('output/profile/octopus-fr.yaml', 'utf8');

/** The English profile is the same file: one language is enough to make mistakes in. */
function changed(...changes: readonly (readonly [passage: string, replacement: string])[]): string {
  let text = shipped;
  for (const [passage, replacement] of changes) {
    expect(text).toContain(passage);
    text = text.replace(passage, () => replacement);
  }
  const path = join(temporaryFolder(), 'site.yaml');
  writeFileSync(path, text);
  return path;
}

/** The lines that name a mistake, in both languages. */
function faults(path: string): { fr: string[]; en: string[] } {
  try {
    loadProfile(path);
  } catch (error) {
    if (!(error instanceof BridgeError)) throw error;
    expect(error.exitCode).toBe(2);
    const lines = (text: string) =>
      text
        .split('\n')
        .slice(1)
        .map((line) => line.trim());
    return { fr: lines(error.text.fr), en: lines(error.text.en) };
  }
  throw new Error('the profile was accepted');
}

/** `line:column` of the first place of a passage in the changed file. */
function placeOf(path: string, passage: string, inside = ''): string {
  const text = readFileSync(path, 'utf8');
  const before = text.slice(0, text.indexOf(passage) + passage.indexOf(inside)).split('\n');
  return `${before.length}:${(before.at(-1)?.length ?? 0) + 1}`;
}

const aColumn =
  '- { header: RAM, field: hardware.memoryBytes, maxLength: 255, types: [ordinateurs], attribute: builtIn }';
const column = (text: string): [string, string] => [aColumn, text];

describe('a mistake in a profile', () => {
  it.each<[string, [string, string][], string, RegExp, RegExp]>([
    [
      'a key of a column',
      [column('- { header: RAM, field: os.name, maxLenght: 9 }')],
      'maxLenght',
      /« maxLenght » .*la plus proche : maxLength ; permises : header, field, levels, /,
      /"maxLenght" .*nearest: maxLength; allowed: header, field, levels, /,
    ],
    [
      'a value of a list',
      [['EmptyValueHandling: NoChange', 'EmptyValueHandling: NoChanges']],
      'EmptyValueHandling: NoChanges',
      /valeurs permises : NoChange, Clear ; la plus proche : NoChange$/,
      /allowed values: NoChange, Clear; nearest: NoChange$/,
    ],
    [
      'Clear in the file of all columns',
      [['EmptyValueHandling: NoChange', 'EmptyValueHandling: Clear']],
      'EmptyValueHandling: Clear',
      /permis : NoChange\. Pour vider des colonnes, nommez-les dans « clear »/,
      /allowed: NoChange\. To clear columns, name them in "clear"/,
    ],
    [
      'a member of a group',
      [['imprimantes: [Imprimante]', 'imprimantes: [Imprimantes]']],
      'Imprimantes]',
      /« Imprimantes » n’est le type .*le plus proche : « Imprimante » ; permis : « Poste de travail »/,
      /"Imprimantes" is the type of no class.*nearest: "Imprimante"; allowed: "Poste de travail"/,
    ],
    [
      'a group called like a type',
      [['  imprimantes: [Imprimante]', '  Imprimante: [Imprimante]\n  imprimantes: [Imprimante]']],
      'Imprimante: [Imprimante]\n',
      /« Imprimante » est déjà un type de CI/,
      /"Imprimante" is already a CI type/,
    ],
    [
      'a status of retirement without a column for its day',
      [
        ['retired: null', 'retired: Retiré'],
        ['field: retirementDate', 'field: life.lastSeenAt'],
      ],
      'retired: Retiré',
      /l’état « Retiré » retire un CI, ce qui exige un jour/,
      /the status "Retiré" retires a CI, which requires a day/,
    ],
    [
      'a day of retirement that is no time',
      [['dates: [life.retiredOn,', 'dates: [os.name, life.retiredOn,']],
      'os.name, life',
      /os\.name n’est pas une date ; permis/,
      /os\.name is not a date; allowed/,
    ],
    [
      'a column that nothing fills',
      [column('- { header: Pièce }')],
      'header: Pièce }',
      /« Pièce » doit avoir soit « field », soit « levels »/,
      /"Pièce" must have either "field" or "levels"/,
    ],
    [
      'a level that is no text',
      [column('- { header: Pièce, levels: [place.branch, place.groups] }')],
      'place.groups',
      /« place\.groups » ne peut pas être un niveau ; permis : un champ de texte|le plus proche/,
      /"place\.groups" cannot be a level/,
    ],
    [
      'a format for levels',
      [column('- { header: Pièce, levels: [place.branch], format: text }')],
      'format: text',
      /« format » ne va pas avec « levels »/,
      /"format" does not go with "levels"/,
    ],
    [
      'words for a number',
      [column('- { header: Pages, field: printing.pages, values: { a: b } }')],
      'values: { a: b }',
      /« values » ne convient pas au champ printing\.pages/,
      /"values" does not fit the field printing\.pages/,
    ],
    [
      'a word for a value that never comes',
      [column('- { header: Compte, field: management.ownership, values: { compagny: x } }')],
      'compagny',
      /jamais la valeur « compagny » ; le plus proche : « company » ; permis : « company », « personal »/,
      /never has the value "compagny"; nearest: "company"; allowed: "company", "personal"/,
    ],
    [
      'an attribute that is too long',
      [column('- { header: Nombre, field: printing.pages, attribute: number, maxLength: 10 }')],
      'maxLength: 10 }',
      /un attribut « number » prend au plus 9 caractères/,
      /an attribute "number" takes at most 9 characters/,
    ],
    [
      'a form of days',
      [['date: YYYY-MM-DD', 'date: YYYY-MM-JJ']],
      'date: YYYY-MM-JJ',
      /valeurs permises : YYYY-MM-DD, .* ; la plus proche : YYYY-MM-DD/,
      /allowed values: YYYY-MM-DD, .*; nearest: YYYY-MM-DD/,
    ],
    [
      'a source name with a brace in the bootstrap',
      [['sourceName: Bridge CIType', 'sourceName: Bridge {source}']],
      'sourceName: Bridge {source}\n    headers',
      /lettres sans accent, chiffres, espace, point, trait d’union et soulignement$/,
      /letters without accents, digits, space, dot, hyphen and underscore$/,
    ],
  ])('is told with its place and what is allowed: %s', (_, changes, passage, fr, en) => {
    const path = changed(...changes);
    const said = faults(path);
    expect(said.en).toHaveLength(1);
    expect(said.fr[0]).toMatch(fr);
    expect(said.en[0]).toMatch(en);
    const place = placeOf(path, passage);
    expect([said.fr[0]?.split(' ')[0], said.en[0]?.split(' ')[0]]).toEqual([place, place]);
  });

  it('is told beside every other one, in the order of the file', () => {
    const path = changed(
      ['language: fr', 'language: de'],
      ['tablet: Tablette', 'tablette: Tablette'],
      ['needs: Manufacturier', 'needs: Manufacturer'],
      column('- { header: RAM, field: hardware.memoryByte }'),
      ['  clear: []', '  clear: [Nom]'],
    );
    const entries = faults(path).en.map((line) => line.split(/[ :]/)[2]);
    expect(entries).toEqual(
      [
        'language',
        'types.tablet',
        'types.tablette',
        'typeGroups.ordinateurs.2',
        'typeGroups.ordinateurs physiques.2',
        'typeGroups.mobiles.1',
        'typeGroups.en réseau.2',
        'ci.clear.0',
        'ci.columns.4.needs',
        'ci.columns.15.field',
      ].map((entry) => entry.split(' ')[0]),
    );
    const lines = faults(path).en.map((line) => Number(line.split(':')[0]));
    expect(lines).toEqual(lines.toSorted((a, b) => a - b));
  });
});

describe('columns to clear', () => {
  const clear = (list: string) => changed(['clear: []', `clear: ${list}`]);

  it.each<[string, string, RegExp, RegExp]>([
    ['a required column', '[Nom]', /« Nom » est obligatoire/, /"Nom" is required/],
    ['the status', '[État]', /« État » n’accepte qu’une liste fermée/, /"État" takes only a closed list/],
    ['a check box', '[UEFI]', /« UEFI » n’accepte qu’une liste fermée/, /"UEFI" takes only a closed list/],
    [
      'a column that is not there',
      '[Domain]',
      /aucune colonne .*« Domain » ; le plus proche : « Domaine » ; permis : « Manufacturier », /,
      /no column has the header "Domain"; nearest: "Domaine"; allowed: "Manufacturier", /,
    ],
    ['a model alone', '[Modèle]', /nommez aussi « Manufacturier »/, /name "Manufacturier" as well/],
    ['a manufacturer alone', '[Manufacturier]', /nommez aussi « Modèle »/, /name "Modèle" as well/],
  ])('are refused with line and column: %s', (_, list, fr, en) => {
    const path = clear(list);
    const said = faults(path);
    expect(said.fr[0]).toMatch(fr);
    expect(said.en[0]).toMatch(en);
    expect(said.en[0]).toContain(`${placeOf(path, list, list.slice(1))} ci.clear.0: `);
  });

  it('are refused when no row could have both', () => {
    const path = clear('[Domaine, Utilisateur principal]');
    expect(faults(path).en).toEqual([
      `${placeOf(path, '[Domaine, Utilisateur principal]', 'Utilisateur')} ci.clear.1: "Utilisateur principal" does not exist for the same CI types as "Domaine": one file cannot clear both`,
    ]);
  });

  it('are accepted when they go together', () => {
    const pairs = ['[Domaine, RAM]', '[Modèle, Manufacturier]', '[Utilisateur principal]'];
    for (const list of pairs) expect(loadProfile(clear(list)).ci.clear).toHaveLength(list.split(',').length);
  });
});
