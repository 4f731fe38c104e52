import { type LansweeperRecord, type Sections, sections } from '../../bridges/lansweeper/record.ts';
import { type LansweeperRules, lansweeperRules } from '../../bridges/lansweeper/rules.ts';
import { describeSite, type LansweeperSite } from '../../bridges/lansweeper/site.ts';
import { deviceRecord, type Overrides } from './device-record.ts';

const base = {
  name: 'PC-0001',
  typeName: 'Windows',
  typeCode: -1,
  stateName: 'Active',
  stateCode: 1,
  lastSeen: '2026-11-20T10:00:00',
};

/** A record of a Windows asset named PC-0001 about which nothing is known but what the test says. */
export const lansweeperRecord = (overrides: Overrides<Sections> = {}, key = 101): LansweeperRecord =>
  deviceRecord(sections, base, overrides, key);

/** The sections of such a record. */
export const lansweeperSections = (overrides: Overrides<Sections> = {}): Sections =>
  lansweeperRecord(overrides).sections;

/** A site with these rules, and with these labels of its custom fields. */
export function lansweeperSite(
  rules: Partial<LansweeperRules> = {},
  labels: Readonly<Record<string, string>> = {},
): LansweeperSite {
  const rows = Object.entries(labels).map(([name, label]) => ({ kind: 'customField', name, label }));
  return describeSite(rows, lansweeperRules.parse(rules)).site;
}
