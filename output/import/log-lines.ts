import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { decodeWindows1252 } from '../table/windows-1252.ts';

/** How the characters of a log stand in its bytes; `bytes` is UTF-8 or Windows-1252, line by line. */
export type LogEncoding = 'utf-16le' | 'utf-16be' | 'bytes';

/** Longer lines are cut: nobody reads them, and a file without line ends must not fill the memory. */
export const lineLimit = 16_384;
const lookBytes = 512;

/** The lines of a log from a byte on, whatever its encoding; rejects with the error of the file system. */
export async function* logLines(path: string, start: number): AsyncGenerator<string> {
  const encoding = logEncoding(await beginning(path));
  yield* linesOf(createReadStream(path, { start }), encoding);
}

async function beginning(path: string): Promise<Buffer> {
  const handle = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(lookBytes), 0, lookBytes, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

/** The encoding by the first bytes: a mark, or the zero bytes that Latin letters have in UTF-16. */
export function logEncoding(beginning: Buffer): LogEncoding {
  if (beginning[0] === 0xff && beginning[1] === 0xfe) return 'utf-16le';
  if (beginning[0] === 0xfe && beginning[1] === 0xff) return 'utf-16be';
  const zeros = { even: 0, odd: 0 };
  for (const [index, byte] of beginning.entries())
    if (byte === 0) zeros[index % 2 === 0 ? 'even' : 'odd'] += 1;
  if (zeros.even + zeros.odd <= beginning.length / 8) return 'bytes';
  return zeros.odd > zeros.even ? 'utf-16le' : 'utf-16be';
}

/** The lines in pieces of a file, without their line ends; an empty piece at the end is no line. */
export async function* linesOf(
  chunks: AsyncIterable<Buffer> | Iterable<Buffer>,
  encoding: LogEncoding,
): AsyncGenerator<string> {
  // As Latin-1, one unit a byte, until a line is whole: its end is the same byte in UTF-8 and Windows-1252.
  const decoder = encoding === 'bytes' ? null : new TextDecoder(encoding);
  let rest = '';
  for await (const chunk of chunks) {
    const text = decoder ? decoder.decode(chunk, { stream: true }) : chunk.toString('latin1');
    const lines = text.split('\n');
    for (const [index, piece] of lines.entries()) {
      if (rest.length < lineLimit) rest += piece.slice(0, lineLimit - rest.length);
      if (index === lines.length - 1) break;
      yield finished(rest, encoding);
      rest = '';
    }
  }
  rest += decoder?.decode() ?? '';
  if (rest !== '') yield finished(rest, encoding);
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** A line as text, without the byte order mark and the carriage return. */
function finished(line: string, encoding: LogEncoding): string {
  const text = encoding === 'bytes' ? ofBytes(line) : line;
  return text.replace(/^\ufeff/, '').replace(/\r$/, '');
}

/** UTF-8 where the bytes are that, else Windows-1252. */
function ofBytes(latin1: string): string {
  if (/^[\0-\x7f]*$/.test(latin1)) return latin1;
  try {
    return utf8.decode(Buffer.from(latin1, 'latin1'));
  } catch {
    return decodeWindows1252(latin1);
  }
}
