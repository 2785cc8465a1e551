import { UnlimitedBudget } from '@app/budget/unlimited-budget.js';
import type { ProviderRegistration } from '../provider-registration.js';
import { feedUserAgent } from '../upstream/feed-user-agent.js';
import { FeedClient } from '../upstream/feed.client.js';
import { MET_NORWAY } from './met-norway.descriptor.js';
import { MetNorwayProvider } from './met-norway.provider.js';

/** MET Norway, if `ALERT_FEEDS` names it. It is free, so it has no budget. */
export const metNorwayRegistration: ProviderRegistration = {
  descriptor: MET_NORWAY,
  create: ({ config: { alertFeeds, alertFeedsContact, metNorwayUrl: url }, clients }) => {
    if (!alertFeeds.includes(MET_NORWAY.name)) return undefined;
    const upstream = clients.create(MET_NORWAY.name, new UnlimitedBudget());
    return new MetNorwayProvider(
      new FeedClient(upstream, { url, userAgent: feedUserAgent(alertFeedsContact) }),
    );
  },
};
