import { join } from 'node:path';
import { packageRoot } from '../../shared/package-root.ts';
import { openSampleDatabase } from '../../shared/sample/database.ts';
import { defineSqlBridge } from '../../shared/sql/bridge.ts';
import type { SqlBridgeDefinition } from '../../shared/sql/definition.ts';
import { sqlServerSettings } from '../../shared/sql/settings.ts';
import { exclusions, messages } from './messages.ts';
import { normalize } from './normalize/normalize.ts';
import { people } from './people.ts';
import { identify } from './pick/about.ts';
import { judgePopulation } from './population.ts';
import { sections } from './record.ts';
import { ruleMessages } from './rule-messages.ts';
import { type SccmRules, sccmRules } from './rules.ts';
import { describeSite, type SccmSite } from './site.ts';

/** Folder of the embedded sample. */
export const sampleFolder = join(packageRoot, 'bridges', 'sccm', 'sample');

/** SCCM / MECM: the views of the site database, read-only. */
export const sccmDefinition: SqlBridgeDefinition<typeof sections, SccmRules, SccmSite> = {
  name: 'sccm',
  key: 'resourceId',
  sections,
  people: () => people,
  tellsSoftware: true,
  collections: { list: 'collection', members: 'collections' },
  usualDatabase: 'CM_XXX',
  siteSection: { name: 'site', required: true },
  // Stored accounts with their encrypted passwords, and BitLocker recovery keys.
  secretObjects: ['dbo.SC_UserAccount', 'dbo.RecoveryAndHardwareCore_Keys'],
  settings: sqlServerSettings,
  collect: messages.collect,
  rules: sccmRules,
  openSample: () => openSampleDatabase(sampleFolder),
  describeSite,
  exclusions,
  exclude: (record, _site, { population }) => judgePopulation(record, population),
  ruleWords: ruleMessages,
  normalize,
  identify,
};

export const sccm = defineSqlBridge(sccmDefinition);
