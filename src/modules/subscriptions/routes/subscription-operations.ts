import type { AnyOperation } from '#modules/directory'
import { createSubscription, type SubscriptionNeeds } from './create-subscription.ts'
import {
  createSubscriptionConfirmation,
  createSubscriptionStop,
  listSubscriptions,
} from './own-subscriptions.ts'
import {
  createWebhook,
  createWebhookResumption,
  deleteWebhook,
  listWebhooks,
  type WebhookNeeds,
} from './webhooks.ts'

export function subscriptionOperations(needs: SubscriptionNeeds & WebhookNeeds): AnyOperation[] {
  return [
    createSubscription(needs) as AnyOperation,
    listSubscriptions(needs) as AnyOperation,
    createSubscriptionConfirmation(needs) as AnyOperation,
    createSubscriptionStop(needs) as AnyOperation,
    createWebhook(needs) as AnyOperation,
    listWebhooks(needs) as AnyOperation,
    createWebhookResumption(needs) as AnyOperation,
    deleteWebhook(needs) as AnyOperation,
  ]
}
