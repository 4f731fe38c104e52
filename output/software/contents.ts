import { partLimit } from '../../shared/software/clean.ts';
import type { SoftwareStore } from '../../shared/software/store.ts';
import type { Notice, Text } from '../../shared/text.ts';
import type { FurtherContent } from '../contents/contents.ts';
import type { Manifest } from '../manifest.ts';
import type { Profile } from '../profile/profile.ts';
import { programRelations, programTable } from './ci-tables.ts';
import { listTable } from './list-table.ts';
import { messages } from './messages.ts';
import { programsOf } from './programs.ts';
import type { SoftwareContent } from './settings.ts';

/** What is installed on the published devices of one run. */
export interface SoftwareData {
  readonly store: SoftwareStore;
  /** Rows that the source delivered. */
  readonly read: number;
  /** What reading told. */
  readonly notices: readonly Notice[];
}

/** The contents of a set of installed software, in the order of importing. */
export interface SoftwareContents {
  readonly contents: readonly FurtherContent[];
  /** What became of the rows in the pass that was begun last. */
  summary(): NonNullable<Manifest['software']>;
  notices(): Notice[];
}

/** What is installed, in the form that the profile asks for. `names`: those of the published CI, by number of device. */
export function softwareContents(
  profile: Profile,
  block: SoftwareContent,
  data: SoftwareData,
  { names, format }: { readonly names: readonly string[]; readonly format: 'csv' | 'xlsx' },
): SoftwareContents {
  const { contents, unnamed, nameTooLong } =
    block.form === 'list'
      ? listContents(block, data.store, names)
      : ciContents(profile, block, data.store, { names, format });
  const summary = () => ({ form: block.form, read: data.read, ...data.store.counts(), unnamed });
  const notices = () => [
    ...data.notices,
    ...countNotices(summary()),
    ...counted('names-too-long', nameTooLong(), messages.ciNameTooLong(nameTooLong())),
  ];
  return { contents, summary, notices };
}

interface Form {
  readonly contents: readonly FurtherContent[];
  readonly unnamed: Record<string, number>;
  nameTooLong(): number;
}

const none = (): Notice[] => [];

function listContents({ list }: SoftwareContent, store: SoftwareStore, names: readonly string[]): Form {
  const { table, nameTooLong } = listTable(list, store, names);
  const { content, sourceName } = list;
  return { contents: [{ content, sourceName, tags: [], table, notices: none }], unnamed: {}, nameTooLong };
}

/** Programs are never retired by an import: a program that nobody has today may be one that was not inventoried. */
function ciContents(
  profile: Profile,
  { ci }: SoftwareContent,
  store: SoftwareStore,
  { names, format }: { readonly names: readonly string[]; readonly format: 'csv' | 'xlsx' },
): Form {
  const programs = programsOf(store, ci.naming, { format, devices: names });
  const { table, nameTooLong } = programRelations(ci.relations, store, names, programs);
  const keep = ['EmptyValueHandling', 'NoChange'] as const;
  const contents: FurtherContent[] = [
    {
      content: 'CI',
      sourceName: ci.sourceName,
      tags: [
        ['IdentificationMethod', profile.ci.tags.IdentificationMethod],
        ['ManageCIRetirement', 'false'],
        keep,
      ],
      table: programTable(ci, programs, profile.language),
      notices: none,
    },
    {
      content: 'CIRelation',
      sourceName: ci.relations.sourceName,
      tags: [['ManageRelations', 'False'], keep],
      table,
      notices: none,
    },
  ];
  return { contents, unnamed: { ...programs.unnamed }, nameTooLong };
}

function countNotices({
  dropped,
  daysUnreadable,
  titlesCut,
  unnamed,
}: NonNullable<Manifest['software']>): Notice[] {
  const left = sum(dropped);
  const nameless = sum(unnamed);
  return [
    ...counted(
      'software-left-out',
      left,
      inWords(dropped, (reasons) => messages.rowsLeftOut(left, reasons)),
    ),
    ...counted('software-days-unreadable', daysUnreadable, messages.daysUnreadable(daysUnreadable)),
    ...counted('software-titles-cut', titlesCut, messages.titlesCut(titlesCut, partLimit)),
    ...counted(
      'software-unnamed',
      nameless,
      inWords(unnamed, (reasons) => messages.unnamed(nameless, reasons)),
    ),
  ];
}

const counted = (code: string, count: number, text: Text): Notice[] => (count > 0 ? [{ code, text }] : []);

const sum = (counts: Readonly<Record<string, number>>): number =>
  Object.values(counts).reduce((all, count) => all + count, 0);

/** A text with its reasons and their counts, in each language. */
function inWords(counts: Readonly<Record<string, number>>, tell: (reasons: string) => Text): Text {
  const reasons = (language: keyof Text) =>
    Object.entries(counts)
      .filter(([, count]) => count > 0)
      .map(([reason, count]) => `${reasonOf(reason)[language]} ${count}`)
      .join(', ');
  return { fr: tell(reasons('fr')).fr, en: tell(reasons('en')).en };
}

function reasonOf(reason: string): Text {
  const said = Object.entries(messages).find(([key]) => key === reason)?.[1];
  return said && typeof said !== 'function' ? said : { fr: reason, en: reason };
}
