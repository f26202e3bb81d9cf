import { providerOf } from './provider-names.ts';

type NamedBy = {
  readonly aaguid: string;
  readonly attachment?: string;
  readonly transports: readonly string[];
};

/** The first name of a passkey: its provider, the kind of device, the date. People rename it later. */
export function passkeyName(of: NamedBy, now: number): string {
  const provider = providerOf(of.aaguid) ?? 'Passkey';
  const device = deviceOf(of);
  const date = new Date(now).toISOString().slice(0, 10);
  return device === undefined ? `${provider}, ${date}` : `${provider} ${device}, ${date}`;
}

/** The first row that holds says it; all of it is claimed by the browser. */
const devices: readonly (readonly [(of: NamedBy) => boolean, string])[] = [
  [({ attachment }) => attachment === 'platform', 'on this device'],
  [({ transports }) => transports.includes('hybrid') && !isPlugged(transports), 'on a phone'],
  [({ transports }) => isPlugged(transports), 'on a security key'],
  [({ transports }) => transports.includes('internal'), 'on this device'],
];

const isPlugged = (transports: readonly string[]): boolean =>
  transports.some((one) => one === 'usb' || one === 'nfc' || one === 'ble');

const deviceOf = (of: NamedBy): string | undefined => devices.find(([applies]) => applies(of))?.[1];
