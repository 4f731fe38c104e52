import { ci } from './ci.ts';
import { ciRelation, ciUser } from './ci-links.ts';
import { ciAttribute, ciType } from './ci-types.ts';
import type { Content } from './content.ts';
import { leaseContract, leasedCi, serviceContract, supportedCi } from './contracts.ts';
import { department, groupMember, user } from './people.ts';
import { site } from './places.ts';
import { contact, supplier } from './suppliers.ts';

/** The contents whose columns are known; parts, requests, changes and attached files are not described here. */
export const contents: readonly Content[] = [
  supplier,
  contact,
  site,
  department,
  ciType,
  ciAttribute,
  user,
  groupMember,
  ci,
  ciRelation,
  ciUser,
  serviceContract,
  leaseContract,
  supportedCi,
  leasedCi,
];

/** The content of an exact name; null for one that is not described. */
export const contentOf = (name: string): Content | null =>
  contents.find((content) => content.name === name) ?? null;
