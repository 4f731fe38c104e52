import { z } from 'zod';
import { secretSchema } from '../../shared/secret-place.ts';
import type { Text } from '../../shared/text.ts';
import { messages } from './settings-messages.ts';

/** Text that passes a test, or else is told what it must be. */
const textLike = (fits: (value: string) => boolean, text: Text) =>
  z.string().superRefine((value, context) => {
    if (!fits(value)) context.addIssue({ code: 'custom', params: { text } });
  });

const name = z.string().min(1);
const address = textLike(isAddress, messages.addressForm);
const tokenPath = textLike((value) => isPath(value, '{word}'), messages.pathForm);
const pathWith = (mark: string) =>
  textLike((value) => isPath(value, mark) && value.includes(mark), messages.pathWithForm(mark));
const field = textLike((value) => /^(\.|[^.]+(\.[^.]+)*)$/.test(value), messages.fieldForm);
const headerName = textLike((value) => /^[\w!#$%&'*+.^`|~-]+$/.test(value), messages.headerForm);
const scheme = textLike((value) => /^[\x21-\x7e]*$/.test(value), messages.schemeForm);

/** How a token is asked for, and how it goes with the calls that follow. */
const token = z.strictObject({
  /** Documented. */
  path: tokenPath.default('api/auth/{word}'),
  /** Both words are documented; which one applies when is unknown. */
  word: z.enum(['apitoken', 'token']).default('apitoken'),
  /** Documented. */
  keyParameter: name.default('ApplicationKey'),
  /** Inferred: where the token is in the answer. */
  field: field.default('token'),
  /** Inferred. */
  header: headerName.default('Authorization'),
  /** Inferred: word before the token; empty for the token alone. */
  scheme: scheme.default('Bearer'),
});

/** The saved list whose rows are read: its id, or its name and module. */
const list = z
  .strictObject({
    id: z.union([z.int(), z.string().regex(/^[\w-]+$/)]).optional(),
    name: name.optional(),
    /** Documented names; configuration items are in this one. */
    module: z
      .string()
      .regex(/^[A-Za-z]+$/)
      .default('Configurations'),
    /** Documented. */
    modulePath: pathWith('{module}').default('api/querylist/get/{module}'),
    /** Documented. */
    executePath: pathWith('{id}').default('api/query/execute/{id}'),
    /** Unknown: what is sent with the execution, such as the size of a page. */
    body: z.record(z.string(), z.json()).default({}),
  })
  .superRefine(({ id, name }, context) => {
    if ((id === undefined) === (name === undefined))
      context.addIssue({ code: 'custom', params: { text: messages.idOrName } });
  });

/** Where things are in the answers, all inferred: names with dots between them, `.` for the whole. */
const answer = z.strictObject({
  /** The lists of a module, and in each its id and name. */
  lists: field.default('.'),
  listId: field.default('id'),
  listName: field.default('name'),
  /** The rows of a list, in each row its cells, in each cell its value. */
  rows: field.default('.'),
  cells: field.default('.'),
  cell: field.default('.'),
  /** The columns, and in each its name, where cells have places instead of names; null where they have names. */
  headers: field.nullable().default(null),
  header: field.default('.'),
  /** How many rows the list has in all; null where the answer does not say. */
  total: field.nullable().default(null),
});

/** How to ask Octopus what it holds, by its undocumented REST API; block `octopusApi` of `bridge.yaml`. */
export const octopusApiSettings = z.strictObject({
  /** Unknown: as a rule the address of the web client. */
  url: address,
  applicationKey: secretSchema,
  /** PEM file of the authority that signed the server's certificate. */
  certificateAuthority: name.optional(),
  /** Longest time of one call, its answer included. */
  timeLimitSeconds: z.int().min(1).max(3600).default(60),
  /** Largest answer that is accepted. */
  maxMegabytes: z.int().min(1).max(256).default(64),
  token: token.prefault({}),
  list,
  /** Columns of that list; those left out are not compared. */
  columns: z.strictObject({ name, serial: name.optional(), type: name.optional() }),
  answer: answer.prefault({}),
});
export type OctopusApiSettings = z.infer<typeof octopusApiSettings>;

const loopback = /^(localhost|127(\.\d+){3}|\[::1\])$/;

/** https, or http on this machine; no account, question or fragment. */
function isAddress(value: string): boolean {
  if (!URL.canParse(value)) return false;
  const { protocol, hostname, username, password } = new URL(value);
  const safe = protocol === 'https:' || (protocol === 'http:' && loopback.test(hostname));
  return safe && username === '' && password === '' && !/[?#\s]/.test(value);
}

/** Steps of plain characters below the address, none of them `.` or `..`; `mark` stands for one word. */
function isPath(value: string, mark: string): boolean {
  const steps = value.replace(mark, 'x').replace(/^\//, '').split('/');
  return steps.every((step) => /^[\w.~-]+$/.test(step) && !/^\.+$/.test(step));
}
