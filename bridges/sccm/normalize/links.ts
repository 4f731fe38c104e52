import type { Links } from '../../../shared/asset/links.ts';
import type { Part } from '../../../shared/asset.ts';
import { firstKnown } from '../../../shared/device/choice.ts';
import type { Sections } from '../record.ts';

/** Ties to other assets, by name. */
export function normalizeLinks(sections: Sections): Part<Links> {
  const virtualHost = firstKnown({
    system: sections.base.virtualHost,
    virtualMachine: sections.virtualMachine?.hostName,
  });
  const value = { virtualHost: virtualHost.value, relations: [] };
  return { value, rules: { 'links.virtualHost': virtualHost.rule } };
}
