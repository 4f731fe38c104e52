import type { SqlQuery } from '../source.ts';

/**
 * What a check asks the server besides the queries of the sections. Every account may ask these, and none of them
 * reads a row of the product.
 */
export const systemQueries = {
  database: 'SELECT DB_NAME() AS databaseName',
  server:
    "SELECT CAST(SERVERPROPERTY('ProductVersion') AS nvarchar(128)) AS version, CAST(SERVERPROPERTY('Edition') AS nvarchar(128)) AS edition",
  rowVersioning:
    'SELECT d.is_read_committed_snapshot_on AS readCommittedSnapshot, d.snapshot_isolation_state AS snapshotIsolation FROM sys.databases AS d WHERE d.name = DB_NAME()',
  memberships:
    "SELECT IS_SRVROLEMEMBER('sysadmin') AS sysadmin, IS_ROLEMEMBER('db_owner') AS db_owner, IS_ROLEMEMBER('db_datareader') AS db_datareader, IS_ROLEMEMBER('db_datawriter') AS db_datawriter, IS_ROLEMEMBER('db_ddladmin') AS db_ddladmin, IS_ROLEMEMBER('db_securityadmin') AS db_securityadmin",
  permissions:
    "SELECT HAS_PERMS_BY_NAME(DB_NAME(), 'DATABASE', 'INSERT') AS mayInsert, HAS_PERMS_BY_NAME(DB_NAME(), 'DATABASE', 'UPDATE') AS mayUpdate, HAS_PERMS_BY_NAME(DB_NAME(), 'DATABASE', 'DELETE') AS mayDelete, HAS_PERMS_BY_NAME(DB_NAME(), 'DATABASE', 'ALTER') AS mayAlter, HAS_PERMS_BY_NAME(DB_NAME(), 'DATABASE', 'EXECUTE') AS mayExecute",
  /** Null for a table that is not there. */
  secretTable: "SELECT HAS_PERMS_BY_NAME(@object, 'OBJECT', 'SELECT') AS mayRead",
  /** Null for a table or column that is not there. */
  secretColumn: "SELECT HAS_PERMS_BY_NAME(@object, 'OBJECT', 'SELECT', @column, 'COLUMN') AS mayRead",
} as const;

export type SystemQueryName = keyof typeof systemQueries;

/** What messages call each of them. */
const origins: Record<SystemQueryName, string> = {
  database: 'DB_NAME',
  server: 'SERVERPROPERTY',
  rowVersioning: 'sys.databases',
  memberships: 'IS_ROLEMEMBER',
  permissions: 'HAS_PERMS_BY_NAME',
  secretTable: 'HAS_PERMS_BY_NAME',
  secretColumn: 'HAS_PERMS_BY_NAME',
};

/** A system query as a source takes it. */
export function systemQuery(name: SystemQueryName, parameters: SqlQuery['parameters'] = {}): SqlQuery {
  return { text: systemQueries[name], parameters, origin: origins[name] };
}
