import { onTestFinished } from 'vitest';
import { type Changes, openSite, type Site, sampleAnswer } from './sccm-site.ts';
import type { ServerOptions } from './tds/server.ts';

export { password, type Site } from './sccm-site.ts';

/** A site that is gone when the test ends; its server answers from the sample. */
export async function startSite(options: Partial<ServerOptions> = {}, changes: Changes = {}): Promise<Site> {
  const sample = await sampleAnswer();
  const site = await openSite({ answer: sample.answer, ...options }, changes);
  onTestFinished(async () => {
    await site.close();
    sample.close();
  });
  return site;
}
