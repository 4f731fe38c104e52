import { integer, moment, text } from '../../shared/extract/readers.ts';
import type { AboutSite, SiteNotice } from '../../shared/sql/definition.ts';
import type { Row } from '../../shared/sql/rows.ts';
import { type CustomColumn, customColumn, type MappedField, mapFields } from './custom-fields.ts';
import { type StateMeaning, shippedStates, shippedTypes, type TypeMeaning } from './meanings.ts';
import { type Counts, messages } from './messages.ts';
import { type NameTable, nameTable } from './name-table.ts';
import type { LansweeperRules, UserOrigin } from './rules.ts';

/** What this installation calls things, and what its administrator wants to be made of that. */
export interface LansweeperSite {
  readonly types: NameTable<TypeMeaning>;
  readonly states: NameTable<StateMeaning>;
  readonly customFields: readonly MappedField[];
  readonly primaryUser: readonly UserOrigin[];
  /** Names of types and of states in use, each with its assets, most first. */
  readonly typesInUse: Counts;
  readonly statesInUse: Counts;
  /** Assets of any type and state; null when the site section is missing. */
  readonly assets: number | null;
  /** Newest contact with any asset. */
  readonly newestContact: string | null;
}

/** The connected installation, from `queries/lansweeper/site.sql`: its servers, labels, types and states. */
export function describeSite(rows: readonly Row[], rules: LansweeperRules): AboutSite<LansweeperSite> {
  const servers = rowsOf(rows, 'scanServer');
  const types = rowsOf(rows, 'assetType');
  const { fields, missing } = mapFields(rules.customFields, labelsOf(rows));
  const assets = types.reduce((sum, row) => sum + (integer(row.assets ?? null) ?? 0), 0);
  const total = rows.length === 0 ? null : assets;
  const newestContact = newestOf(types.map((row) => moment(row.lastSeen ?? null)));
  const siteName = namesOf(servers, 'name').join(', ') || null;
  const version = namesOf(servers, 'version').join(', ') || null;
  const notices: SiteNotice[] = missing.length === 0 ? [] : [labelMissing(missing)];
  return {
    site: {
      types: nameTable(shippedTypes(), rules.classes),
      states: nameTable(shippedStates(), rules.states),
      customFields: fields,
      primaryUser: rules.primaryUser,
      typesInUse: counted(types),
      statesInUse: counted(rowsOf(rows, 'state')),
      assets: total,
      newestContact,
    },
    facts: { siteName, version, assets: total, newestContact },
    title: messages.site(siteName ?? '?', version ?? '', total ?? 0),
    notices,
  };
}

const rowsOf = (rows: readonly Row[], kind: string) => rows.filter((row) => row.kind === kind);

const namesOf = (rows: readonly Row[], column: string): string[] => [
  ...new Set(rows.flatMap((row) => text(row[column] ?? null) ?? [])),
];

/** Label of each custom field. */
function labelsOf(rows: readonly Row[]): Map<CustomColumn, string> {
  const labels = rowsOf(rows, 'customField').flatMap(({ name, label }) => {
    const column = customColumn(text(name ?? null));
    const written = text(label ?? null);
    return column === null || written === null ? [] : [[column, written] as const];
  });
  return new Map(labels);
}

/** Names with their assets, most first; what has no name any more is `?`. */
function counted(rows: readonly Row[]): Counts {
  const counts = rows.map(
    (row) => [text(row.name ?? null) ?? '?', integer(row.assets ?? null) ?? 0] as const,
  );
  return counts.toSorted(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
}

const newestOf = (moments: readonly (string | null)[]): string | null =>
  moments.reduce((newest, one) => ((one ?? '') > (newest ?? '') ? one : newest), null);

function labelMissing(labels: readonly string[]): SiteNotice {
  return { code: 'label-missing', text: messages.labelMissing(labels), hint: messages.labelMissingHint };
}
