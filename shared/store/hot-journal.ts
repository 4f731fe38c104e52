import { closeSync, fsyncSync, ftruncateSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';

const magic = Buffer.from('d9d505f920a163d7', 'hex');
const headerSize = 28;
/** Every so many bytes of a page count in its checksum. */
const checksumStep = 200;

/**
 * Takes back what a process wrote that died in the middle of a transaction, from the rollback journal beside the database
 * (sqlite.org/fileformat2.html, "The Rollback Journal"). SQLite does that itself, but not in this build: its lock is a
 * folder, and it takes its own for another process that is still at work. Nobody else may have the database open.
 */
export function takeBack(database: string): void {
  const path = `${database}-journal`;
  const journal = readIfThere(path);
  if (journal === null) return;
  const header = headerAt(journal, 0);
  if (header?.initialPages === 0) rmSync(database, { force: true });
  else if (header !== null) writeBack(database, journal, header);
  rmSync(path, { force: true });
}

interface Header {
  /** Pages that follow; 0 where the process died before any of them had to be on the disk. */
  readonly pages: number;
  readonly nonce: number;
  /** Size of the database when the transaction began. */
  readonly initialPages: number;
  readonly sectorSize: number;
  readonly pageSize: number;
}

/** Null where no transaction can have come as far as changing the database. */
function headerAt(journal: Buffer, at: number): Header | null {
  if (journal.length < at + headerSize || !journal.subarray(at, at + magic.length).equals(magic)) return null;
  const [pages, nonce, initialPages, sectorSize, pageSize] = [8, 12, 16, 20, 24].map((offset) =>
    journal.readUInt32BE(at + offset),
  );
  if (!pageSize || !sectorSize || nonce === undefined || pages === undefined || initialPages === undefined)
    return null;
  return { pages, nonce, initialPages, sectorSize, pageSize };
}

function writeBack(database: string, journal: Buffer, first: Header): void {
  const file = openSync(database, 'r+');
  try {
    for (const { number, content } of pagesOf(journal, first))
      writeSync(file, content, 0, content.length, (number - 1) * first.pageSize);
    ftruncateSync(file, first.initialPages * first.pageSize);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** The pages as they were, as far as the journal is whole: what follows had not yet changed in the database. */
function* pagesOf(
  journal: Buffer,
  { pageSize, sectorSize }: Header,
): Generator<{ number: number; content: Buffer }> {
  let at = 0;
  for (let header = headerAt(journal, at); header !== null; header = headerAt(journal, at)) {
    at += sectorSize;
    for (let count = 0; count < header.pages; count += 1) {
      const end = at + 4 + pageSize;
      if (end + 4 > journal.length) return;
      const content = journal.subarray(at + 4, end);
      const number = journal.readUInt32BE(at);
      if (number === 0 || checksum(content, header.nonce) !== journal.readUInt32BE(end)) return;
      yield { number, content };
      at = end + 4;
    }
    at = Math.ceil(at / sectorSize) * sectorSize;
  }
}

function checksum(content: Buffer, nonce: number): number {
  let sum = nonce;
  for (let at = content.length - checksumStep; at > 0; at -= checksumStep) sum += content[at] ?? 0;
  return sum >>> 0;
}

function readIfThere(path: string): Buffer | null {
  try {
    return readFileSync(path);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}
