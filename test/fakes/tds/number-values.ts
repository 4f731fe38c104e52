import type { Encoder, Value } from './cell.ts';
import { decimalBytes } from './type-info.ts';

/** Two's complement; tinyint alone is unsigned. */
export function integer(width: 1 | 2 | 4 | 8): Encoder {
  if (width === 8) return (out, value) => out.u8(8).i64(BigInt(numeric(value)));
  if (width === 1) return (out, value) => out.u8(1).u8(whole(value));
  return (out, value) => out.u8(width).signed(whole(value), width);
}

/** IEEE 754; SQL Server has neither NaN nor infinities. */
export function float(width: 4 | 8): Encoder {
  if (width === 4) return (out, value) => out.u8(4).float(finite(value));
  return (out, value) => out.u8(8).double(finite(value));
}

/** A bit is a truth value or the number 0 or 1. */
export const bit: Encoder = (out, value) => {
  if (value !== true && value !== false && value !== 0 && value !== 1)
    throw new TypeError(`not a bit: ${value}`);
  out.u8(1).u8(Number(value));
};

/** Ten-thousandths; the eight-byte form has its high half first. */
export function money(width: 4 | 8): Encoder {
  return (out, value) => {
    const units = scaled(value, 4);
    out.u8(width);
    if (width === 4) out.signed(Number(units), 4);
    else out.signed(Number(units >> 32n), 4).u32(Number(units & 0xffffffffn));
  };
}

/** A sign and the magnitude in units of the scale. */
export function decimal(precision: number, scale: number): Encoder {
  const length = decimalBytes(precision);
  return (out, value) => {
    const units = scaled(value, scale);
    let magnitude = units < 0n ? -units : units;
    if (magnitude >= 10n ** BigInt(precision)) throw new RangeError(`${value} has too many digits`);
    out.u8(length).u8(units < 0n ? 0 : 1);
    for (let byte = 1; byte < length; byte++, magnitude >>= 8n) out.u8(Number(magnitude & 0xffn));
  };
}

function numeric(value: NonNullable<Value>): string | number | bigint {
  if (typeof value === 'number' || typeof value === 'bigint' || typeof value === 'string') return value;
  throw new TypeError(`not a number: ${value}`);
}

function finite(value: NonNullable<Value>): number {
  const number = Number(numeric(value));
  if (!Number.isFinite(number)) throw new TypeError(`not a number: ${value}`);
  return number;
}

function whole(value: NonNullable<Value>): number {
  const number = finite(value);
  if (!Number.isSafeInteger(number)) throw new TypeError(`not a whole number: ${value}`);
  return number;
}

const decimalText = /^(-?)(\d+)(?:\.(\d+))?$/;

/** A decimal number as a whole number of its smallest units; digits past the scale are cut. */
function scaled(value: NonNullable<Value>, scale: number): bigint {
  const text = typeof value === 'number' ? finite(value).toFixed(scale) : String(numeric(value));
  const found = decimalText.exec(text);
  if (!found) throw new TypeError(`not a decimal number: ${text}`);
  const [, sign, before, after] = found;
  const units = BigInt(before + (after ?? '').slice(0, scale).padEnd(scale, '0'));
  return sign === '-' ? -units : units;
}
