import { readQueryFile } from '../../shared/sql/query-file.ts';
import { bareDrain, siteSettings } from './bare-drain.ts';
import { sectionsOf } from './encoded-fleet.ts';
import { rawDrain } from './raw-drain.ts';

/**
 * Reads every query of SCCM and keeps nothing, in a process of its own: `drain.js WAY PORT ENCRYPTION`. WAY is `raw`, which
 * only counts bytes, or `mssql`, the bare driver in stream mode. Prints what it counted.
 */
const [way = '', port = '', encryption = ''] = process.argv.slice(2);
const queries = sectionsOf('sccm').map((section) => readQueryFile('sccm', section, null).text);
const settings = siteSettings(Number(port), encryption === 'none' ? 'none' : 'required');
const count = way === 'raw' ? await rawDrain(Number(port), queries) : await bareDrain(settings, queries);
process.stdout.write(`${count}\n`);
