import type { Choice } from '../../../shared/asset.ts';
import { firstKnown } from '../../../shared/device/choice.ts';
import { guid } from '../../../shared/device/guid.ts';
import { remembered } from '../../../shared/device/remembered.ts';
import type { SccmRecord, Sections } from '../record.ts';

/** The site that was read; ResourceID is unique inside its hierarchy only. */
export interface Site {
  readonly siteCode: string | null;
}

/** The client GUID in upper case without its `GUID:` prefix. */
export const pickClientId = remembered(
  (sections: Sections): Choice<string | null> =>
    firstKnown({
      system: clientGuid(sections.base.clientId),
      inventorySystem: clientGuid(sections.inventorySystem?.clientId),
    }),
);

/** The name of the asset for ever: client GUID, else site code and ResourceID. */
export function pickKey(record: SccmRecord, site: Site): Choice<string> {
  const clientId = pickClientId(record.sections).value;
  if (clientId !== null) return { value: `sccm:${clientId}`, rule: 'clientId' };
  if (site.siteCode !== null)
    return { value: `sccm:${site.siteCode}:${record.key}`, rule: 'siteAndResource' };
  return { value: `sccm:${record.key}`, rule: 'resource' };
}

const clientGuid = (text: string | null | undefined): string | null => guid(text?.replace(/^GUID:/iu, ''));
