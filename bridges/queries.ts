import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileFailure } from '../output/file-failure.ts';
import { ConfigError } from '../shared/errors.ts';
import { packageRoot } from '../shared/package-root.ts';
import { readQueryFile } from '../shared/sql/query-file.ts';
import type { Text } from '../shared/text.ts';
import type { QueriesArguments } from './commands/queries.ts';
import { configFileName } from './config.ts';
import { messages } from './queries-messages.ts';
import type { Terminal } from './terminal.ts';

/** Lists, shows, copies or checks the queries of a source. Contacts nothing, and reads no configuration. */
export function queries(asked: QueriesArguments, terminal: Terminal): void {
  const site = dirname(resolve(asked.config ?? configFileName));
  const sections = sectionsIn(join(packageRoot, 'queries', asked.source));
  if (sections.length === 0)
    throw new ConfigError(messages.noQueries(asked.source), { hint: messages.noQueriesHint });
  if (asked.section !== undefined && !sections.includes(asked.section))
    throw unknown(asked.section, sections);
  const say = (text: Text) => terminal.print(text[terminal.language]);
  if (asked.action === 'list') list(asked.source, sections, site, say);
  else if (asked.action === 'check') check(asked.source, sections, site, say);
  else {
    const section = needed(asked, sections);
    if (asked.action === 'show') terminal.print(readQueryFile(asked.source, section, site).text.trimEnd());
    else say(messages.copied(copy(asked.source, section, site)));
  }
}

const sectionsIn = (folder: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => name.endsWith('.sql'))
        .map((name) => name.slice(0, -'.sql'.length))
        .sort()
    : [];

function unknown(section: string, sections: readonly string[]): ConfigError {
  return new ConfigError(messages.sectionUnknown(section), { hint: messages.sections(sections) });
}

function needed({ action, section }: QueriesArguments, sections: readonly string[]): string {
  if (section !== undefined) return section;
  throw new ConfigError(messages.sectionMissing(action), { hint: messages.sections(sections) });
}

function list(source: string, sections: readonly string[], site: string, say: (text: Text) => void): void {
  const width = Math.max(...sections.map(({ length }) => length));
  for (const section of sections) {
    const { origin, path } = readQueryFile(source, section, site);
    say(messages.listed(section.padEnd(width), origin, path));
  }
}

/** Every query of the site is one reading statement and answers a section that there is. */
function check(source: string, sections: readonly string[], site: string, say: (text: Text) => void): void {
  const own = sectionsIn(join(site, 'queries', source));
  const stray = own.find((section) => !sections.includes(section));
  if (stray !== undefined) throw unknown(stray, sections);
  for (const section of sections) readQueryFile(source, section, site);
  say(messages.checked(sections.length, own.length));
}

/** Copies the shipped query beside `bridge.yaml`; never over a copy that is there. Returns its path. */
function copy(source: string, section: string, site: string): string {
  const path = join(site, 'queries', source, `${section}.sql`);
  if (existsSync(path)) throw new ConfigError(messages.copyExists(path), { hint: messages.copyExistsHint });
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, readQueryFile(source, section, null).text, { flag: 'wx' });
  } catch (error) {
    throw fileFailure(error, path);
  }
  return path;
}
