import { expect, test } from 'vitest';
import { isPrivateNetwork, networkOf } from './network-address.ts';

test.each([
  ['203.0.113.9', '203.0.113.9'],
  ['::ffff:203.0.113.9', '203.0.113.9'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
  ['2001:DB8:0001:2::6', '2001:db8:1:2'],
  ['2001:db8::6', '2001:db8:0:0'],
  ['fe80::1%eth0', 'fe80:0:0:0'],
  ['::1', '0:0:0:0'],
])('%s counts as %s', (address, network) => expect(networkOf(address)).toBe(network));

test.each(['127.0.0.1', '10.1.2.3', '172.16.0.1', '172.31.9.9', '192.168.1.1', '::1', 'fd00::1', 'fe80::1'])(
  '%s is private',
  (address) => expect(isPrivateNetwork(networkOf(address))).toBe(true),
);
test.each(['203.0.113.9', '172.32.0.1', '11.0.0.1', '2001:db8::1'])('%s is public', (address) =>
  expect(isPrivateNetwork(networkOf(address))).toBe(false),
);
