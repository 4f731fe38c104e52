import type { DataImporterSettings } from './settings.ts';

/** One argument of DataImporter: `/Name:value`. */
export interface Argument {
  readonly name: string;
  readonly value: string;
  /** The value is a path that its documentation advises to keep free of spaces. */
  readonly isPath?: boolean;
}

/** What an import tells DataImporter. */
export interface ImportOrder {
  readonly login: string;
  readonly password: string;
  readonly team: number;
  /** The XML configuration as DataImporter sees it. */
  readonly configPath: string;
  /** Path of the log, into whose name DataImporter puts the time. */
  readonly logPath: string;
  readonly specificSource: string | null;
}

/** The arguments in the documented spelling. The password stands among them: it has no other way in. */
export function importArguments(order: ImportOrder): Argument[] {
  return [
    { name: 'Login', value: order.login },
    { name: 'Password', value: order.password },
    { name: 'ConfigFilePath', value: order.configPath, isPath: true },
    { name: 'Team', value: String(order.team) },
    { name: 'LogFilePath', value: order.logPath, isPath: true },
    ...(order.specificSource === null ? [] : [{ name: 'SpecificSource', value: order.specificSource }]),
  ];
}

/** An argument as a program receives it. */
export const argumentText = ({ name, value }: Argument): string => `/${name}:${value}`;

/** The names of the paths that have spaces, as they are on the command line. */
export const pathsWithSpaces = (args: readonly Argument[]): string[] =>
  args.filter(({ isPath, value }) => isPath && /\s/.test(value)).map(({ name }) => `/${name}`);

/** An argument as it stands in a Windows command line. */
export function windowsArgument(argument: Argument, quoting: DataImporterSettings['quoting']): string {
  if (quoting === 'argument') return windowsQuoted(argumentText(argument));
  return `/${argument.name}:${windowsQuoted(argument.value)}`;
}

/**
 * A text that Windows programs read back as it is: between quotation marks when it has a space or one of those, which
 * a backslash then escapes, as it does the backslashes right before one.
 */
export function windowsQuoted(text: string): string {
  if (text !== '' && !/[\s"]/.test(text)) return text;
  return `"${text.replace(/(\\*)"/g, '$1$1\\"').replace(/(\\+)$/, '$1$1')}"`;
}
