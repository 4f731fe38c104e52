import { ConfigError } from '../../shared/errors.ts';
import { messages } from './messages.ts';
import type { Profile } from './profile.ts';

/**
 * Whether a profile can retire a device that is absent. Throws `ConfigError` on one that has no status or day for it, or
 * that has DataImporter retire whatever is missing.
 */
export function checkRetires({ name, retirement, ci }: Profile): void {
  const fills = (field: string) => ci.columns.some((column) => column.field === field);
  if (!retirement || !fills('status') || !fills('retirementDate'))
    throw new ConfigError(messages.cannotRetire(name), { hint: messages.cannotRetireHint });
  if (ci.tags.ManageCIRetirement)
    throw new ConfigError(messages.retiresTwice(name), { hint: messages.retiresTwiceHint });
}
