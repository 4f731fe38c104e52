import { flag, integer, moment, number, text } from '../../../shared/extract/readers.ts';
import { many, one } from '../../../shared/extract/section.ts';

/** Network: every platform, and what answers SNMP. */
export const networkSections = {
  macs: many('mac-address', { mac: text }),
  ipLocation: one('ip-location', { name: text }),
  snmpInterfaces: many('snmp-interface', {
    interfaceIndex: integer,
    name: text,
    description: text,
    mac: text,
    address: text,
    mask: text,
    gateway: text,
  }),
  /** Where the asset is plugged in: ports of switches that see one of its MACs, uplinks left out. */
  switchPorts: many('switch-port', {
    switchId: integer,
    switchName: text,
    interfaceIndex: integer,
    port: text,
    interfaceName: text,
    mac: text,
    online: flag,
    lastSeen: moment,
  }),
  toners: many('toner', { number: integer, name: text, color: text, maximum: number, remaining: number }),
} as const;
