import { z } from 'zod';
import { sqlServerSettings } from '../../shared/sql/settings.ts';
import type { Text } from '../../shared/text.ts';
import { settingsMessages as messages } from './settings-messages.ts';

/** A plain name: it goes into a query, in brackets, and nothing else may. */
const plainName = /^[\p{L}_][\p{L}\p{N}_]{0,127}$/u;

const localDatabase = /^\(localdb\)|localdb#/iu;
const compactFile = /\.sdf$/iu;

/** Block `sources.lansweeper`: a SQL Server, and where the list of assets comes from. */
export const lansweeperSettings = sqlServerSettings
  .extend({
    /** A report of the site, which the product keeps as a view: it decides which assets exist. */
    base: z
      .strictObject({
        view: z.string().superRefine((name, context) => {
          if (!plainName.test(name)) context.addIssue(issue(messages.viewName));
        }),
      })
      .optional(),
  })
  .superRefine(({ server, database, login }, context) => {
    if (compactFile.test(server) || compactFile.test(database)) {
      const at = compactFile.test(server) ? 'server' : 'database';
      context.addIssue({ ...issue(messages.compact), path: [at] });
    } else if (localDatabase.test(server) && login.kind !== 'windows') {
      context.addIssue({ ...issue(messages.localDb), path: ['server'] });
    } else if (localDatabase.test(server) && !/^\(localdb\)$/iu.test(server)) {
      context.addIssue({ ...issue(messages.localDbInstance), path: ['server'] });
    }
  });
export type LansweeperSettings = z.infer<typeof lansweeperSettings>;

const issue = (text: Text) => ({ code: 'custom', params: { text } }) as const;
