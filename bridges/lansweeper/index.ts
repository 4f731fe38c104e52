import { join } from 'node:path';
import { packageRoot } from '../../shared/package-root.ts';
import { openSampleDatabase } from '../../shared/sample/database.ts';
import { defineSqlBridge } from '../../shared/sql/bridge.ts';
import type { SqlBridgeDefinition } from '../../shared/sql/definition.ts';
import { sqlServerSettings } from '../../shared/sql/settings.ts';
import { messages } from './messages.ts';
import { normalize } from './normalize/normalize.ts';
import { exclusions, judgePopulation } from './population.ts';
import { sections } from './record.ts';
import { type LansweeperRules, lansweeperRules } from './rules.ts';
import { describeSite, type LansweeperSite } from './site.ts';

/** Folder of the embedded sample. */
export const sampleFolder = join(packageRoot, 'bridges', 'lansweeper', 'sample');

/** LanSweeper: the tables of an on-premises installation, read-only. */
export const lansweeperDefinition: SqlBridgeDefinition<typeof sections, LansweeperRules, LansweeperSite> = {
  name: 'lansweeper',
  key: 'assetId',
  sections,
  siteSection: { name: 'site', required: false },
  settings: sqlServerSettings,
  collect: messages.collect,
  rules: lansweeperRules,
  openSample: () => openSampleDatabase(sampleFolder),
  describeSite,
  exclusions,
  exclude: (record, site, { population }) => judgePopulation(record, site, population),
  normalize,
};

export const lansweeper = defineSqlBridge(lansweeperDefinition);
