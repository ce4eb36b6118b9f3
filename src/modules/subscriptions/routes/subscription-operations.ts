import type { AnyOperation } from '#modules/directory'
import { createSubscription, type SubscriptionNeeds } from './create-subscription.ts'
import {
  createSubscriptionConfirmation,
  createSubscriptionStop,
  listSubscriptions,
} from './own-subscriptions.ts'

export function subscriptionOperations(needs: SubscriptionNeeds): AnyOperation[] {
  return [
    createSubscription(needs) as AnyOperation,
    listSubscriptions(needs) as AnyOperation,
    createSubscriptionConfirmation(needs) as AnyOperation,
    createSubscriptionStop(needs) as AnyOperation,
  ]
}
