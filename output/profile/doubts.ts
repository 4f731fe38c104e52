import { bootstrapSettingsOf } from './bootstrap-rows.ts';
import type { ProfileColumn } from './column.ts';
import { isSureHeader, knownStatuses, noteHeader, retiredStatuses } from './octopus-headers.ts';
import type { Profile } from './profile.ts';

/** Why something in a profile is to be compared with Octopus before an import. */
export const doubtReasons = [
  'type',
  'header',
  'attribute',
  'status',
  'tag',
  'retirement',
  'note',
  'content',
] as const;

/** One entry of a profile that Octopus must confirm. */
export interface Doubt {
  /** Path in the profile: `types.laptop`, `ci.columns.3`. */
  readonly entry: string;
  readonly value: string;
  readonly reason: (typeof doubtReasons)[number];
}

/** Whether the name of a column is documented or was seen in a real import. */
export const isSure = ({ header }: ProfileColumn, { language }: Profile): boolean =>
  isSureHeader(header, language);

/** Everything in a profile that its Octopus must confirm, in the order of the profile. */
export function doubtsOf(profile: Profile): Doubt[] {
  return [
    ...Object.entries(profile.types).map(([name, value]) => doubt(`types.${name}`, value, 'type')),
    ...statusDoubts(profile),
    ...tagDoubts(profile),
    ...columnDoubts(profile),
    ...contentDoubts(profile),
  ];
}

function statusDoubts({ statuses, retirement }: Profile): Doubt[] {
  const unusual = Object.entries(statuses).flatMap(([name, value]) =>
    value === null || knownStatuses.includes(value) ? [] : [doubt(`statuses.${name}`, value, 'status')],
  );
  if (!retirement || retiredStatuses.includes(retirement.status)) return unusual;
  return [...unusual, doubt('retirement.status', retirement.status, 'status')];
}

/** Values that no article shows for CI; DataImporter ignores one that it does not know. */
function tagDoubts({ ci: { tags } }: Profile): Doubt[] {
  const known: Readonly<Record<string, string>> = {
    IdentificationMethod: 'CIByName',
    MainContactIdentificationMethod: 'UserByWindowsUsername',
    EmptyValueHandling: 'NoChange',
    ManageCIRetirement: 'false',
  };
  return Object.entries(tags).flatMap(([tag, value]) => {
    const text = String(value);
    if (known[tag] === text) return [];
    return [doubt(`ci.tags.${tag}`, text, tag === 'ManageCIRetirement' ? 'retirement' : 'tag')];
  });
}

function columnDoubts(profile: Profile): Doubt[] {
  return profile.ci.columns.flatMap((column, index) => {
    const entry = `ci.columns.${index}`;
    const replaces = column.header === noteHeader ? [doubt(entry, column.header, 'note')] : [];
    if (isSure(column, profile)) return replaces;
    return [doubt(entry, column.header, column.attribute === null ? 'header' : 'attribute'), ...replaces];
  });
}

const contentDoubts = (profile: Profile): Doubt[] =>
  Object.entries(bootstrapSettingsOf(profile)).map(([name, { content }]) =>
    doubt(`bootstrap.${name}.content`, content, 'content'),
  );

const doubt = (entry: string, value: string, reason: Doubt['reason']): Doubt => ({ entry, value, reason });
