import { join } from 'node:path';
import { packageRoot } from '../../shared/package-root.ts';
import { openSampleDatabase } from '../../shared/sample/database.ts';
import { defineSqlBridge } from '../../shared/sql/bridge.ts';
import type { SqlBridgeDefinition } from '../../shared/sql/definition.ts';
import { advise } from './advice.ts';
import { adaptQuery } from './base-view.ts';
import { messages } from './messages.ts';
import { normalize } from './normalize/normalize.ts';
import { peopleOf } from './people.ts';
import { identify } from './pick/about.ts';
import { exclusions, judgePopulation } from './population.ts';
import { sections } from './record.ts';
import { remarks } from './remarks.ts';
import { ruleMessages } from './rule-messages.ts';
import { type LansweeperRules, lansweeperRules } from './rules.ts';
import { type LansweeperSettings, lansweeperSettings } from './settings.ts';
import { describeSite, type LansweeperSite } from './site.ts';

/** Folder of the embedded sample. */
export const sampleFolder = join(packageRoot, 'bridges', 'lansweeper', 'sample');

/** Credentials, keys and passwords; encrypted, and no business of a reader. */
const secretObjects = [
  'dbo.tsysCredentials',
  'dbo.tsysDomainCredentials',
  'dbo.tsysApiKeys',
  'dbo.tsysASServers.SMTPPassword',
  'dbo.tsysASServers.proxyPassword',
  'dbo.tsysIPLocations.SharePassword',
  'dbo.tblSerialnumber.ProductKey',
];

/** LanSweeper: the tables of an on-premises installation, read-only. */
export const lansweeperDefinition: SqlBridgeDefinition<
  typeof sections,
  LansweeperRules,
  LansweeperSite,
  LansweeperSettings
> = {
  name: 'lansweeper',
  key: 'assetId',
  sections,
  people: peopleOf,
  tellsSoftware: true,
  usualDatabase: 'lansweeperdb',
  siteSection: { name: 'site', required: false },
  settings: lansweeperSettings,
  adapt: adaptQuery,
  secretObjects,
  collect: messages.collect,
  collectsByDefault: true,
  rules: lansweeperRules,
  openSample: () => openSampleDatabase(sampleFolder),
  describeSite,
  exclusions,
  exclude: (record, site, { population }) => judgePopulation(record, site, population),
  ruleWords: ruleMessages,
  normalize,
  identify,
  remarks,
  advise,
};

export const lansweeper = defineSqlBridge(lansweeperDefinition);
