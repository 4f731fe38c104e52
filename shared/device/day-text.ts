const isoForm = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?$/u;
const dayOrMonthFirst = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/u;

/** The day in a text; `2028-06-30` always, `30/06/2027` where only one order makes a date, null for `01/04/2027`. */
export function readDay(text: string | null | undefined): string | null {
  const value = (text ?? '').trim();
  const iso = isoForm.exec(value);
  if (iso) return dayFrom(iso[1], iso[2], iso[3]);
  const [, first, second, year] = dayOrMonthFirst.exec(value) ?? [];
  const french = dayFrom(year, second, first);
  const english = dayFrom(year, first, second);
  if (french !== null && english !== null && french !== english) return null;
  return french ?? english;
}

/** The day in a text of a program that always writes the month first: `07/14/2024`. */
export function readMonthFirst(text: string | null | undefined): string | null {
  const [, month, day, year] = dayOrMonthFirst.exec((text ?? '').trim()) ?? [];
  return dayFrom(year, month, day);
}

/** `YYYY-MM-DD` of a day that the calendar has. */
function dayFrom(
  year: string | undefined,
  month: string | undefined,
  day: string | undefined,
): string | null {
  if (year === undefined || month === undefined || day === undefined) return null;
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text) ? text : null;
}
