import type { SqlMessage } from './reply.ts';

const message = (number: number, severity: number, state: number, text: string): SqlMessage => ({
  number,
  severity,
  state,
  message: text,
});

/** Errors of SQL Server with the number, severity, state and text that it gives them. */
export const sqlErrors = {
  loginFailed: (user: string, state = 1) => message(18456, 14, state, `Login failed for user '${user}'.`),
  databaseRefused: (database: string) =>
    message(4060, 11, 1, `Cannot open database "${database}" requested by the login. The login failed.`),
  invalidObject: (name: string) => message(208, 16, 1, `Invalid object name '${name}'.`),
  invalidColumn: (name: string) => message(207, 16, 1, `Invalid column name '${name}'.`),
  denied: (object: string, database: string) =>
    message(
      229,
      14,
      5,
      `The SELECT permission was denied on the object '${object}', database '${database}', schema 'dbo'.`,
    ),
  deadlock: message(
    1205,
    13,
    51,
    'Transaction (Process ID 61) was deadlocked on lock resources with another process and has been chosen as the deadlock victim. Rerun the transaction.',
  ),
  insertDenied: (object: string, database: string) =>
    message(
      229,
      14,
      5,
      `The INSERT permission was denied on the object '${object}', database '${database}', schema 'octopus'.`,
    ),
  createDenied: message(262, 14, 1, "CREATE TABLE permission denied in database 'Staging'."),
  full: message(
    1105,
    17,
    2,
    "Could not allocate space for object 'octopus.OctopusCI_rows' in database 'Staging' because the 'PRIMARY' filegroup is full.",
  ),
  lockTimeout: message(1222, 16, 51, 'Lock request time out period exceeded.'),
  /** Ours, not SQL Server's: the test's own answer cannot be sent. */
  badAnswer: (reason: string) => message(50000, 16, 1, `The test server cannot answer: ${reason}`),
} as const;
