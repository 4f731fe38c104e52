import { openSampleDatabase, type SampleDatabase } from '../../shared/sample/database.ts';
import { sccm, type TestedBridge } from './sql-bridge.ts';

const opened = new Map<string, Promise<SampleDatabase>>();

/** The sample, opened once for all tests of a file that only read it. */
export function sharedSample({ name, sampleFolder }: TestedBridge = sccm): Promise<SampleDatabase> {
  const known = opened.get(name) ?? openSampleDatabase(sampleFolder);
  opened.set(name, known);
  return known;
}
