/** A batch that sets options of the session; drivers send one at every login. The server answers it by itself. */
export function isSetting(sql: string): boolean {
  return /^\s*set\s/i.test(sql);
}

/** What a driver sends of its own accord: options, and a trial whether the connection is alive. */
export function isHousekeeping(sql: string): boolean {
  return isSetting(sql) || /^\s*select\s+1\s*;?\s*$/i.test(sql);
}
