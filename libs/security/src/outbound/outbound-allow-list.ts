import ipaddr from 'ipaddr.js';

/** Hosts and ranges that the operator named as targets on purpose, though they are private or speak plain HTTP. */
export class OutboundAllowList {
  private readonly hosts: ReadonlySet<string>;
  private readonly ranges: readonly [ipaddr.IPv4 | ipaddr.IPv6, number][];

  /** Entries are host names, addresses or ranges: `n8n.internal`, `10.0.0.5`, `fd00::/8`. */
  constructor(entries: readonly string[]) {
    const trimmed = entries.map((entry) => entry.trim().toLowerCase()).filter((entry) => entry !== '');
    this.ranges = trimmed.filter(isRange).map(rangeOf);
    this.hosts = new Set(trimmed.filter((entry) => !isRange(entry)).map((entry) => entry.replace(/\.$/, '')));
  }

  allowsHost(host: string): boolean {
    return this.hosts.has(host.toLowerCase().replace(/\.$/, '')) || this.allowsAddress(host);
  }

  allowsAddress(address: string): boolean {
    if (address.includes('%') || !ipaddr.isValid(address)) return false;
    const parsed = ipaddr.process(address);
    return this.ranges.some(([range, bits]) => parsed.kind() === range.kind() && parsed.match(range, bits));
  }
}

function isRange(entry: string): boolean {
  return ipaddr.isValid(entry) || ipaddr.isValidCIDR(entry);
}

function rangeOf(entry: string): [ipaddr.IPv4 | ipaddr.IPv6, number] {
  if (ipaddr.isValidCIDR(entry)) return ipaddr.parseCIDR(entry);
  const address = ipaddr.process(entry);
  return [address, address.kind() === 'ipv4' ? 32 : 128];
}
