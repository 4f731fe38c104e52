import type { z } from 'zod';
import { nearest } from '../../shared/nearest.ts';
import type { Text } from '../../shared/text.ts';
import { columnLimit } from '../table/contract.ts';
import { fieldKind } from './asset-fields.ts';
import { checkClear } from './check-clear.ts';
import { checkColumn } from './check-column.ts';
import { type Draft, type PlacedColumn, placedColumns, readDraft, typesOf } from './draft.ts';
import { told } from './legal-names.ts';
import { messages } from './mistake-messages.ts';
import { nameHeader, retiredStatuses, typeHeader } from './octopus-headers.ts';

/** Tells a mistake at an entry of the profile. */
export type Report = (path: readonly (string | number)[], text: Text) => void;

/**
 * Checks what one entry of a profile says about another: columns, fields, formats, types and the language. `value` may
 * have mistakes of other kinds: what of it can be read is checked.
 */
export function checkProfile(value: unknown, context: z.RefinementCtx): void {
  const draft = readDraft(value);
  if (!draft) return;
  const report: Report = (path, text) =>
    context.addIssue({ code: 'custom', path: [...path], continue: true, ...told(text) });
  const columns = placedColumns(draft);
  checkGroups(draft, report);
  checkRetirement(draft, columns, report);
  if (draft.ci.columns.length >= columnLimit) report(['ci', 'columns'], messages.columnCount(columnLimit));
  checkRequired(draft, columns, report);
  for (const [at, { column, index }] of columns.entries())
    checkColumn(column, columns.slice(0, at), draft, (path, text) =>
      report(['ci', 'columns', index, ...path], text),
    );
  checkClear(draft, columns, report);
}

/** A group holds types of classes, and never bears the name of one. */
function checkGroups(draft: Draft, report: Report): void {
  const types = typesOf(draft);
  for (const [group, members] of Object.entries(draft.typeGroups)) {
    if (types.includes(group)) report(['typeGroups', group], messages.groupIsType(group));
    for (const [index, type] of members.entries())
      if (!types.includes(type))
        report(['typeGroups', group, index], messages.typeUnknown(type, nearest(type, types), types));
  }
}

/** A status that retires needs a day, which needs a column; its fields must be times. */
function checkRetirement(draft: Draft, columns: readonly PlacedColumn[], report: Report): void {
  const { retirement, statuses } = draft;
  for (const [index, field] of (retirement?.dates ?? []).entries())
    if (fieldKind(field) !== 'time' && !field.startsWith('extra.'))
      report(['retirement', 'dates', index], messages.notATime(field));
  const hasDay = columns.some(({ column }) => column.field === 'retirementDate');
  for (const [status, name] of Object.entries(statuses)) {
    const retires =
      typeof name === 'string' && (retirement ? name === retirement.status : retiredStatuses.includes(name));
    if (retires && !(retirement && hasDay)) report(['statuses', status], messages.retirementNeedsDay(name));
  }
}

/** Octopus takes no row without a type and a name. */
function checkRequired({ language, ci }: Draft, columns: readonly PlacedColumn[], report: Report): void {
  // A column that could not be read may be the one that seems to be missing.
  if (language === null || columns.length < ci.columns.length) return;
  for (const header of [typeHeader[language], nameHeader[language]])
    if (!columns.some(({ column }) => column.header === header && column.required))
      report(['ci', 'columns'], messages.columnMissing(header));
}
