import { UnlimitedBudget } from '@app/budget/unlimited-budget.js';
import type { ProviderRegistration } from '../provider-registration.js';
import { feedUserAgent } from '../upstream/feed-user-agent.js';
import { FeedClient } from '../upstream/feed.client.js';
import { NWS } from './nws.descriptor.js';
import { NwsProvider } from './nws.provider.js';

/** The NWS, if `ALERT_FEEDS` names it. It is free, so it has no budget. */
export const nwsRegistration: ProviderRegistration = {
  descriptor: NWS,
  create: ({ config: { alertFeeds, alertFeedsContact, nwsUrl: url }, clients }) => {
    if (!alertFeeds.includes(NWS.name)) return undefined;
    const upstream = clients.create(NWS.name, new UnlimitedBudget());
    return new NwsProvider(
      new FeedClient(upstream, { url, userAgent: feedUserAgent(alertFeedsContact) }),
    );
  },
};
