import ipaddr from 'ipaddr.js';

/** The global unicast range of IPv6: everything else is for special uses, or not given out. */
const GLOBAL_UNICAST = ipaddr.IPv6.parseCIDR('2000::/3');
/** Public by its number, but what answers there is the host of the machine: Azure's platform service. */
const PLATFORM = new Set(['168.63.129.16']);

/**
 * Whether an address is one of the public internet. Everything else is refused: private, loopback, link-local (cloud metadata),
 * shared (CGNAT), multicast, unspecified, reserved and documentation ranges, and IPv6 that carries an IPv4 address (mapped,
 * NAT64, 6to4, Teredo), unless it is mapped and the carried address is public.
 */
export function isPublicAddress(address: string): boolean {
  // A zone names a local interface: no public address needs one.
  if (address.includes('%') || !ipaddr.isValid(address)) return false;
  const parsed = ipaddr.process(address);
  if (parsed.range() !== 'unicast') return false;
  return parsed instanceof ipaddr.IPv4 ? !PLATFORM.has(parsed.toString()) : parsed.match(GLOBAL_UNICAST);
}
