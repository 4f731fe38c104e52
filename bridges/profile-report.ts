import type { ProfileColumn } from '../output/profile/column.ts';
import { doubtReasons, doubtsOf, isSure } from '../output/profile/doubts.ts';
import { ciTagsOf, type Profile } from '../output/profile/profile.ts';
import type { Language, Text } from '../shared/text.ts';
import type { ProfileChoice } from './profile-choice.ts';
import { choiceTexts, doubtTexts, messages } from './profile-messages.ts';

/** A profile with where it comes from. */
export interface ShownProfile {
  readonly profile: Profile;
  readonly file: string;
  readonly isShipped: boolean;
  readonly from: ProfileChoice['from'];
}

/** Names of CI types that fit in a line; more are counted. */
const typesNamed = 3;

/** The profile for a person. */
export function shownLines(shown: ShownProfile, language: Language): string[] {
  const { profile, file, isShipped, from } = shown;
  const say = (text: Text) => text[language];
  const { ci, statuses, retirement } = profile;
  const pairs = [
    [messages.headerLanguage, profile.language],
    [messages.sourceName, ci.sourceName],
    [messages.sheet, ci.sheet],
    [
      messages.tags,
      ciTagsOf(profile)
        .map(([tag, value]) => `${tag}=${value}`)
        .join(' '),
    ],
    [messages.statuses, named(statuses) || say(messages.statusesNone)],
    [messages.retirement, retirement ? `${retirement.status} ← ${retirement.dates.join(', ')}` : '-'],
    [messages.clear, ci.clear.join(', ') || '-'],
  ] as const;
  const width = Math.max(...pairs.map(([label]) => say(label).length));
  return [
    `${profile.name} · ${say(isShipped ? messages.shipped : messages.ofSite)} · ${say(choiceTexts[from])}`,
    `  ${file}`,
    ...pairs.map(([label, value]) => `  ${say(label).padEnd(width)}  ${value}`),
    '',
    say(messages.types),
    ...byType(profile).map(([type, classes]) => `  ${type} ← ${classes.join(', ')}`),
    '',
    ...columnLines(profile, language),
    '',
    ...doubtLines(profile, language),
  ];
}

const named = (statuses: Profile['statuses']): string =>
  Object.entries(statuses)
    .filter(([, name]) => name !== null)
    .map(([status, name]) => `${status}=${name}`)
    .join(' ');

function byType({ types }: Profile): [string, string[]][] {
  const found = new Map<string, string[]>();
  for (const [name, type] of Object.entries(types)) found.set(type, [...(found.get(type) ?? []), name]);
  return [...found];
}

function columnLines(profile: Profile, language: Language): string[] {
  const say = (text: Text) => text[language];
  const rows = [
    [messages.header, messages.comesFrom, messages.forTypes, messages.kind, messages.certainty].map(say),
    ...profile.ci.columns.map((column) => [
      column.header,
      sourceOf(column),
      typesOf(column, language),
      (column.attribute ?? say(messages.ownColumn)) +
        (column.when === 'filled' ? ` (${say(messages.filled)})` : ''),
      say(isSure(column, profile) ? messages.sure : messages.toVerify),
    ]),
  ];
  const widths = [0, 1, 2, 3, 4].map((at) => Math.max(...rows.map((row) => row[at]?.length ?? 0)));
  const lines = rows.map((row) => row.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join('  '));
  return [say(messages.columns), ...lines.map((line) => `  ${line.trimEnd()}`)];
}

const sourceOf = ({ field, levels }: ProfileColumn): string => field ?? (levels ?? []).join(' | ');

function typesOf({ types }: ProfileColumn, language: Language): string {
  if (types === null) return messages.allTypes[language];
  return types.length > typesNamed ? messages.typeCount(types.length)[language] : types.join(', ');
}

function doubtLines(profile: Profile, language: Language): string[] {
  const doubts = doubtsOf(profile);
  const lines = doubtReasons.flatMap((reason) => {
    const values = [...new Set(doubts.filter((each) => each.reason === reason).map(({ value }) => value))];
    return values.length === 0 ? [] : [`  ${doubtTexts[reason][language]} ${values.join(', ')}`];
  });
  return [messages.doubtTitle[language], ...lines];
}

/** The profile for a program: stable names, one object. */
export function shownJson({ profile, file, isShipped, from }: ShownProfile): object {
  const { name, language, types, statuses, retirement, words, forms, ci } = profile;
  return {
    name,
    file,
    shipped: isShipped,
    from,
    language,
    types,
    statuses,
    retirement,
    words,
    forms,
    sheet: ci.sheet,
    sourceName: ci.sourceName,
    tags: Object.fromEntries(ciTagsOf(profile)),
    clear: ci.clear,
    columns: ci.columns.map((column) => ({ ...column, sure: isSure(column, profile) })),
    toVerify: doubtsOf(profile),
  };
}
