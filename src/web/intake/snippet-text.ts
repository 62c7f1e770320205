/** The clients for which there is a sample; `browser` is for sources in web pages. */
export const clients = ['segment', 'rudder', 'curl', 'browser'] as const;
export type Client = (typeof clients)[number];

/** How each client calls itself. */
export const clientNames: Readonly<Record<Client, string>> = {
  segment: '@segment/analytics-node',
  rudder: 'RudderStack',
  curl: 'curl',
  browser: '@segment/analytics-next',
};

/** A sample that sends one first event to this house, ready to be run. */
export function snippet(client: Client, host: string, key: string): string {
  return samples[client](host, key);
}

const samples: Readonly<Record<Client, (host: string, key: string) => string>> = {
  segment: (host, key) => `// npm install @segment/analytics-node
import { Analytics } from '@segment/analytics-node';

const analytics = new Analytics({
  writeKey: '${key}',
  host: '${host}',
});

analytics.identify({
  userId: 'c-1001',
  traits: { name: 'Ana Ruiz', email: 'ana@example.org' },
});
analytics.track({
  userId: 'c-1001',
  event: 'Order Completed',
  properties: { order_id: 'o-1', currency: 'EUR', total: 41.2 },
});
await analytics.closeAndFlush();
`,
  rudder: (host, key) => `// npm install @rudderstack/rudder-sdk-node
import RudderAnalytics from '@rudderstack/rudder-sdk-node';

const analytics = new RudderAnalytics('${key}', {
  dataPlaneUrl: '${host}',
});

analytics.identify({
  userId: 'c-1001',
  traits: { name: 'Ana Ruiz', email: 'ana@example.org' },
});
analytics.track({
  userId: 'c-1001',
  event: 'Order Completed',
  properties: { order_id: 'o-1', currency: 'EUR', total: 41.2 },
});
analytics.flush();
`,
  curl: (host, key) => `curl ${host}/v1/track \\
  -u '${key}:' \\
  -H 'content-type: application/json' \\
  -d '{
    "userId": "c-1001",
    "event": "Order Completed",
    "messageId": "first-1",
    "properties": { "order_id": "o-1", "currency": "EUR", "total": 41.2 },
    "context": { "traits": { "name": "Ana Ruiz", "email": "ana@example.org" } }
  }'
`,
  browser: (host, key) => `// npm install @segment/analytics-next
import { AnalyticsBrowser } from '@segment/analytics-next';

export const analytics = AnalyticsBrowser.load(
  { writeKey: '${key}', cdnURL: '${host}' },
  { integrations: { 'Segment.io': { apiHost: '${host.replace(/^https?:\/\//, '')}/v1', protocol: '${host.startsWith('https') ? 'https' : 'http'}' } } },
);

analytics.page();
analytics.track('Product Viewed', { product_id: 'p-1', name: 'Green tariff' });
`,
};
