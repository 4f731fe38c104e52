import { nearest } from '../../shared/nearest.ts';
import { messages as outputMessages } from '../messages.ts';
import { headerFault } from '../table/contract.ts';
import { assetFields, fieldKind } from './asset-fields.ts';
import { formatsOf } from './cell-format.ts';
import type { Report } from './check.ts';
import { attributeLimits, type ProfileColumn } from './column.ts';
import { derivedField, derivedFields } from './derived-fields.ts';
import { type Draft, type PlacedColumn, typesOf } from './draft.ts';
import { fieldChoices } from './field-choices.ts';
import { messages } from './mistake-messages.ts';
import { headerInLanguage, manufacturerHeader, modelHeader } from './octopus-headers.ts';

/** Checks one column against the columns before it and the rest of the profile; paths are those inside the column. */
export function checkColumn(
  column: ProfileColumn,
  before: readonly PlacedColumn[],
  draft: Draft,
  report: Report,
): void {
  checkHeader(column, before, draft, report);
  checkSource(column, report);
  checkTypes(column, draft, report);
  checkNeeds(column, draft, report);
  checkAttribute(column, report);
}

function checkHeader(
  { header }: ProfileColumn,
  before: readonly PlacedColumn[],
  { language }: Draft,
  report: Report,
): void {
  const fault = headerFault(header);
  if (fault) report(['header'], outputMessages.headerRefused(header, fault));
  const right = language && headerInLanguage(header, language);
  if (right) report(['header'], messages.headerLanguage(header, right));
  if (before.some(({ column }) => column.header.toLowerCase() === header.toLowerCase()))
    report(['header'], messages.headerTwice(header));
}

/** A cell is filled from one field, in a format that fits it, or from the levels of a path. */
function checkSource(column: ProfileColumn, report: Report): void {
  const { header, field, levels, format, values } = column;
  if ((field === null) === (levels === null)) report(['header'], messages.fieldOrLevels(header));
  for (const [index, level] of (levels ?? []).entries())
    if (derivedField(level) || fieldKind(level) !== 'text')
      report(['levels', index], messages.levelUnfit(level, nearest(level, fieldsOfKind('text'))));
  const hasValues = Object.keys(values).length > 0;
  if (field === null) {
    if (format !== null) report(['format'], messages.levelsAlone('format'));
    if (hasValues) report(['values'], messages.levelsAlone('values'));
    return;
  }
  const kind = derivedField(field) ? 'text' : fieldKind(field);
  if (kind === null) {
    const names = [...assetFields.keys(), ...Object.keys(derivedFields)];
    report(['field'], messages.fieldUnknown(field, nearest(field, names), fieldPlaces()));
    return;
  }
  const allowed: readonly string[] = formatsOf[kind];
  if (format !== null && !allowed.includes(format))
    report(['format'], messages.formatUnfit(format, field, allowed));
  if (hasValues && (kind !== 'text' || derivedField(field))) report(['values'], messages.valuesUnfit(field));
  const choices = fieldChoices(field);
  for (const value of choices ? Object.keys(values) : [])
    if (choices && !choices.includes(value))
      report(['values', value], messages.valueUnknown(value, field, choices, nearest(value, choices)));
}

/** Where fields are, in few words. */
const fieldPlaces = (): string[] => [
  ...new Set([...assetFields.keys()].map((field) => field.replace(/\..*/, '.…'))),
  'extra.…',
  ...Object.keys(derivedFields),
];

const fieldsOfKind = (kind: string): string[] =>
  [...assetFields].filter(([, each]) => each === kind).map(([field]) => field);

function checkTypes({ types }: ProfileColumn, draft: Draft, report: Report): void {
  const known = [...typesOf(draft), ...Object.keys(draft.typeGroups)];
  for (const [index, type] of (types ?? []).entries())
    if (!known.includes(type))
      report(['types', index], messages.typeUnknown(type, nearest(type, known), known));
}

function checkNeeds({ header, needs }: ProfileColumn, { language, ci }: Draft, report: Report): void {
  const others = ci.columns.flatMap((other) => (other && other.header !== header ? [other.header] : []));
  if (needs !== null && !others.includes(needs))
    report(['needs'], messages.needUnknown(needs, nearest(needs, others), others));
  if (language === null) return;
  const [model, manufacturer] = [modelHeader[language], manufacturerHeader[language]];
  if (header === model && needs !== manufacturer)
    report(['header'], messages.modelNeeds(model, manufacturer));
}

/** An attribute holds no more characters than its type takes. */
function checkAttribute({ attribute, maxLength }: ProfileColumn, report: Report): void {
  const limit = attribute && attributeLimits[attribute];
  if (!attribute || !limit) return;
  if (maxLength === null || maxLength > limit)
    report([maxLength === null ? 'attribute' : 'maxLength'], messages.attributeLong(attribute, limit));
}
