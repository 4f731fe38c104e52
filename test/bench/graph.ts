import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { realClock } from '../../shared/graph/clock.ts';
import { openGraph } from '../../shared/graph/open.ts';
import { graphSettings } from '../../shared/graph/settings.ts';
import { Secrets } from '../../shared/secret.ts';
import { clientSecret } from '../fakes/graph/application.ts';
import { settingsFor } from '../fakes/graph/client.ts';
import { keepResults } from './results.ts';

/** Most memory that reading may take, whatever the size of the tenant. */
const mostMegabytes = 300;
const rows = Number(process.argv[2] ?? 12_000_000);
const devices = Number(process.argv[3] ?? 100_000);
/** What one call to Graph takes. */
const milliseconds = 20;
const write = (text: string) => void process.stdout.write(text);

const child = fork(fileURLToPath(new URL('graph-server.js', import.meta.url)), [
  String(devices),
  String(rows),
  String(milliseconds),
]);
const [server] = await once(child, 'message');
const settings = graphSettings.parse(settingsFor(server));
const source = openGraph(settings, new Secrets({ GRAPH_SECRET: clientSecret }), '.', realClock);
const { signal } = new AbortController();

const list = await timed(async () => {
  let count = 0;
  const sink = {
    items: (page: readonly unknown[]) => {
      count += page.length;
    },
    restart: () => {},
  };
  await source.list('/v1.0/deviceManagement/managedDevices?$select=id,deviceName', sink, signal);
  return count;
});
const report = await timed(async () => {
  let count = 0;
  const sink = {
    columns: () => {},
    row: () => {
      count += 1;
    },
    restart: () => {},
  };
  const select = ['DeviceId', 'ApplicationName', 'ApplicationPublisher', 'ApplicationVersion'];
  await source.report({ name: 'AppInvRawData', select }, sink, signal);
  return count;
});
await source.close();
child.disconnect();

const megabytes = Math.round(process.resourceUsage().maxRSS / 1024);
const { archive, bytes } = server;
const [packed, unpacked] = [archive, bytes].map((size: number) => (size / 1e6).toFixed(0));
write(`${list.count} devices by pages, ${milliseconds} ms a call: ${list.seconds.toFixed(1)} s\n`);
write(
  `${report.count} rows of a report (${packed} MB packed, ${unpacked} MB): ${report.seconds.toFixed(1)} s, `,
);
write(`${Math.round(report.count / report.seconds / 1000)} thousand rows/s\n`);
write(`most memory of the process: ${megabytes} MB, at most ${mostMegabytes} are allowed\n`);
keepResults('graph', { list, report, server, megabytes });
process.exitCode = list.count === devices && report.count === rows && megabytes <= mostMegabytes ? 0 : 1;

async function timed(work: () => Promise<number>) {
  const start = performance.now();
  const count = await work();
  return { count, seconds: (performance.now() - start) / 1000 };
}
