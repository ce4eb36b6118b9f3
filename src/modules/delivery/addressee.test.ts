import assert from 'node:assert/strict'
import { test } from 'node:test'
import { kindOfDestination, organisationToldBy } from './addressee.ts'

const OFFERED = 'nl.lantaarn.assignment.offered.v1'
const DUTY = 'nl.lantaarn.duty.called.v1'

for (const [destination, type, organisation, kind] of [
  ['lichtwerk', OFFERED, 'lichtwerk', 'webhook'],
  ['lichtwerk', DUTY, 'lichtwerk', 'webhook'],
  ['open311/lichtwerk', OFFERED, 'lichtwerk', 'open311'],
  ['mail/lichtwerk', OFFERED, 'lichtwerk', 'email'],
  ['gathered/lichtwerk', OFFERED, 'lichtwerk', 'email'],
  ['mail/lichtwerk', 'nl.lantaarn.assignment.digest.v1', 'lichtwerk', 'email'],
  ['mail', 'nl.lantaarn.reporter.told.v1', undefined, 'email'],
  ['mail/subscribers', 'nl.lantaarn.subscription.news.v1', undefined, 'email'],
  ['mail/duty/anna', DUTY, undefined, 'email'],
  ['mail/passwords', 'nl.lantaarn.password.asked.v1', undefined, 'email'],
  ['subscription/0190a000', 'nl.lantaarn.subscription.change.v1', undefined, 'webhook'],
] as const)
  test(`${type} to ${destination} is for ${organisation ?? 'no party'}`, () => {
    assert.equal(organisationToldBy({ destination, type }), organisation)
    assert.equal(kindOfDestination(destination), kind)
  })
