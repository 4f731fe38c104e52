import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { ConfigError } from '../errors.ts';
import { messages } from './messages.ts';

/** The SQL Server type of every column, by view. */
export type SampleCatalogue = ReadonlyMap<string, ReadonlyMap<string, string>>;

const catalogueFile = z.record(z.string(), z.record(z.string(), z.string()));

/** Reads `catalogue.json` of a sample folder: the views that a site has, with all their columns. Throws `ConfigError`. */
export function readSampleCatalogue(folder: string): SampleCatalogue {
  const path = join(folder, 'catalogue.json');
  try {
    const views = catalogueFile.parse(JSON.parse(readFileSync(path, 'utf8')));
    return new Map(Object.entries(views).map(([view, columns]) => [view, new Map(Object.entries(columns))]));
  } catch (cause) {
    throw new ConfigError(messages.catalogueInvalid(path), { hint: messages.sampleHint, cause });
  }
}
