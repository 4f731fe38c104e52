import { join } from 'node:path';
import type { ExtractRun, InstalledSoftware } from '../../../shared/bridge.ts';
import type { GraphSource } from '../../../shared/graph/source.ts';
import type { Cell } from '../../../shared/sql/source.ts';
import { assetKey } from '../normalize/identity.ts';
import { isPersonal } from '../population.ts';
import { id as readId, text } from '../readers.ts';
import { Unreadable } from '../record.ts';
import type { IntuneRules } from '../rules.ts';
import { readList } from './list.ts';
import { RowFile } from './row-file.ts';
import { settle } from './settle.ts';
import { DeviceSpool } from './spool.ts';

/** Of the thirteen columns of AppInvRawData those that are neither about people nor said elsewhere. */
const select = [
  'DeviceId',
  'ApplicationName',
  'ApplicationVersion',
  'ApplicationPublisher',
  'Platform',
] as const;

/**
 * What is installed on the devices of the population, from the report AppInvRawData, which is drained to the disk first.
 * Nothing of a device that belongs to a person, whatever the rules say of such devices. A row that repeats the one before
 * it is left out; one without a name or a listed device too. Rejects as an extraction does.
 */
export async function* readSoftware(
  source: GraphSource,
  rules: IntuneRules,
  run: ExtractRun,
): AsyncGenerator<InstalledSoftware> {
  const devices = await softwareDevices(source, rules, run);
  const file = new RowFile(join(run.folder, 'software.ndjson'));
  try {
    await source.report({ name: 'AppInvRawData', select }, file, run.signal);
  } finally {
    file.close();
  }
  let before = '';
  for await (const cells of file.rows()) {
    const line = JSON.stringify(cells);
    const software = line === before ? null : softwareOf(cells, devices);
    before = line;
    if (software) yield software;
  }
}

/** The devices of which software may be told, by id. */
async function softwareDevices(
  source: GraphSource,
  rules: IntuneRules,
  { folder, progress, signal }: ExtractRun,
): Promise<ReadonlySet<string>> {
  const spool = await DeviceSpool.create(folder, 'software.sqlite');
  try {
    await readList({ source, spool, rules, unreadable: new Unreadable(), progress, signal });
    settle(spool, rules);
    const ids = new Set<string>();
    for (const { id, list } of spool.kept()) if (!isPersonal(list)) ids.add(id);
    return ids;
  } finally {
    spool.close();
  }
}

function softwareOf(cells: readonly Cell[], devices: ReadonlySet<string>): InstalledSoftware | null {
  const [device = null, name = null, version = null, publisher = null, platform = null] = cells;
  const id = readId(device);
  const known = text(name);
  if (id === null || known === null || !devices.has(id)) return null;
  return {
    assetKey: assetKey(id),
    name: known,
    version: text(version),
    publisher: text(publisher),
    platform: text(platform),
  };
}
