import type { ExtractRun, InstalledSoftware, SoftwareReading } from '../bridge.ts';
import { watched } from '../extract/extract.ts';
import { text } from '../extract/readers.ts';
import { RowShape } from '../extract/row-shape.ts';
import { many } from '../extract/section.ts';
import { type Spool, SpoolWriter, spoolRows } from '../extract/spool.ts';
import type { PeopleFilter } from '../people/filter.ts';
import { withoutPeople } from '../people/row-sink.ts';
import type { QueryFile } from './query-file.ts';
import { planQuery, type Surroundings } from './query-plan.ts';
import type { RetryingSource } from './retrying-source.ts';

/**
 * What `queries/<bridge>/software.sql` returns besides the key. Unlike the others it needs no order: sorting millions of
 * rows is no work for a database that is not ours.
 */
export const softwareSection = many('software', {
  name: text,
  version: text,
  publisher: text,
  installed: text,
});

/** Where the section is read from. */
export interface SoftwareRequest extends Omit<Surroundings, 'catalogue'> {
  readonly file: QueryFile;
  /** Column that names the device. */
  readonly key: string;
  readonly people: PeopleFilter;
  readonly source: RetryingSource;
}

/** Drains the section into a spool; without its view it is empty, with a notice. Rejects as an extraction does. */
export async function readSoftware(
  { file, key, people, source, ...surroundings }: SoftwareRequest,
  { folder, progress, signal }: ExtractRun,
): Promise<SoftwareReading> {
  const catalogue = await source.catalogue(signal);
  const { query, notices } = planQuery(file, softwareSection.required, { catalogue, ...surroundings });
  if (!query) return { rows: null, retries: 0, installed: noRows, notices: () => notices };
  const writer = new SpoolWriter(file, key, folder, 'any');
  try {
    const sink = withoutPeople(people, softwareSection, key, watched(writer, file, progress));
    await source.read(query, sink, signal);
    const spool = writer.finish();
    const shape = new RowShape(softwareSection, spool);
    return {
      rows: spool.rowCount,
      retries: source.notices.length,
      installed: () => installed(spool, shape),
      notices: () => [...notices, ...source.notices, ...shape.notices()],
    };
  } finally {
    writer.close();
  }
}

async function* noRows(): AsyncGenerator<InstalledSoftware> {}

async function* installed(spool: Spool, shape: RowShape): AsyncGenerator<InstalledSoftware> {
  for (const cells of spoolRows(spool)) {
    const { name, version, publisher, installed: day } = shape.read(cells, {});
    yield {
      sourceId: String(cells[spool.keyAt]),
      name: known(name),
      version: known(version),
      publisher: known(publisher),
      installed: known(day),
    };
  }
}

/** A text that the shape has read. */
const known = (value: unknown): string | null => (typeof value === 'string' ? value : null);
