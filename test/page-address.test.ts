import assert from 'node:assert/strict'
import { it } from 'node:test'
import { pageAddress } from '../web/app/page-address.ts'

it('is the address of the page, also where only its data is asked for', () => {
  for (const [asked, page] of [
    ['/GM9801/desk/today', '/GM9801/desk/today'],
    ['/GM9801/desk/today?need=late', '/GM9801/desk/today?need=late'],
    ['/GM9801/desk/today.data', '/GM9801/desk/today'],
    [
      '/GM9801/desk/cases.data?q=een+lamp&_routes=routes%2Fdesk%2Fcases',
      '/GM9801/desk/cases?q=een+lamp',
    ],
    ['/GM9801/desk/today.data?_routes=root', '/GM9801/desk/today'],
    ['/_.data', '/'],
    ['/_root.data', '/'],
    ['/GM9801/_.data', '/GM9801/'],
  ] as const)
    assert.equal(pageAddress(new URL(asked, 'https://lantaarn.example')), page, asked)
})
