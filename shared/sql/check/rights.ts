import type { Finding } from '../../finding.ts';
import type { SqlQuery } from '../source.ts';
import { type Questioner, undetermined } from './question.ts';
import { rightsMessages as messages } from './rights-messages.ts';
import { systemQuery } from './system-queries.ts';

const subject = messages.rights;

/** Columns of the question about permissions, by the permission that each stands for. */
const permissions = {
  mayInsert: 'INSERT',
  mayUpdate: 'UPDATE',
  mayDelete: 'DELETE',
  mayAlter: 'ALTER',
  mayExecute: 'EXECUTE',
} as const;

/**
 * What the account may do beyond reading the views: broad roles, permissions to change, tables of secrets. Whoever is
 * sysadmin or db_owner has all the rest, so that alone is told. `secretObjects` are `schema.name` or `schema.name.column`.
 */
export async function* rightsFindings(
  questioner: Questioner,
  secretObjects: readonly string[],
): AsyncGenerator<Finding> {
  const answer = await questioner.ask(systemQuery('memberships'));
  if ('unknown' in answer) {
    yield undetermined('memberships-unknown', subject, answer.unknown);
    return;
  }
  const roles = Object.keys(answer.row).filter((role) => isYes(answer.row[role]));
  const all = roles.find((role) => role === 'sysadmin' || role === 'db_owner');
  if (all !== undefined) {
    yield tooBroad(all);
    return;
  }
  for (const role of roles) yield tooBroad(role);
  const rest = [await changeFinding(questioner), await secretsFinding(questioner, secretObjects)];
  const told = rest.filter((finding) => finding !== null);
  yield* told;
  if (roles.length === 0 && told.length === 0)
    yield { code: 'rights-minimal', level: 'ok', subject, text: messages.minimal };
}

function tooBroad(role: string): Finding {
  const text = messages.role(role);
  return {
    code: 'rights-role',
    level: 'warning',
    subject,
    text,
    hint: messages.roleHint(role),
    facts: { role },
  };
}

async function changeFinding(questioner: Questioner): Promise<Finding | null> {
  const answer = await questioner.ask(systemQuery('permissions'));
  if ('unknown' in answer) return undetermined('permissions-unknown', subject, answer.unknown);
  const held = Object.entries(permissions)
    .filter(([column]) => isYes(answer.row[column]))
    .map(([, permission]) => permission);
  if (held.length === 0) return null;
  const text = messages.mayChange(held);
  const hint = messages.mayChangeHint(held);
  return { code: 'rights-change', level: 'warning', subject, text, hint, facts: { permissions: held } };
}

async function secretsFinding(questioner: Questioner, objects: readonly string[]): Promise<Finding | null> {
  const readable: string[] = [];
  for (const secret of objects) {
    const answer = await questioner.ask(mayReadQuery(secret));
    if ('unknown' in answer) return undetermined('secrets-unknown', subject, answer.unknown);
    if (isYes(answer.row.mayRead)) readable.push(secret);
  }
  if (readable.length === 0) return null;
  const text = messages.mayReadSecrets(readable);
  const hint = messages.mayReadSecretsHint;
  return { code: 'rights-secrets', level: 'warning', subject, text, hint, facts: { tables: readable } };
}

/** Asks for a table, or for one column of it. */
function mayReadQuery(secret: string): SqlQuery {
  const [schema = '', table = '', column] = secret.split('.');
  const object = `${schema}.${table}`;
  return column === undefined
    ? systemQuery('secretTable', { object })
    : systemQuery('secretColumn', { object, column });
}

/** 1 is yes; 0 is no; null is an object or a role that is not there. */
const isYes = (cell: unknown) => Number(cell) === 1;
