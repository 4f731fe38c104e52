import type { Language, Text } from '../../text.ts';
import type { QueryFile } from '../query-file.ts';
import { columnsRead } from '../query-plan.ts';
import { grantMessages as messages } from './grant-messages.ts';
import { type ObjectName, readObjects } from './read-objects.ts';

/** Database role that the script makes and fills. */
export const roleName = 'octopus_bridge';
const defaultSchema = 'dbo';

/** What the script is made from; `database` is null where no configuration names it. */
export interface Grants {
  readonly source: string;
  readonly database: string | null;
  /** Name that the database has on most sites. */
  readonly usualDatabase: string;
  readonly files: readonly QueryFile[];
  /** `schema.name.column`: of such a table only the columns that are read are granted. */
  readonly secretObjects: readonly string[];
}

/** `GRANT SELECT` on one object, or on some of its columns, for the role of the script. */
export function grantOn(name: ObjectName, columns: readonly string[] | null): string {
  const list = columns === null ? '' : ` (${columns.map((column) => quoted([column])).join(', ')})`;
  return `GRANT SELECT ON OBJECT::${quoted(name)}${list} TO ${quoted([roleName])};`;
}

/** The columns of an object to grant, in alphabetical order; null where there is nothing to hide in the rest of it. */
export function columnsToGrant(
  object: string,
  files: readonly QueryFile[],
  secretObjects: readonly string[],
): readonly string[] | null {
  const hides = secretObjects.some((secret) => secret.toLowerCase().startsWith(`${object.toLowerCase()}.`));
  if (!hides) return null;
  const read = files.flatMap((file) => columnsRead(file).get(object.toLowerCase()) ?? []);
  return [...new Set(read)].toSorted();
}

/**
 * A T-SQL script that gives a role the right to read exactly what the queries in use read. The same queries give the
 * same script.
 */
export function grantScript(grants: Grants): Text {
  return { fr: scriptIn('fr', grants), en: scriptIn('en', grants) };
}

function scriptIn(
  language: Language,
  { source, database, usualDatabase, files, secretObjects }: Grants,
): string {
  // A name may hold a line break, which would end the comment.
  const say = (text: Text) => `-- ${text[language].replace(/\s+/g, ' ')}`;
  const { here, elsewhere } = objectsOf(files);
  const role = quoted([roleName]);
  const lines = [
    say(messages.title(source)),
    say(messages.howTo),
    say(messages.absent),
    say(messages.checkNeeds),
    '',
    ...(database === null
      ? [say(messages.nameDatabase), `-- USE ${quoted([usualDatabase])};`]
      : [`USE ${quoted([database])};`]),
    'GO',
    `IF DATABASE_PRINCIPAL_ID(N'${roleName}') IS NULL CREATE ROLE ${role};`,
    'GO',
    ...here.map(({ name, sections }) => {
      const object = quoted(name);
      const exists = `IF OBJECT_ID(N'${object.replaceAll("'", "''")}') IS NOT NULL`;
      const grant = grantOn(name, columnsToGrant(name.join('.'), files, secretObjects));
      return `${exists} ${grant} -- ${sections.join(', ')}`;
    }),
    ...elsewhere.map(({ name, sections }) => say(messages.elsewhere(quoted(name), sections.join(', ')))),
    'GO',
    say(messages.member),
    messages.memberStatements[language],
  ];
  return lines.join('\n');
}

interface ReadObject {
  readonly name: ObjectName;
  readonly sections: string[];
}

/** The objects of this database, and those of others, each with the sections that read it, in alphabetical order. */
function objectsOf(files: readonly QueryFile[]): { here: ReadObject[]; elsewhere: ReadObject[] } {
  const objects = new Map<string, ReadObject>();
  for (const file of files) {
    for (const written of readObjects(file.tokens)) {
      const name = written.length === 1 ? [defaultSchema, ...written] : written;
      const key = name.join('.').toLowerCase();
      const known = objects.get(key) ?? { name, sections: [] };
      if (!known.sections.includes(file.section)) known.sections.push(file.section);
      objects.set(key, known);
    }
  }
  const sorted = [...objects].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, object]) => object);
  const needed = sorted.filter(({ name }) => !/^(sys|INFORMATION_SCHEMA)$/i.test(name.at(-2) ?? ''));
  return {
    here: needed.filter(({ name }) => name.length === 2),
    elsewhere: needed.filter(({ name }) => name.length > 2),
  };
}

/** A dotted name in brackets; an empty part stays empty. */
function quoted(name: ObjectName): string {
  return name.map((part) => (part === '' ? '' : `[${part.replaceAll(']', ']]')}]`)).join('.');
}
