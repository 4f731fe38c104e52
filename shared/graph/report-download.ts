import { BridgeError, SourceError, TransientError } from '../errors.ts';
import type { RowSink } from '../sql/source.ts';
import { readBytes, readText } from './body.ts';
import { type Manner, withReply } from './exchange.ts';
import { Busy } from './persistence.ts';
import { busyHint, isPassing } from './refusal.ts';
import { messages } from './report-messages.ts';
import { CsvFault, readReportRows } from './report-rows.ts';
import { readRetryAfter } from './retry-after.ts';
import type { HttpReply, Send } from './send.ts';
import type { ReportRequest } from './source.ts';
import { unzipCsv } from './unzip.ts';
import { ZipFault } from './zip-fault.ts';

/** A report that only another job can mend. */
export class JobSpoiled extends SourceError {}

/** A report that is ready. */
export interface Download {
  readonly request: ReportRequest;
  /** Whoever has it can read the report: never sent on, never shown. */
  readonly url: string;
  readonly mostBytes: number;
}

/**
 * Reads a report from where Intune has put it into the sink; no token goes there. Rejects with `TransientError` when
 * reading once more may do, `JobSpoiled` when only another job may, and `SourceError` otherwise.
 */
export async function readDownload(
  send: Send,
  { request, url, mostBytes }: Download,
  sink: RowSink,
  manner: Manner,
  now: number,
): Promise<void> {
  const headers = { accept: '*/*', 'user-agent': 'octopus-bridge' };
  await withReply(send, { method: 'GET', url, headers }, manner, async (reply, reading) => {
    if (reply.status !== 200)
      throw downloadError(request, reading.subject, reply, await readText(reply, reading), now);
    try {
      await readReportRows(unzipCsv(readBytes(reply, reading), mostBytes), request, sink);
    } catch (error) {
      manner.signal.throwIfAborted();
      throw contentError(error, request, mostBytes);
    }
  });
}

function downloadError(
  { name }: ReportRequest,
  host: string,
  { status, headers }: HttpReply,
  text: string,
  now: number,
): SourceError {
  const code = /<Code>(\w{1,80})<\/Code>/.exec(text)?.[1] ?? headers['content-type'] ?? '';
  const said = messages.downloadRefused(name, host, status, code);
  const hint = messages.downloadHint;
  if (isPassing(status))
    return new Busy(said, busyHint(status), readRetryAfter(headers['retry-after'], now), false);
  // An address that has expired is answered so.
  return new (status === 403 || status === 404 || status === 410 ? JobSpoiled : SourceError)(said, { hint });
}

/** What is wrong with the bytes that came. */
function contentError(error: unknown, { name }: ReportRequest, mostBytes: number): unknown {
  if (error instanceof BridgeError) return error;
  const because = { hint: messages.downloadHint, cause: error };
  if (error instanceof CsvFault) return new TransientError(messages.spoiled(name, error.message), because);
  if (!(error instanceof ZipFault)) return error;
  if (error.kind === 'foreign') return new JobSpoiled(messages.notAReport(name, error.message), because);
  if (error.kind !== 'too-big') return new TransientError(messages.spoiled(name, error.message), because);
  const text = messages.tooBig(name, mostBytes / 1e9);
  return new SourceError(text, { hint: messages.tooBigHint, cause: error });
}
