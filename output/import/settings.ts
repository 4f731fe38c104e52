import { z } from 'zod';
import { secretSchema } from '../../shared/secret-place.ts';
import { connectionTemplate, defaultConnectionStrings } from '../importer/connection-string.ts';
import { type CounterName, defaultPatterns } from './default-patterns.ts';
import { messages } from './messages.ts';

/** A regular expression, without regard to case. */
const pattern = z.string().transform((source, context) => {
  const compiled = source === '' ? null : compile(source);
  if (compiled) return compiled;
  context.addIssue({ code: 'custom', params: { text: messages.patternWrong } });
  return z.NEVER;
});
const patterns = z.array(pattern);
/** One whose first group is a number. */
const counting = pattern.superRefine((compiled, context) => {
  const groups = (compile(`${compiled.source}|`)?.exec('')?.length ?? 0) - 1;
  if (groups < 1) context.addIssue({ code: 'custom', params: { text: messages.patternWithoutGroup } });
});
const counter = (name: CounterName) => z.array(counting).default(defaultPatterns.counters[name]);
function compile(source: string): RegExp | null {
  try {
    return new RegExp(source, 'iu');
  } catch {
    return null;
  }
}

/** Text on a command line: a control character would end it, or end the program's patience. */
const argument = z.string().regex(/^\P{Control}+$/u);

/** How lines of the log are understood; each list replaces the default one. */
const patternSettings = z.strictObject({
  /** Lines that report an error. */
  error: patterns.default(defaultPatterns.error),
  /** Parts of lines in which the words of `error` mean nothing, such as `0 errors`. */
  harmless: patterns.default(defaultPatterns.harmless),
  /** Lines worth telling that are no error. */
  warning: patterns.default(defaultPatterns.warning),
  /** Lines that prove a complete import. Once given here, a log without such a line is a failure. */
  success: patterns.min(1).optional(),
  /** Lines that open the part of a source when they hold its name too. */
  source: patterns.default(defaultPatterns.source),
  /** Numbers of a source; the first group of a pattern is the number. */
  counters: z
    .strictObject({
      processed: counter('processed'),
      added: counter('added'),
      modified: counter('modified'),
      ignored: counter('ignored'),
      inError: counter('inError'),
    })
    .prefault({}),
});

/** Block `dataImporter` of `bridge.yaml`. An extraction needs none of it, an import the first four of the program. */
export const dataImporterSettings = z.strictObject({
  /** Folder of the published files as DataImporter sees it, when that is not their folder here. */
  folder: z.string().min(1).optional(),
  /** How it connects to rows that are in a database; `<file>` stands for the path of the file. */
  connectionStrings: z
    .strictObject({ sqlite: connectionTemplate('file').default(defaultConnectionStrings.sqlite) })
    .prefault({}),
  /** `ESI.Octopus.DataImporterApp.exe`; its folder decides which Octopus environment is written. */
  program: z.string().min(1).optional(),
  /** Octopus login of the system account: `/Login`. */
  login: argument.optional(),
  /** Its password: `/Password`. */
  password: secretSchema.optional(),
  /** Number of the Octopus team: `/Team`. */
  team: z.int().positive().optional(),
  /** One source of the XML file, by name: `/SpecificSource`. */
  specificSource: argument.optional(),
  /** Where quotation marks go when a value has spaces: around the whole argument, or around its value. */
  quoting: z.enum(['argument', 'value']).default('argument'),
  /** Minutes after which DataImporter is stopped. */
  timeLimitMinutes: z.number().positive().max(1440).default(120),
  log: z
    .strictObject({
      /** Folder for its log: `/LogFilePath`. By default one of the run, removed when the run ends. */
      folder: z.string().min(1).optional(),
      /** Beginning of the log's name; DataImporter adds the time. */
      prefix: z
        .string()
        .regex(/^[A-Za-z0-9_-]+$/)
        .default('DataImporter'),
      /** Seconds that the log may come after the end of the program. */
      waitSeconds: z.number().min(0).max(600).default(15),
    })
    .prefault({}),
  patterns: patternSettings.prefault({}),
});
export type DataImporterSettings = z.infer<typeof dataImporterSettings>;
export type LogPatterns = DataImporterSettings['patterns'];
