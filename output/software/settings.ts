import { z } from 'zod';
import { legalSheetName, legalSourceName } from '../profile/legal-names.ts';

const name = z.string().min(1);
const sheet = name.refine(...legalSheetName);
const sourceName = name.refine(...legalSourceName);

/** Block `software` of a profile: what is installed, in a set of files of its own. */
export const softwareContent = z.strictObject({
  /** `list`: one row an installation. `ci`: programs as CI, and relations from the computers to them. */
  form: z.enum(['list', 'ci']),
  list: z.strictObject({
    sheet,
    sourceName,
    /** Value of `<Content>`; not documented, hence a setting. */
    content: name,
    headers: z.strictObject({ ci: name, name, version: name, publisher: name, installedOn: name }),
  }),
  ci: z.strictObject({
    sheet,
    sourceName,
    /** Name of the CI type of programs in Octopus. */
    type: name.max(100),
    /** What tells two programs apart: their names alone, or also their versions. */
    naming: z.enum(['name', 'nameAndVersion']),
    relations: z.strictObject({
      sheet,
      sourceName,
      /** Name of a relation type that exists in Octopus and is allowed between the two CI types. */
      relation: name,
      /** Which of the two stands in CI1: the computer, or the program. */
      first: z.enum(['this', 'other']),
    }),
  }),
});
export type SoftwareContent = z.infer<typeof softwareContent>;
