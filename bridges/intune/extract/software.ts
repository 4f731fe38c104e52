import { join } from 'node:path';
import type { ExtractRun, InstalledSoftware, SoftwareReading } from '../../../shared/bridge.ts';
import type { GraphSource } from '../../../shared/graph/source.ts';
import type { PeopleFilter } from '../../../shared/people/filter.ts';
import type { Cell } from '../../../shared/sql/source.ts';
import { isPersonal } from '../population.ts';
import { id as readId, text } from '../readers.ts';
import { Unreadable } from '../record.ts';
import type { IntuneRules } from '../rules.ts';
import { readList } from './list.ts';
import { RowFile } from './row-file.ts';
import { DeviceSpool } from './spool.ts';

/** Of the thirteen columns of AppInvRawData those that are neither about people nor said elsewhere. */
const select = ['DeviceId', 'ApplicationName', 'ApplicationVersion', 'ApplicationPublisher'] as const;
const progressEvery = 5_000;

/**
 * What is installed, from the report AppInvRawData, which is drained to the disk. A device that belongs to a person,
 * whatever the rules say of such devices, is never told, nor one that is not of the population. Rejects as an extraction
 * does.
 */
export async function readSoftware(
  source: GraphSource,
  rules: IntuneRules,
  people: PeopleFilter,
  run: ExtractRun,
): Promise<SoftwareReading> {
  const devices = await softwareDevices(source, rules, people, run);
  const file = new RowFile(join(run.folder, 'software.ndjson'));
  let rows = 0;
  const sink = {
    columns: () => {},
    row: (cells: readonly Cell[]) => {
      file.row(cells);
      rows += 1;
      if (rows % progressEvery === 0) run.progress({ step: 'read', subject: 'AppInvRawData', count: rows });
    },
    restart: () => {
      file.restart();
      rows = 0;
    },
  };
  try {
    await source.report({ name: 'AppInvRawData', select }, sink, run.signal);
  } finally {
    file.close();
  }
  async function* installed(): AsyncGenerator<InstalledSoftware> {
    for await (const cells of file.rows()) yield softwareOf(cells, devices);
  }
  return { rows, retries: source.retries, installed, notices: () => source.notices() };
}

/** The devices of which software may be told, by id. */
async function softwareDevices(
  source: GraphSource,
  rules: IntuneRules,
  people: PeopleFilter,
  { folder, progress, signal }: ExtractRun,
): Promise<ReadonlySet<string>> {
  const spool = await DeviceSpool.create(folder, 'software.sqlite');
  try {
    await readList({ source, spool, rules, people, unreadable: new Unreadable(), progress, signal });
    const ids = new Set<string>();
    for (const { id, list } of spool.kept()) if (!isPersonal(list)) ids.add(id);
    return ids;
  } finally {
    spool.close();
  }
}

function softwareOf(cells: readonly Cell[], devices: ReadonlySet<string>): InstalledSoftware {
  const [device = null, name = null, version = null, publisher = null] = cells;
  const id = readId(device);
  return {
    sourceId: id !== null && devices.has(id) ? id : null,
    name: text(name),
    version: text(version),
    publisher: text(publisher),
    installed: null,
  };
}
