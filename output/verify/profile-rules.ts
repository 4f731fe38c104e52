import { type ContractColumn, columnName } from '../contract/content.ts';
import { statusNames } from '../contract/words.ts';
import type { Profile } from '../profile/profile.ts';
import type { HeaderRow, ProfileHeaders } from './headers.ts';
import type { PairCheck } from './pair-checks.ts';

/** The columns of a profile by header. */
export const profileHeaders = ({ language, ci }: Profile): ProfileHeaders => ({
  language,
  columns: new Map(ci.columns.map((column) => [column.header, column])),
});

/** What a profile knows of an Octopus: its CI types, its statuses, and which type has which attribute. */
export function profileChecks(profile: Profile, headers: HeaderRow): PairCheck[] {
  const at = (name: string): number =>
    headers.columns.findIndex(
      (column: ContractColumn | null) => column !== null && columnName(column) === name,
    );
  const [type, status] = [at('Type'), at('Status')];
  const types = new Set([...Object.values(profile.types), profile.software?.ci.type]);
  const statuses = new Set([...Object.values(profile.statuses), ...statusNames[profile.language]]);
  const owners = headers.names.map((name) => {
    const allowed = profile.ci.columns.find((column) => column.header === name)?.types;
    return allowed ? new Set(allowed) : null;
  });
  const owned = [...owners.entries()].flatMap(([index, set]) => (set ? [[index, set] as const] : []));
  return [
    (cells, report) => {
      const value = cells[type] ?? '';
      if (value !== '' && !types.has(value)) report('type-unknown', type, value);
      else
        for (const [index, set] of owned)
          if (value !== '' && (cells[index] ?? '') !== '' && !set.has(value))
            report('attribute-not-of-type', index, value);
    },
    (cells, report) => {
      const value = cells[status] ?? '';
      if (value !== '' && !statuses.has(value)) report('status-unknown', status, value);
    },
  ];
}
