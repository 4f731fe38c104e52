import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { personalFields } from '../../output/profile/personal-fields.ts';
import { loadProfile } from '../../output/profile/profile.ts';
import { keepsKind, peopleModes } from '../../shared/people/mode.ts';
import {
  type PersonalColumn,
  type PersonalFact,
  type PersonalRole,
  type PersonalSections,
  personalFacts,
} from '../../shared/people/personal-column.ts';
import type { Language, Text } from '../../shared/text.ts';

const facts: Readonly<Record<PersonalFact, Text>> = {
  login: { fr: 'compte', en: 'login' },
  domain: { fr: 'domaine du compte', en: 'domain of the login' },
  account: { fr: 'compte avec son domaine', en: 'login with its domain' },
  upn: { fr: 'nom d’utilisateur principal (UPN)', en: 'user principal name (UPN)' },
  entraId: { fr: 'identifiant dans Entra', en: 'id in Entra' },
  nameAndLogin: { fr: 'nom affiché et compte', en: 'display name and login' },
  homePath: { fr: 'chemin, parfois d’un dossier personnel', en: 'path, sometimes of a personal folder' },
  managementName: {
    fr: 'nom de l’appareil, parfois fait d’un compte',
    en: 'name of the device, sometimes made of a login',
  },
  rowId: { fr: 'numéro de la personne dans la source', en: 'number of the person in the source' },
  origin: { fr: 'origine et date du lien', en: 'origin and day of the tie' },
  use: { fr: 'durée, nombre et date d’usage', en: 'time, number and day of use' },
  displayName: { fr: 'nom affiché', en: 'display name' },
  mail: { fr: 'courriel', en: 'mail address' },
  phone: { fr: 'numéro de téléphone', en: 'phone number' },
  employeeNumber: { fr: 'numéro d’employé', en: 'employee number' },
  contact: { fr: 'personne à joindre, texte libre', en: 'whom to contact, free text' },
  freeText: { fr: 'texte libre', en: 'free text' },
  ownField: { fr: 'champ du site', en: 'field of the site' },
};

const roles: Readonly<Record<PersonalRole, Text>> = {
  primaryUser: { fr: 'utilisateur principal', en: 'primary user' },
  lastUser: { fr: 'dernier utilisateur', en: 'last user' },
  topUser: { fr: 'utilisateur le plus assidu', en: 'most frequent user' },
  enrolledBy: { fr: 'personne qui a inscrit l’appareil', en: 'who enrolled the device' },
  anyUser: { fr: 'reconnaître les utilisateurs liés', en: 'telling the users tied to it' },
  manager: { fr: 'responsable selon l’annuaire', en: 'manager by the directory' },
  contact: { fr: 'personne à joindre', en: 'contact' },
  holder: { fr: 'appareil de la personne', en: 'the device of the person' },
  writer: { fr: 'description et notes de l’appareil', en: 'description and notes of the device' },
};

const partly: Text = { fr: 'en partie', en: 'in part' };

/** One row for each thing that a bridge reads of people: section, columns, source, what, why, modes. */
export function columnRows(bridge: string, declared: PersonalSections, language: Language): string[] {
  return Object.entries(declared).flatMap(([section, columns]) => {
    const groups = new Map<string, { column: PersonalColumn; names: string[] }>();
    for (const [name, column] of Object.entries(columns)) {
      const alike = `${column.fact} ${column.role}`;
      groups.set(alike, { column, names: [...(groups.get(alike)?.names ?? []), name] });
    }
    return [...groups.values()].map(({ names, column: { fact, role, withheld, identified } }) => {
      const modes = peopleModes.flatMap((mode) => {
        const isCut = mode === 'identifier' && identified !== undefined;
        if (keepsKind(mode, personalFacts[fact]))
          return [`\`${mode}\`${isCut ? ` ${partly[language]}` : ''}`];
        return withheld ? [`\`${mode}\` ${partly[language]}`] : [];
      });
      const sources = bridge === 'intune' ? names : names.map((name) => sourceOf(bridge, section, name));
      const cells = [
        `\`${section}\``,
        shortened(names),
        shortened(sources),
        facts[fact][language],
        roles[role][language],
        modes.join(', '),
      ];
      return `| ${cells.join(' | ')} |`;
    });
  });
}

/** One row for each field of an asset that tells of people: field, what, columns of the shipped profile, modes. */
export function fieldRows(language: Language): string[] {
  const { ci } = loadProfile(`octopus-${language}`);
  return [...personalFields].map(([field, fact]) => {
    const headers = ci.columns.filter((column) => column.field === field).map(({ header }) => header);
    const modes = peopleModes
      .filter((mode) => keepsKind(mode, personalFacts[fact]))
      .map((mode) => `\`${mode}\``);
    return `| \`${field}\` | ${facts[fact][language]} | ${headers.join(', ') || '—'} | ${modes.join(', ')} |`;
  });
}

/** `view.column` behind an alias of a shipped query. */
function sourceOf(bridge: string, section: string, alias: string): string {
  const sql = readFileSync(join('queries', bridge, `${section}.sql`), 'utf8');
  const [, table = '', column = ''] =
    new RegExp(`(?:\\(|\\s)(\\w+)\\.(\\w+)\\s*(?: AS nvarchar\\(\\d+\\))?\\)?\\s+AS ${alias}\\b`, 'i').exec(
      sql,
    ) ?? [];
  const [, view = ''] = new RegExp(`(?:FROM|JOIN) dbo\\.(\\w+) AS ${table}\\b`).exec(sql) ?? [];
  if (column !== '') return `${view}.${column}`;
  const [, counted = ''] = /FROM dbo\.(\w+)/.exec(sql) ?? [];
  return counted;
}

const most = 5;

/** The names in code, or the first and the last of many. */
function shortened(names: readonly string[]): string {
  const shown = names.length > most ? [names[0], names.at(-1)] : names;
  return shown.map((name) => `\`${name}\``).join(names.length > most ? ' … ' : ', ');
}
