import type { z } from 'zod';
import type { Language, Text } from '../../shared/text.ts';
import { messages as outputMessages } from '../messages.ts';
import { columnLimit, headerFault } from '../table/contract.ts';
import { assetFields, fieldKind } from './asset-fields.ts';
import { formatsOf } from './cell-format.ts';
import { derivedField, derivedFields } from './derived-fields.ts';
import { messages } from './messages.ts';
import { nearest } from './nearest.ts';
import {
  headerInLanguage,
  manufacturerHeader,
  modelHeader,
  nameHeader,
  typeHeader,
} from './octopus-headers.ts';
import type { Profile, ProfileColumn } from './profile.ts';

/** The checker of a configuration file takes one text: it gets both languages. */
/** A mistake in both languages, as `readYamlFile` tells it. */
const told = (text: Text) => ({ message: text.en, params: { text } });

type Rule = [test: (value: string) => boolean, fault: ReturnType<typeof told>];

/** Sheet names that Excel takes and that the Microsoft driver reads as they are. */
export const legalSheetName: Rule = [
  (value) => /^[\p{L}\p{N}_-](?:[\p{L}\p{N} _-]{0,29}[\p{L}\p{N}_-])?$/u.test(value),
  told(messages.sheetName),
];

/** Source names that DataImporter takes once `{source}` is filled in. */
export const legalSourceName: Rule = [
  (value) => /^[A-Za-z0-9 _.-]+$/.test(value.replaceAll('{source}', 'X')) && value.trim() === value,
  told(messages.sourceName),
];

type Report = (path: readonly (string | number)[], text: Text) => void;

/** Checks what one entry of a profile says about another: columns, fields, formats, types and the language. */
export function checkProfile(profile: Profile, context: z.RefinementCtx): void {
  const { columns } = profile.ci;
  const report: Report = (path, text) =>
    context.addIssue({ code: 'custom', path: ['ci', 'columns', ...path], ...told(text) });
  if (columns.length >= columnLimit) report([], messages.columnCount(columnLimit));
  for (const header of [typeHeader[profile.language], nameHeader[profile.language]])
    if (!columns.some((column) => column.header === header && column.required))
      report([], messages.columnMissing(header));
  for (const [index, column] of columns.entries()) {
    const at: Report = (path, text) => report([index, ...path], text);
    checkHeader(column, columns.slice(0, index), profile.language, at);
    checkField(column, at);
    checkTypes(column, profile, at);
    checkNeeds(column, profile, at);
  }
}

function checkHeader(
  { header }: ProfileColumn,
  before: readonly ProfileColumn[],
  language: Language,
  report: Report,
): void {
  const fault = headerFault(header);
  if (fault) report(['header'], outputMessages.headerRefused(header, fault));
  const right = headerInLanguage(header, language);
  if (right !== null) report(['header'], messages.headerLanguage(header, right));
  if (before.some((other) => other.header.toLowerCase() === header.toLowerCase()))
    report(['header'], messages.headerTwice(header));
}

function checkField({ field, format }: ProfileColumn, report: Report): void {
  const kind = derivedField(field) ? 'text' : fieldKind(field);
  if (kind === null) {
    const names = [...assetFields.keys(), ...Object.keys(derivedFields)];
    report(['field'], messages.fieldUnknown(field, nearest(field, names)));
  } else if (format !== null) {
    const allowed: readonly string[] = formatsOf[kind];
    if (!allowed.includes(format)) report(['format'], messages.formatUnfit(format, field, allowed));
  }
}

function checkTypes({ types }: ProfileColumn, profile: Profile, report: Report): void {
  const known = [...new Set(Object.values(profile.types))];
  for (const [index, type] of (types ?? []).entries())
    if (!known.includes(type)) report(['types', index], messages.typeUnknown(type, known));
}

function checkNeeds({ header, needs }: ProfileColumn, { language, ci }: Profile, report: Report): void {
  if (needs !== null && !ci.columns.some((other) => other.header === needs && other.header !== header))
    report(['needs'], messages.needUnknown(needs));
  const [model, manufacturer] = [modelHeader[language], manufacturerHeader[language]];
  if (header === model && needs !== manufacturer)
    report(['header'], messages.modelNeeds(model, manufacturer));
}
