import assert from 'node:assert/strict';
import { test } from 'node:test';
import { networkBeyond, networkOf } from './address.ts';

test('an IPv4 address counts as itself, however it is written', () => {
  const forms = ['203.0.113.7', '203.0.113.7:5555', '::ffff:203.0.113.7', '::FFFF:cb00:7107', '[::ffff:cb00:7107]:443'];
  for (const form of forms) assert.equal(networkOf(form), '203.0.113.7', form);
  assert.notEqual(networkOf('::ffff:203.0.113.7'), networkOf('::ffff:198.51.100.9'));
});

test('an IPv6 address counts as its /64, however it is written', () => {
  const forms = ['2001:db8:0:1::5', '2001:DB8::1:0:0:0:6', '[2001:db8:0:1::7]:443', '[2001:db8:0:1::8]'];
  for (const form of forms) assert.equal(networkOf(form), '2001:db8:0:1', form);
  assert.equal(networkOf('fe80::1%eth0'), networkOf('fe80::2'));
  assert.notEqual(networkOf('2001:db8:0:2::5'), '2001:db8:0:1');
});

test('what is no address counts as none', () => {
  for (const text of ['', 'unknown', '_hidden', '203.0.113', '[203', '2001:db8', ':1'])
    assert.equal(networkOf(text), undefined);
});

test('this machine, by every form of its address, is no network beyond it', () => {
  for (const address of ['127.0.0.1', '127.0.0.2', '::1', '::ffff:127.0.0.1', '']) {
    assert.equal(networkBeyond(address), undefined);
  }
  assert.equal(networkBeyond('203.0.113.7'), '203.0.113.7');
  assert.equal(networkBeyond('::ffff:203.0.113.7'), '203.0.113.7');
  assert.equal(networkBeyond('::'), '0:0:0:0');
});
