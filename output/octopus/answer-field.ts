import { SourceError } from '../../shared/errors.ts';
import { isRecord } from '../../shared/is-record.ts';
import type { Text } from '../../shared/text.ts';
import { messages } from './messages.ts';

/** How many names of an answer's fields a message gives. */
const namesGiven = 20;

/** The value at a field (`data.rows`, or `.` for the whole); undefined where there is none. */
export function valueAt(value: unknown, field: string): unknown {
  if (field === '.') return value;
  return field.split('.').reduce<unknown>((inner, step) => ownValue(inner, step), value);
}

/** What an object has under a name; undefined where it has no such name, or is no object. */
export function ownValue(value: unknown, name: string): unknown {
  return isRecord(value) && Object.hasOwn(value, name) ? value[name] : undefined;
}

/** An answer without what it should have at the field that a setting names; says what it does have, but no value. */
export function unexpected(where: string, setting: string, field: string, answer: unknown): SourceError {
  return new SourceError(messages.unexpected(where, setting, field, shapeOf(answer)), {
    hint: messages.unexpectedHint(setting),
  });
}

/** What a value is, without its content: a list, or an object and the names of its fields, two steps deep. */
export function shapeOf(value: unknown): Text {
  if (Array.isArray(value)) {
    return isRecord(value[0])
      ? messages.shapeListOf(value.length, namesOf(value[0]))
      : messages.shapeList(value.length);
  }
  return isRecord(value) ? messages.shapeObject(namesOf(value)) : messages.shapeValue(typeof value);
}

/** Names that can be nothing but names: a field that is long or odd may be a value. */
function namesOf(value: Readonly<Record<string, unknown>>): string[] {
  const fields = Object.entries(value).flatMap(([name, inner]) => [
    name,
    ...(isRecord(inner) ? Object.keys(inner).map((each) => `${name}.${each}`) : []),
  ]);
  return fields.filter((field) => field.split('.').every(isName)).slice(0, namesGiven);
}

const isName = (text: string): boolean => /^\p{L}[\p{L}\p{N} _°()’'-]{0,29}$/u.test(text);
