import type { Encoder } from './cell.ts';
import { day1900, ticksPerDay, ticksPerSecond, wallClock } from './moments.ts';

/** The day alone. */
export const date: Encoder = (out, value) => {
  out.u8(3).unsigned(wallClock(value).day, 3);
};

/** Days since 1900 and three-hundredths of a second. */
export const datetime: Encoder = (out, value) => {
  const { day, ticks } = wallClock(value);
  const parts = Math.round((ticks * 300) / ticksPerSecond);
  const nextDay = parts === 86_400 * 300;
  const days = day - day1900 + (nextDay ? 1 : 0);
  if (days < -53_690) throw new RangeError('datetime begins in 1753');
  out
    .u8(8)
    .signed(days, 4)
    .u32(nextDay ? 0 : parts);
};

/** Days since 1900 and minutes. */
export const smallDatetime: Encoder = (out, value) => {
  const { day, ticks } = wallClock(value);
  const minutes = Math.round(ticks / (60 * ticksPerSecond));
  const nextDay = minutes === 1440;
  out
    .u8(4)
    .u16(day - day1900 + (nextDay ? 1 : 0))
    .u16(nextDay ? 0 : minutes);
};

/** The time in units of the scale, then the day. */
export function datetime2(scale: number): Encoder {
  const timeBytes = scale <= 2 ? 3 : scale <= 4 ? 4 : 5;
  const unit = ticksPerSecond / 10 ** scale;
  return (out, value) => {
    const { day, ticks } = wallClock(value);
    const time = Math.round(ticks / unit);
    const nextDay = time * unit === ticksPerDay;
    out
      .u8(timeBytes + 3)
      .unsigned(nextDay ? 0 : time, timeBytes)
      .unsigned(day + (nextDay ? 1 : 0), 3);
  };
}
