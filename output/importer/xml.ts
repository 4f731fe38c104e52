import { SaxesParser } from 'saxes';
import { ConfigError, OutputError } from '../../shared/errors.ts';
import { messages } from '../messages.ts';

/** Child elements of a source, in the documented spelling, which DataImporter compares with case. */
export type Tags = readonly (readonly [name: string, value: string])[];

/** One `<Source>` of the importer configuration. */
export interface ImporterSource {
  /** Shown in Octopus for ever on what this source imported: never changed between runs. */
  readonly name: string;
  /** OLEDB connection string. */
  readonly connectionString: string;
  /** Sheet or file that holds the rows, in brackets. */
  readonly viewName: string;
  /** Kind of records, for example `CI`. */
  readonly content: string;
  readonly tags: Tags;
}

const sourceName = /^[A-Za-z0-9 _.-]+$/;

/** Checks a source name; throws `ConfigError`. */
export function checkSourceName(name: string): void {
  if (sourceName.test(name) && name.trim() === name) return;
  throw new ConfigError(messages.sourceNameRefused(name), { hint: messages.sourceNameHint });
}

/**
 * The importer configuration as bytes: 7-bit ASCII with character references, so that it reads the same whether
 * DataImporter takes it for UTF-8, as it declares, or for ANSI, as its article says.
 */
export function importerXml(sources: readonly ImporterSource[]): Buffer {
  const lines = ['<?xml version="1.0" encoding="utf-8" ?>', '<Sources>'];
  for (const source of sources) {
    checkSourceName(source.name);
    lines.push(`  <Source Name="${source.name}">`);
    for (const [tag, value] of children(source)) lines.push(`    <${tag}>${escaped(value)}</${tag}>`);
    lines.push('  </Source>');
  }
  return Buffer.from(`${[...lines, '</Sources>'].join('\r\n')}\r\n`, 'ascii');
}

const children = (source: ImporterSource): Tags => [
  ['ConnectionString', source.connectionString],
  ['ViewName', source.viewName],
  ['Content', source.content],
  ...source.tags,
];

/** Text of an element: markup, controls and all that is not ASCII as references. */
const escaped = (value: string): string =>
  value.replace(/[^\x20-\x7e]|[&<>]/gu, (character) => `&#${character.codePointAt(0)};`);

/**
 * Reads a configuration back: ASCII only, well-formed, and its sources, tags and values those that were meant, in
 * order. Throws `OutputError`.
 */
export function verifyImporterXml(bytes: Buffer, sources: readonly ImporterSource[], path: string): void {
  const meant = sources.map((source) => [source.name, ...children(source)]);
  try {
    if (bytes.some((byte) => byte > 126)) throw new RangeError('not ASCII');
    if (JSON.stringify(parseSources(bytes.toString('ascii'))) === JSON.stringify(meant)) return;
  } catch (cause) {
    throw new OutputError(messages.importerXmlDiffers(path), { hint: messages.readBackHint, cause });
  }
  throw new OutputError(messages.importerXmlDiffers(path), { hint: messages.readBackHint });
}

/** Name, rows and kind of each source of a configuration; throws when it is not XML. */
export function importerSources(bytes: Buffer): Omit<ImporterSource, 'tags'>[] {
  return parseSources(bytes.toString('utf8')).map(([name, ...tags]) => {
    const textOf = (tag: string) => tags.find((each) => each[0] === tag)?.[1] ?? '';
    return {
      name: String(name),
      connectionString: textOf('ConnectionString'),
      viewName: textOf('ViewName'),
      content: textOf('Content'),
    };
  });
}

type Parsed = (string | [tag: string, value: string])[];

function parseSources(xml: string): Parsed[] {
  const sources: Parsed[] = [];
  const parser = new SaxesParser();
  let depth = 0;
  let text = '';
  parser.on('opentag', ({ name, attributes }) => {
    depth += 1;
    text = '';
    if (depth === 1 && name !== 'Sources') throw new TypeError(`root is ${name}`);
    if (depth === 2) sources.push([name === 'Source' ? (attributes.Name ?? '') : '']);
  });
  parser.on('text', (part) => {
    text += part;
  });
  parser.on('closetag', ({ name }) => {
    if (depth === 3) sources.at(-1)?.push([name, text]);
    depth -= 1;
  });
  parser.write(xml).close();
  return sources;
}
