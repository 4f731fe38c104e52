import type { Text } from '../../shared/text.ts';
import type { ExclusionReason } from './population.ts';

/** Why a device does not become an asset. */
export const exclusions: Readonly<Record<ExclusionReason, Text>> = {
  personal: { fr: 'personnels', en: 'personal' },
  defenderOnly: { fr: 'connus de Defender seul', en: 'known to Defender only' },
  tenantAttached: { fr: 'connus de SCCM seul', en: 'known to SCCM only' },
};

/** What the Intune bridge says. */
export const messages = {
  title: { fr: 'Microsoft Intune', en: 'Microsoft Intune' },
} as const;
