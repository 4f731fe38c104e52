import { sampleFolder } from '../../bridges/sccm/index.ts';
import { openSampleDatabase, type SampleDatabase } from '../../shared/sample/database.ts';

let opened: Promise<SampleDatabase> | undefined;

/** The sample, opened once for all tests of a file that only read it. */
export function sharedSample(): Promise<SampleDatabase> {
  opened ??= openSampleDatabase(sampleFolder);
  return opened;
}
