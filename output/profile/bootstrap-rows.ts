import type { AssetClass } from '../../shared/asset/nature.ts';
import type { Language } from '../../shared/text.ts';
import type { Column, Table } from '../table/writer.ts';
import type { BootstrapSettings } from './bootstrap-settings.ts';
import type { AttributeType } from './column.ts';
import { loadProfile, type Profile, profileNames } from './profile.ts';

/** A CI type to create. */
export interface BootstrapType {
  readonly names: Readonly<Record<Language, string>>;
  readonly isComputer: boolean;
  /** The name in the other language is not known: it repeats the one of the profile. */
  readonly untranslated: boolean;
}

/** An attribute to create, or to give to one more CI type. */
export interface BootstrapAttribute {
  readonly type: string;
  readonly attribute: string;
  readonly attributeType: AttributeType;
}

/** Classes of which WMIUpdater may read a machine. */
const computers: readonly AssetClass[] = [
  'desktop',
  'allInOne',
  'laptop',
  'tablet',
  'server',
  'virtualServer',
  'virtualWorkstation',
  'embedded',
  'hypervisor',
  'unknown',
];

/** The settings of a profile, or those of the shipped profile of its language. */
export function bootstrapSettingsOf({ bootstrap, language }: Profile): BootstrapSettings {
  const settings = bootstrap ?? shipped(language).bootstrap;
  if (settings === null) throw new TypeError(`the shipped profile in ${language} has no bootstrap`);
  return settings;
}

/** The CI types of a profile, each once, in its order; the name in the other language is the shipped profile's. */
export function bootstrapTypes({ types, language }: Profile): BootstrapType[] {
  const other = language === 'fr' ? 'en' : 'fr';
  const known = shipped(other).types;
  const found = [...new Set(Object.values(types))].map((name) => {
    const classes = classesOf(types, name);
    const names = [...new Set(classes.map((each) => known[each]))];
    return { name, classes, translation: names.length === 1 ? (names[0] ?? null) : null };
  });
  return found.map(({ name, classes, translation }) => {
    const claimed = found.filter((each) => each.translation === translation).length > 1;
    const translated = translation === null || claimed ? null : translation;
    const names =
      language === 'fr' ? { fr: name, en: translated ?? name } : { fr: translated ?? name, en: name };
    const isComputer = classes.some((each) => computers.includes(each));
    return { names, isComputer, untranslated: translated === null };
  });
}

/** The attributes of a profile for each CI type that has them, in the order of the columns. */
export function bootstrapAttributes({ types, ci }: Profile): BootstrapAttribute[] {
  const all = [...new Set(Object.values(types))];
  return ci.columns.flatMap(({ header, attribute, types }) =>
    attribute === null
      ? []
      : (types ?? all).map((type) => ({ type, attribute: header, attributeType: attribute })),
  );
}

/** The rows of the content that creates CI types. */
export function typeTable(profile: Profile): Table {
  const { sheet, headers } = bootstrapSettingsOf(profile).types;
  const { yes, no } = profile.words;
  return tableOf(
    sheet,
    [
      column(headers.descriptionFr, 100, true),
      column(headers.descriptionEn, 100, true),
      column(headers.isComputer, 50, false),
    ],
    bootstrapTypes(profile).map(({ names, isComputer }) => [names.fr, names.en, isComputer ? yes : no]),
  );
}

/** The rows of the content that creates attributes; those that every Octopus has keep their type. */
export function attributeTable(profile: Profile): Table {
  const { sheet, headers, attributeTypes } = bootstrapSettingsOf(profile).attributes;
  return tableOf(
    sheet,
    [
      column(headers.type, 125, true),
      column(headers.attribute, 125, true),
      column(headers.attributeType, 50, false),
    ],
    bootstrapAttributes(profile).map(({ type, attribute, attributeType }) => [
      type,
      attribute,
      attributeType === 'builtIn' ? '' : attributeTypes[attributeType],
    ]),
  );
}

function shipped(language: Language): Profile {
  return loadProfile(profileNames.find((name) => name.endsWith(language)) ?? profileNames[0]);
}

const classesOf = (types: Profile['types'], name: string): AssetClass[] =>
  typedKeys(types).filter((each) => types[each] === name);

const typedKeys = <Key extends string>(record: Readonly<Record<Key, unknown>>): Key[] =>
  Object.keys(record).filter((key): key is Key => Object.hasOwn(record, key));

const column = (header: string, maxLength: number, required: boolean): Column => ({
  header,
  maxLength,
  required,
  unique: false,
});

const tableOf = (sheet: string, columns: readonly Column[], rows: readonly string[][]): Table => ({
  sheet,
  columns,
  rows: () => rows,
});
