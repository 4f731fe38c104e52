import { mostBytes } from '../../shared/utf8.ts';

/** As many as the cells of a large workbook have in common; the writer's table ends there too. */
const mostFirst = 65_536;
const roomBytes = 1 << 20;
const lengthBytes = 4;
const halfCharacter = /\p{Surrogate}/u;

/**
 * The shared texts of a workbook by number. The first ones are texts, as many cells refer to them. The later ones, most of
 * which are of one cell, are bytes: as texts, a million of them fill the heap.
 */
export class SharedTexts {
  readonly #first: string[] = [];
  /** Later ones, each behind its length. */
  readonly #rooms: Buffer[] = [];
  #used = 0;
  #starts = new Uint32Array(mostFirst);
  #later = 0;
  /** Later ones that UTF-8 cannot tell, or that fit no room. */
  readonly #odd = new Map<number, string>();

  add(text: string): void {
    if (this.#first.length < mostFirst) {
      this.#first.push(text);
      return;
    }
    const most = lengthBytes + mostBytes(text);
    if (most > roomBytes || halfCharacter.test(text)) this.#odd.set(this.#later, text);
    else this.#place(text, this.#roomFor(most));
    this.#later += 1;
  }

  /** Undefined for a number that no text has. */
  at(index: number): string | undefined {
    const later = index - mostFirst;
    if (!(later >= 0 && later < this.#later)) return this.#first[index];
    const odd = this.#odd.get(later);
    if (odd !== undefined) return odd;
    const start = this.#starts[later] ?? 0;
    const room = this.#rooms[Math.floor(start / roomBytes)];
    const from = (start % roomBytes) + lengthBytes;
    return room?.toString('utf8', from, from + room.readUInt32LE(from - lengthBytes));
  }

  #roomFor(most: number): Buffer {
    const last = this.#rooms.at(-1);
    if (last && most <= roomBytes - this.#used) return last;
    const room = Buffer.allocUnsafe(roomBytes);
    this.#rooms.push(room);
    this.#used = 0;
    return room;
  }

  #place(text: string, room: Buffer): void {
    if (this.#later >= this.#starts.length) {
      const more = new Uint32Array(this.#later * 2);
      more.set(this.#starts);
      this.#starts = more;
    }
    this.#starts[this.#later] = (this.#rooms.length - 1) * roomBytes + this.#used;
    const length = room.write(text, this.#used + lengthBytes);
    room.writeUInt32LE(length, this.#used);
    this.#used += lengthBytes + length;
  }
}
