import type { PersonalKind } from './mode.ts';

/** What a column or property may hold of a person, with what that tells of them. */
export const personalFacts = {
  login: 'identifier',
  domain: 'identifier',
  /** `DOMAIN\login`, or a user principal name. */
  account: 'identifier',
  upn: 'identifier',
  /** Object id in Entra ID. */
  entraId: 'identifier',
  /** `First Last (login)`. */
  nameAndLogin: 'identifier',
  /** A path that may lead into somebody's own folder. */
  homePath: 'identifier',
  /** A name of a device that may be made of the login of whoever enrolled it. */
  managementName: 'identifier',
  /** Number of the person in a table of the source. */
  rowId: 'tie',
  /** How the tie came to be. */
  origin: 'tie',
  /** How much and when the device was used. */
  use: 'tie',
  displayName: 'detail',
  mail: 'detail',
  phone: 'detail',
  employeeNumber: 'detail',
  /** Whom somebody wrote down as the contact. */
  contact: 'detail',
  /** What somebody wrote about the device. */
  freeText: 'detail',
  /** A field of the site's own. */
  ownField: 'unknown',
} as const satisfies Readonly<Record<string, PersonalKind>>;
export type PersonalFact = keyof typeof personalFacts;

/** Whom it is about, and by that what it is read for. */
export const personalRoles = [
  'primaryUser',
  'lastUser',
  'topUser',
  'enrolledBy',
  'anyUser',
  'manager',
  'contact',
  'holder',
  'writer',
] as const;
export type PersonalRole = (typeof personalRoles)[number];

/** One column of a section, or property of Graph, that may hold something of a person. */
export interface PersonalColumn {
  readonly fact: PersonalFact;
  readonly role: PersonalRole;
  /** What remains of a value where the person is withheld; nothing without this. */
  readonly withheld?: (value: string) => string | null;
  /** What remains of it where only the identifier is kept; all of it without this. */
  readonly identified?: (value: string) => string | null;
}

/** All that a bridge reads of people, by section or request, and column. */
export type PersonalSections = Readonly<Record<string, Readonly<Record<string, PersonalColumn>>>>;

const homeFolder = /^(.*?\/(?:home|users))\/[^/]+.*$/iu;

/** A path without the part that leads into somebody's own folder. */
export const withoutHome = (path: string): string => path.replace(homeFolder, '$1');

const personal =
  /user|utilisateur|log[io]n|mail|courriel|upn|person|owner|propri[eé]taire|responsable|contact|manager|employ|display_?name|given_?name|surname|pr[eé]nom|phone|t[eé]l[eé]ph|mobile_?n/iu;

/** Whether the name of a column that nobody declared sounds like a person's. */
export const soundsPersonal = (name: string): boolean => personal.test(name);
