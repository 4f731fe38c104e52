import { crc32, createInflateRaw, type InflateRaw } from 'node:zlib';
import { ByteReader } from './zip-bytes.ts';
import { ZipFault } from './zip-fault.ts';
import { type Measured, readHeader, readRest, takeDescriptor, type ZipHeader } from './zip-format.ts';

/**
 * The bytes of the one CSV file that an archive holds, unpacked as they come; sizes beyond 4 GB are understood. Ends only
 * after the archive's own end and checksum were seen; throws `ZipFault` otherwise.
 */
export async function* unzipCsv(
  archive: AsyncIterable<Uint8Array>,
  mostBytes: number,
): AsyncGenerator<Buffer> {
  const bytes = new ByteReader(archive);
  try {
    const header = await readHeader(bytes);
    const start = bytes.position;
    let [size, crc] = [0, 0];
    for await (const chunk of header.deflated ? inflate(bytes) : bytes.exactly(header.packed)) {
      size += chunk.length;
      if (size > mostBytes) throw new ZipFault('too-big', `${size} bytes`);
      crc = crc32(chunk, crc);
      yield chunk;
    }
    await settle(bytes, header, { crc, packed: bytes.position - start, size });
    await readRest(bytes);
  } finally {
    bytes.close();
  }
}

/** Checks what was unpacked against what the archive says of it. */
async function settle(bytes: ByteReader, header: ZipHeader, { crc, packed, size }: Measured): Promise<void> {
  const agrees = header.described
    ? await takeDescriptor(bytes, { crc, packed, size })
    : header.crc === crc && header.packed === packed && header.size === size;
  if (!agrees) throw new ZipFault('damaged', 'checksum or size');
}

/** Unpacks to the end of the packed data, and leaves the reader just behind it. */
async function* inflate(bytes: ByteReader): AsyncGenerator<Buffer> {
  const unpacker = createInflateRaw({ chunkSize: 128 * 1024 });
  const fed = feed(bytes, unpacker).catch((error: unknown) => {
    unpacker.destroy(error instanceof Error ? error : new Error(String(error)));
    return null;
  });
  try {
    yield* unpacker;
    const unused = await fed;
    if (unused) bytes.putBack(unused);
  } catch (error) {
    throw error instanceof Error && 'errno' in error ? new ZipFault('damaged', error.message) : error;
  } finally {
    unpacker.destroy();
  }
}

/** Feeds chunk by chunk; what the unpacker did not want of the last one lies behind the packed data. */
async function feed(bytes: ByteReader, unpacker: InflateRaw): Promise<Buffer> {
  const over = new Promise<void>((resolve) => {
    unpacker.once('end', resolve);
    unpacker.once('close', resolve);
  });
  for (let fed = 0; ; ) {
    const chunk = await bytes.chunk();
    if (!chunk) throw new ZipFault('truncated', 'packed data');
    fed += chunk.length;
    await Promise.race([new Promise<void>((done) => unpacker.write(chunk, () => done())), over]);
    if (unpacker.destroyed || unpacker.bytesWritten < fed)
      return chunk.subarray(chunk.length - (fed - unpacker.bytesWritten));
  }
}
