import { resolve } from 'node:path';
import { ConfigError } from '../../shared/errors.ts';
import { messages } from '../messages.ts';

/**
 * The file that `--out` names, as an absolute path: a workbook or a CSV by its ending, a database as `sqlite:FILE`. Throws
 * `ConfigError` on anything else.
 */
export function fileOf(out: string): string {
  const database = /^sqlite:(.*)$/is.exec(out)?.[1];
  const path = database ?? out;
  const fits = database === undefined ? /\.(xlsx|csv)$/i : /\.(db|sqlite)$/i;
  if (fits.test(path)) return resolve(path);
  throw new ConfigError(messages.extensionUnknown(out), { hint: messages.extensionUnknownHint });
}
