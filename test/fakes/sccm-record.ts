import { type SccmRecord, type Sections, sections } from '../../bridges/sccm/record.ts';
import { deviceRecord, type Overrides } from './device-record.ts';

/** A record of a client named PC-0001 about which nothing is known but what the test says. */
export const sccmRecord = (overrides: Overrides<Sections> = {}, key = 16777220): SccmRecord =>
  deviceRecord(sections, { netbiosName: 'PC-0001', client: true }, overrides, key);

/** The sections of such a record. */
export const sccmSections = (overrides: Overrides<Sections> = {}): Sections => sccmRecord(overrides).sections;
