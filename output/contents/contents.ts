import type { Asset } from '../../shared/asset.ts';
import { ConfigError } from '../../shared/errors.ts';
import type { PublishedRelation } from '../../shared/run/relation-store.ts';
import type { Notice } from '../../shared/text.ts';
import type { Tags } from '../importer/xml.ts';
import type { Profile } from '../profile/profile.ts';
import type { Table } from '../table/writer.ts';
import { messages } from './messages.ts';
import { relationsTable } from './relations.ts';
import { suppliersTable } from './suppliers.ts';
import { usersTable } from './users.ts';

/** Everything that one run can publish, in the order of importing: what others refer to comes first. */
export const contentNames = ['Supplier', 'CI', 'CIRelation', 'CIUser'] as const;
export type ContentName = (typeof contentNames)[number];
/** What stands beside the CI. */
export type FurtherName = Exclude<ContentName, 'CI'>;

/** The block of a profile that describes a content. */
const blocks = { Supplier: 'suppliers', CIRelation: 'relations', CIUser: 'users' } as const;

/** Name of the block, and of the CSV of the content. */
export const blockOf = (name: FurtherName): string => blocks[name];

/** What is known of a run besides its rows. */
export interface FurtherData {
  readonly assets: () => Iterable<Asset>;
  readonly relations: () => Iterable<PublishedRelation>;
  /** Ties whose other end is not published, by kind. */
  readonly looseRelations: Readonly<Record<string, number>>;
  /** Spellings of makers, with how often each. */
  readonly makers: ReadonlyMap<string, number>;
}

/** One content beside the CI, ready to be written. */
export interface FurtherContent {
  /** Value of `<Content>`. */
  readonly content: string;
  readonly sourceName: string;
  readonly tags: Tags;
  readonly table: Table;
  /** What the pass over the rows that was begun last left out. */
  notices(): Notice[];
}

/** Checks that a profile describes these contents. Throws `ConfigError`. */
export function checkContents(names: readonly ContentName[], profile: Profile): void {
  for (const name of names)
    if (name !== 'CI' && profile[blocks[name]] === null)
      throw new ConfigError(messages.contentMissing(name, blocks[name], profile.name), {
        hint: messages.contentMissingHint,
      });
}

/** A content as the profile describes it; null where it does not. */
export function furtherContent(
  name: FurtherName,
  profile: Profile,
  data: FurtherData,
): FurtherContent | null {
  const { suppliers, relations, users } = profile;
  if (name === 'Supplier') return suppliers && supplierContent(suppliers, profile, data);
  if (name === 'CIRelation') return relations && relationContent(relations, data);
  return users && userContent(users, data);
}

function supplierContent(
  block: NonNullable<Profile['suppliers']>,
  { words }: Profile,
  { makers }: FurtherData,
): FurtherContent {
  const { table, aliasesLeftOut } = suppliersTable(block, makers, words);
  const { content, sourceName } = block;
  const notices = () => notice('aliases-left-out', aliasesLeftOut, messages.aliasesLeftOut(aliasesLeftOut));
  return { content, sourceName, tags: [], table, notices };
}

function relationContent(
  block: NonNullable<Profile['relations']>,
  { relations, looseRelations }: FurtherData,
): FurtherContent {
  const { table, counts } = relationsTable(block, relations);
  const { ManageRelations, EmptyValueHandling } = block.tags;
  const tags: Tags = [
    ['ManageRelations', ManageRelations ? 'True' : 'False'],
    ['EmptyValueHandling', EmptyValueHandling],
  ];
  const notices = () => {
    const { unnamed, nameTooLong } = counts();
    const count = Object.keys(looseRelations).length;
    return [
      ...notice('relations-loose', count, messages.relationsLoose(looseRelations)),
      ...notice('relations-unnamed', Object.keys(unnamed).length, messages.relationsUnnamed(unnamed)),
      ...notice('names-too-long', nameTooLong, messages.namesTooLong('CIRelation', nameTooLong)),
    ];
  };
  return { content: 'CIRelation', sourceName: block.sourceName, tags, table, notices };
}

function userContent(block: NonNullable<Profile['users']>, { assets }: FurtherData): FurtherContent {
  const { table, counts } = usersTable(block, assets);
  const tags: Tags = [['UserIdentificationMethod', block.tags.UserIdentificationMethod]];
  const notices = () => {
    const { withoutIdentifier, nameTooLong } = counts();
    const unidentified = messages.usersUnidentified(withoutIdentifier, block.identifier);
    return [
      ...notice('users-unidentified', withoutIdentifier, unidentified),
      ...notice('names-too-long', nameTooLong, messages.namesTooLong('CIUser', nameTooLong)),
    ];
  };
  return { content: 'CIUser', sourceName: block.sourceName, tags, table, notices };
}

const notice = (code: string, count: number, text: Notice['text']): Notice[] =>
  count > 0 ? [{ code, text }] : [];
