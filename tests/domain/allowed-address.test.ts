import { expect, it } from 'vitest'
import { readAllowedAddress } from '../../src/domain/allowed-address.ts'

it.each([
  ['news.internal', 'news.internal', null],
  ['News.Internal:8080', 'news.internal', 8080],
  ['localhost:80', 'localhost', 80],
  ['rss_bridge', 'rss_bridge', null],
  ['127.0.0.1:8081', '127.0.0.1', 8081],
  ['::1', '::1', null],
  ['[::1]', '::1', null],
  ['[::1]:8080', '::1', 8080],
  ['FD00:0:0::A', 'fd00::a', null],
  ['münchen.example', 'xn--mnchen-3ya.example', null],
])('reads %s', (entry, host, port) => {
  expect(readAllowedAddress(entry)).toEqual({ kind: 'host', host, port })
})

it.each([
  ['10.0.0.0/8', '10.0.0.0', 8],
  ['fd00::/8', 'fd00::', 8],
  ['::/0', '::', 0],
])('reads the range %s', (entry, network, bits) => {
  expect(readAllowedAddress(entry)).toEqual({ kind: 'range', network, bits })
})

it.each([
  'http://news.internal',
  'news.internal/path',
  'user@news.internal',
  '*.internal',
  'news.internal:0',
  'news.internal:70000',
  'news.internal:http',
  '[::1',
  '::1]',
  '[::1]8080',
  '[news.internal]',
  '1.2.3.4.5',
  '300.0.0.0/8',
  '10.0.0.0/33',
  '10.0.0/8',
  'fd00::/129',
  'news.internal/8',
  'fe80::1%eth0',
  '',
])('takes for nothing: %s', (entry) => {
  expect(readAllowedAddress(entry)).toBeNull()
})
