import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { sccmDefinition } from '../../bridges/sccm/index.ts';
import { extractSql, readQueryFiles } from '../../shared/extract/extract.ts';
import { PeopleFilter } from '../../shared/people/filter.ts';
import { readSampleCatalogue } from '../../shared/sample/catalogue.ts';
import { GeneratedFleet } from '../fakes/generated-fleet.ts';
import { sccmFleet } from '../fakes/sccm-fleet.ts';
import { sccm } from '../fakes/sql-bridge.ts';
import type { Extracted } from './stage-reading.ts';

/** A generated SCCM fleet, spooled into a folder of its own; no server, no driver. */
export function spooledFleet(devices: number, folder: string): Promise<Extracted> {
  const { sections, key, collect } = sccmDefinition;
  const views = [...readSampleCatalogue(sccm.sampleFolder)].map(
    ([view, columns]) =>
      [
        `dbo.${view}`.toLowerCase(),
        new Set([...columns.keys()].map((column) => column.toLowerCase())),
      ] as const,
  );
  const catalogue = new Map(views);
  return extractSql({
    sections,
    files: readQueryFiles('sccm', sections, null, (file) => file),
    key,
    people: new PeopleFilter('full', {}),
    unasked: [sccmDefinition.collections?.members ?? ''],
    source: new GeneratedFleet(devices, sccmFleet, catalogue),
    folder: mkdtempSync(join(folder, 'spools-')),
    catalogue,
    parameters: {},
    collect,
    progress: () => {},
    signal: new AbortController().signal,
  });
}
