import { nearest } from '../../shared/nearest.ts';
import type { Text } from '../../shared/text.ts';
import { fieldKind } from './asset-fields.ts';
import type { Report } from './check.ts';
import type { ProfileColumn } from './column.ts';
import type { Draft, PlacedColumn } from './draft.ts';
import { messages } from './mistake-messages.ts';
import { isClosedList } from './octopus-headers.ts';

/** Checks the columns to clear: those that Octopus empties, together those that depend on each other. */
export function checkClear(draft: Draft, columns: readonly PlacedColumn[], report: Report): void {
  const asked = draft.ci.clear;
  const known = columns.map(({ column }) => column);
  const clearable = known.filter((column) => fault(column, draft) === null).map(({ header }) => header);
  const first = asked.flatMap((header) => known.find((column) => column.header === header) ?? [])[0];
  for (const [index, header] of asked.entries()) {
    const at = (text: Text) => report(['ci', 'clear', index], text);
    const column = known.find((each) => each.header === header);
    if (!column) at(messages.clearUnknown(header, nearest(header, clearable), clearable));
    else {
      const refused = fault(column, draft);
      if (refused) at(refused);
      if (asked.indexOf(header) < index) at(messages.headerTwice(header));
      const missing = tied(column, known).find((other) => !asked.includes(other));
      if (missing) at(messages.clearTogether(header, missing));
      if (first && typeKey(first, draft) !== typeKey(column, draft))
        at(messages.clearTypes(header, first.header));
    }
  }
}

/** Why Octopus would not empty a column; null where it would. */
function fault({ header, required, attribute, field }: ProfileColumn, { language }: Draft): Text | null {
  if (required) return messages.clearRequired(header);
  const isFlag = attribute === 'checkBox' || (field !== null && fieldKind(field) === 'flag');
  const isClosed = language !== null && isClosedList(header, language);
  if (isFlag || isClosed || field === 'status' || field === 'retirementDate')
    return messages.clearClosedList(header);
  return null;
}

/** The columns that must be cleared along with one: a model never stands without its manufacturer. */
const tied = ({ header, needs }: ProfileColumn, columns: readonly ProfileColumn[]): string[] => [
  ...(needs === null ? [] : [needs]),
  ...columns.filter((other) => other.needs === header).map((other) => other.header),
];

/** The CI types of a column, whatever they are called by: a row must have all columns to clear, or none. */
function typeKey({ types }: ProfileColumn, { typeGroups }: Draft): string {
  if (types === null) return '*';
  return [...new Set(types.flatMap((type) => typeGroups[type] ?? [type]))].sort().join('\n');
}
