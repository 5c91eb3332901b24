/**
 * Which machines the platform may call on somebody's word: public ones, and the private networks an operator names.
 * Everything else (this machine, the office network, cloud metadata) is out of reach for an address a person typed.
 */
import { BlockList, isIP, isIPv4 } from 'node:net';

/** Ranges of the IANA special-purpose registries that are nobody's public server. */
const reserved: readonly (readonly [network: string, prefix: number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
  ['::', 128],
  ['::1', 128],
  ['100::', 64],
  ['2001::', 23],
  ['2001:db8::', 32],
  ['3fff::', 20],
  ['5f00::', 16],
  ['fc00::', 7],
  ['fe80::', 10],
  ['fec0::', 10],
  ['ff00::', 8],
  // Addresses that carry an IPv4 address of any kind inside: translation and tunnels.
  ['64:ff9b::', 96],
  ['64:ff9b:1::', 48],
  ['2002::', 16],
];

function listOf(networks: readonly (readonly [string, number])[]): BlockList {
  const list = new BlockList();
  for (const [network, prefix] of networks) {
    list.addSubnet(network, prefix, isIPv4(network) ? 'ipv4' : 'ipv6');
  }
  return list;
}

const reservedList = listOf(reserved);

/** Reads `10.1.0.0/16` or a single address; undefined for anything else. */
export function readNetwork(text: string): readonly [network: string, prefix: number] | undefined {
  const [address = '', prefixText] = text.trim().split('/');
  const version = isIP(address);
  if (version === 0) return undefined;
  const most = version === 4 ? 32 : 128;
  const prefix = prefixText === undefined ? most : Number(prefixText);
  return Number.isInteger(prefix) && prefix >= 0 && prefix <= most ? [address, prefix] : undefined;
}

/** IPv4 inside an IPv4-mapped IPv6 address (`::ffff:127.0.0.1`); other addresses as they are. */
function unmapped(address: string): string {
  const dotted = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (dotted !== undefined) return dotted;
  const hex = /^::ffff:([0-9a-f]{1,4}):([0-9a-f]{1,4})$/i.exec(address);
  if (hex === null) return address;
  const [high, low] = [Number.parseInt(hex[1] ?? '', 16), Number.parseInt(hex[2] ?? '', 16)];
  return [high >> 8, high & 255, low >> 8, low & 255].join('.');
}

/** Tells of an address whether the platform may call it. */
export type AddressGuard = (ipAddress: string) => boolean;

/** A guard that lets public addresses pass, and those of the named networks (`127.0.0.0/8`). */
export function guardAddresses(allowedNetworks: readonly string[] = []): AddressGuard {
  const allowed = listOf(
    allowedNetworks.flatMap((text) => {
      const network = readNetwork(text);
      return network === undefined ? [] : [network];
    }),
  );
  return (ipAddress) => {
    const address = unmapped(ipAddress);
    const version = isIP(address);
    if (version === 0) return false;
    const family = version === 4 ? 'ipv4' : 'ipv6';
    return allowed.check(address, family) || !reservedList.check(address, family);
  };
}
