import { ConfigError } from '../shared/errors.ts';
import { type Retired, retiredOf, revive } from '../shared/identity/revive.ts';
import type { ReviveArguments } from './commands/revive.ts';
import { decide } from './decision.ts';
import { messages } from './decision-messages.ts';
import type { Terminal } from './terminal.ts';

/** Ends the retirement of a device, or shows those that are retired. Contacts nothing. */
export async function reviveDevice(asked: ReviveArguments, terminal: Terminal): Promise<void> {
  const { source, device, list, json } = asked;
  if (!list && device === undefined)
    throw new ConfigError(messages.deviceMissing, { hint: messages.deviceMissingHint(source) });
  await decide('revive', asked, terminal, ({ store, decided }) => {
    const isDecision = !list && device !== undefined;
    const devices = isDecision ? revive(store, source, device, decided) : retiredOf(store.database, source);
    if (json) terminal.print(JSON.stringify({ source, [isDecision ? 'revived' : 'retired']: devices }));
    else show(devices, isDecision, source, terminal);
    return isDecision ? devices.length : null;
  });
}

function show(devices: readonly Retired[], isDecision: boolean, source: string, terminal: Terminal): void {
  const { language } = terminal;
  for (const { name, key, since, absentOn, expiresOn } of devices)
    terminal.print(
      (isDecision ? messages.revived(name) : messages.retired(name, key, since, absentOn, expiresOn))[
        language
      ],
    );
  if (isDecision) terminal.tell(messages.revivedNext);
  else if (devices.length === 0) terminal.tell(messages.noneRetired(source));
}
