import { assertLoopbackPeer } from './assertLoopbackPeer';

const peer = (
  remoteAddress?: string,
  headers: Record<string, string> = {},
) => ({
  socket: { remoteAddress },
  headers,
});

describe('assertLoopbackPeer', () => {
  it.each(['127.0.0.1', '127.8.9.10', '::1', '::ffff:127.0.0.1'])(
    'lets %s pass',
    address => {
      expect(() => assertLoopbackPeer(peer(address))).not.toThrow();
    },
  );

  it.each([
    '10.0.0.7',
    '192.168.1.20',
    '128.0.0.1',
    '0.0.0.0',
    '::',
    'fe80::1',
    '2001:db8::1',
    '::ffff:10.0.0.7',
  ])('refuses %s', address => {
    expect(() => assertLoopbackPeer(peer(address))).toThrow(
      `Sign-in by role answers this machine only, not the address ${address}`,
    );
  });

  it('refuses a connection without an address', () => {
    expect(() => assertLoopbackPeer(peer())).toThrow(
      'not the address of a closed connection',
    );
  });

  it('does not believe a header that claims loopback', () => {
    expect(() =>
      assertLoopbackPeer(peer('10.0.0.7', { 'x-forwarded-for': '127.0.0.1' })),
    ).toThrow('not the address 10.0.0.7');
  });

  it.each(['forwarded', 'x-forwarded-for', 'x-real-ip'])(
    'refuses what a proxy on this machine passes on with %s',
    header => {
      expect(() =>
        assertLoopbackPeer(peer('127.0.0.1', { [header]: '127.0.0.1' })),
      ).toThrow(`the request carries the header ${header}`);
    },
  );
});
