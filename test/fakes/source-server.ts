import { onTestFinished } from 'vitest';
import { type Changes, openSite, type Site, sampleAnswer } from './source-site.ts';
import { sccm, type TestedBridge } from './sql-bridge.ts';
import type { ServerOptions } from './tds/server.ts';

export { password, type Site } from './source-site.ts';

/** A site that is gone when the test ends; its server answers from the sample. */
export async function startSite(
  options: Partial<ServerOptions> = {},
  changes: Changes = {},
  bridge: TestedBridge = sccm,
): Promise<Site> {
  const sample = await sampleAnswer(bridge);
  const site = await openSite({ answer: sample.answer, ...options }, changes, bridge);
  onTestFinished(async () => {
    await site.close();
    sample.close();
  });
  return site;
}
