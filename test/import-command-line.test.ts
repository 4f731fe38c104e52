import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  argumentText,
  importArguments,
  pathsWithSpaces,
  windowsArgument,
  windowsQuoted,
} from '../output/import/command-line.ts';

/** Arguments out of a command line, as Windows programs read it: the rules of CommandLineToArgvW. */
function windowsArguments(line: string): string[] {
  const args: string[] = [];
  let arg: string | null = null;
  let quoted = false;
  for (let at = 0; at < line.length; at += 1) {
    const slashes = /^\\*/.exec(line.slice(at))?.[0].length ?? 0;
    if (slashes > 0 && line[at + slashes] === '"') {
      arg = (arg ?? '') + '\\'.repeat(Math.floor(slashes / 2));
      at += slashes;
      if (slashes % 2 === 1) arg += '"';
      else quoted = !quoted;
    } else if (line[at] === '"') {
      arg ??= '';
      quoted = !quoted;
    } else if (/[ \t]/.test(String(line[at])) && !quoted) {
      if (arg !== null) args.push(arg);
      arg = null;
    } else arg = (arg ?? '') + line[at];
  }
  return arg === null ? args : [...args, arg];
}

/** Text in which quotation marks, backslashes and spaces meet as often as they can. */
const awkward = fc.oneof(
  fc.string({ unit: fc.constantFrom('"', '\\', ' ', 'a', 'é', '&', '%', '^', ':', '/'), maxLength: 12 }),
  fc.string({ unit: 'grapheme', maxLength: 12 }).filter((text) => !/\p{Control}/u.test(text)),
);

describe('the command line of DataImporter', () => {
  const order = {
    login: 'svc_octopus',
    password: 'p w',
    team: 7,
    configPath: 'D:\\Mes imports\\assets.xml',
    logPath: 'D:\\Logs\\DataImporter.log',
    specificSource: null,
  };

  it('has the documented switches, spelled as documented, in order', () => {
    expect(importArguments(order).map(argumentText)).toEqual([
      '/Login:svc_octopus',
      '/Password:p w',
      '/ConfigFilePath:D:\\Mes imports\\assets.xml',
      '/Team:7',
      '/LogFilePath:D:\\Logs\\DataImporter.log',
    ]);
    const withSource = importArguments({ ...order, specificSource: 'Bridge SCCM' }).map(argumentText);
    expect(withSource.slice(5)).toEqual(['/SpecificSource:Bridge SCCM']);
  });

  it('names the paths that have spaces, and only those', () => {
    expect(pathsWithSpaces(importArguments(order))).toEqual(['/ConfigFilePath']);
  });

  it('puts quotation marks where the settings say', () => {
    const [, , config = { name: '', value: '' }, team = config] = importArguments(order);
    expect(windowsArgument(config, 'argument')).toBe('"/ConfigFilePath:D:\\Mes imports\\assets.xml"');
    expect(windowsArgument(config, 'value')).toBe('/ConfigFilePath:"D:\\Mes imports\\assets.xml"');
    for (const quoting of ['argument', 'value'] as const)
      expect(windowsArgument(team, quoting)).toBe('/Team:7');
  });

  it.each(['argument', 'value'] as const)('is read back as it was meant, with quoting: %s', (quoting) => {
    fc.assert(
      fc.property(awkward, awkward, awkward, (login, password, path) => {
        const args = importArguments({ ...order, login, password, configPath: path, specificSource: login });
        const line = ['C:\\Program Files\\Octopus\\x.exe'].map(windowsQuoted);
        line.push(...args.map((argument) => windowsArgument(argument, quoting)));
        expect(windowsArguments(line.join(' ')).slice(1)).toEqual(args.map(argumentText));
      }),
      { numRuns: 2_000 },
    );
  });
});
