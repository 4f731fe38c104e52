import { ConfigError } from '../shared/errors.ts';
import { confirmRenames, pendingRenames } from '../shared/identity/confirm.ts';
import { dayOf } from '../shared/instant.ts';
import type { RenamesArguments } from './commands/renames.ts';
import { decide } from './decision.ts';
import { messages } from './decision-messages.ts';
import type { Terminal } from './terminal.ts';

/** Shows the names that are held, or confirms that their CI were renamed in Octopus. Contacts nothing. */
export async function renames(asked: RenamesArguments, terminal: Terminal): Promise<void> {
  const { action, source, names = [], all, json } = asked;
  const { language } = terminal;
  if (action === 'confirm' && !all && names.length === 0)
    throw new ConfigError(messages.namesMissing, { hint: messages.namesMissingHint(source) });
  await decide('renames', asked, terminal, ({ store, decided }) => {
    if (action === 'list') {
      const held = pendingRenames(store.database, source);
      if (json) terminal.print(JSON.stringify({ source, held }));
      else if (held.length === 0) terminal.tell(messages.noneHeld(source));
      else
        for (const { former, name, since } of held)
          terminal.print(messages.heldName(former, name, dayOf(since))[language]);
      return null;
    }
    const confirmed = confirmRenames(store, source, all ? null : names, decided);
    if (json) terminal.print(JSON.stringify({ source, confirmed }));
    else for (const { former, name } of confirmed) terminal.print(messages.confirmed(former, name)[language]);
    return confirmed.length;
  });
}
