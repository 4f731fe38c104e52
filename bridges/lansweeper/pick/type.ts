import type { Choice } from '../../../shared/asset.ts';
import { remembered } from '../../../shared/device/remembered.ts';
import { type TypeMeaning, windowsType } from '../meanings.ts';
import type { Sections } from '../record.ts';
import type { LansweeperSite } from '../site.ts';

/** What the type of the asset means, by its name: numbers are a site's own, but for the one of Windows. */
export const pickType = remembered(
  (sections: Sections, { types }: LansweeperSite): Choice<TypeMeaning | null> => {
    const { base } = sections;
    const meaning = types(typeName(sections));
    if (meaning !== null) return { value: meaning, rule: 'type' };
    if (base.typeName === null && base.typeCode === windowsType)
      return { value: 'byRole', rule: 'windowsNumber' };
    return { value: null, rule: 'unknownType' };
  },
);

/** The type in the source's own word; `(999)` where there is only its number. */
export function typeName({ base }: Sections): string | null {
  if (base.typeName !== null || base.typeCode === null) return base.typeName;
  return `(${base.typeCode})`;
}
