import { day, integer, moment, text } from '../../../shared/extract/readers.ts';
import { many, one } from '../../../shared/extract/section.ts';

/** People: ties are by login and domain together, `users` says who that is in the directory. */
export const peopleSections = {
  directoryComputer: one('directory-computer', {
    ou: text,
    description: text,
    location: text,
    company: text,
    managerObjectId: integer,
  }),
  /** Everybody tied to the asset who is in the directory: last user, logons, relations, manager (by `objectId`). */
  users: many('user', {
    domain: text,
    login: text,
    objectId: integer,
    displayName: text,
    upn: text,
    mail: text,
    employeeNumber: text,
    employeeId: text,
  }),
  logons: many('logon', { domain: text, login: text, logons: integer, lastLogon: moment }),
  /** Ties that hold today. */
  userRelations: many('user-relation', {
    domain: text,
    login: text,
    typeCode: integer,
    typeName: text,
    started: day,
  }),
} as const;
