import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { lansweeperDefinition, sampleFolder as lansweeperSample } from '../../bridges/lansweeper/index.ts';
import { sccmDefinition, sampleFolder as sccmSample } from '../../bridges/sccm/index.ts';
import type { Bridge } from '../../shared/bridge.ts';
import { defineSqlBridge } from '../../shared/sql/bridge.ts';
import type { SqlSource } from '../../shared/sql/source.ts';
import type { ColumnTypes } from './tds/select-list.ts';

/** A SQL bridge as tests use it: its sample, and the bridge itself over any source. */
export interface TestedBridge {
  readonly name: string;
  readonly sampleFolder: string;
  /** Database of the pretended server. */
  readonly database: string;
  over(source: SqlSource): Bridge;
}

export const sccm: TestedBridge = {
  name: 'sccm',
  sampleFolder: sccmSample,
  database: 'CM_GH1',
  over: (source) => defineSqlBridge({ ...sccmDefinition, openSample: async () => source }),
};

export const lansweeper: TestedBridge = {
  name: 'lansweeper',
  sampleFolder: lansweeperSample,
  database: 'lansweeperdb',
  over: (source) => defineSqlBridge({ ...lansweeperDefinition, openSample: async () => source }),
};

/** The type of every column of a bridge's sample, by view. */
export const catalogueOf = ({ sampleFolder }: TestedBridge): ColumnTypes =>
  JSON.parse(readFileSync(join(sampleFolder, 'catalogue.json'), 'utf8'));
