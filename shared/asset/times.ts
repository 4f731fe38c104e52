import { z } from 'zod';

/** A calendar day, `YYYY-MM-DD`. */
export const localDate = z.string().regex(/^\d{4}-\d\d-\d\d$/);

/**
 * A time, ISO 8601: with `Z` when the source states UTC, without a zone when it gives wall-clock time of a
 * place that it does not name (most SCCM inventory times). Only the day of the second kind may be published.
 */
export const moment = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,3})?Z?$/);
