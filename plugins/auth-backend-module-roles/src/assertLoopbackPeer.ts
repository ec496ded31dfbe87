import { BlockList, isIPv6 } from 'node:net';
import { NotAllowedError } from '@backstage/errors';

const loopback = new BlockList();
loopback.addSubnet('127.0.0.0', 8, 'ipv4');
loopback.addAddress('::1', 'ipv6');

const FORWARDING_HEADERS = ['forwarded', 'x-forwarded-for', 'x-real-ip'];

/** The part of a request that says where it came from. */
export interface Peer {
  socket: { remoteAddress?: string };
  headers: Record<string, string | string[] | undefined>;
}

/**
 * Refuses every request that did not come straight from this machine.
 *
 * The address is that of the socket: headers are whatever the sender says. A request with a
 * forwarding header came through a proxy, whose own loopback address says nothing about the sender,
 * so it is refused too.
 */
export function assertLoopbackPeer(peer: Peer): void {
  const address = peer.socket.remoteAddress;
  const isLoopback =
    address !== undefined &&
    loopback.check(address, isIPv6(address) ? 'ipv6' : 'ipv4');
  if (!isLoopback) {
    throw new NotAllowedError(
      `Sign-in by role answers this machine only, not the address ${
        address ?? 'of a closed connection'
      }`,
    );
  }
  const forwarded = FORWARDING_HEADERS.find(
    header => peer.headers[header] !== undefined,
  );
  if (forwarded) {
    throw new NotAllowedError(
      `Sign-in by role does not work through a proxy: the request carries the header ${forwarded}`,
    );
  }
}
