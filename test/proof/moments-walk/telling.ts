import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** Asks a verb as whoever is signed in on a page. */
export async function post(page: Page, origin: string, path: string, data: object): Promise<Record<string, unknown>> {
  const came = await page.context().request.post(`${origin}/api/v1/${path}`, { data, headers: { origin } });
  expect(came.status(), await came.text()).toBe(200);
  return came.json();
}

/** Sends a batch as the company's telephone does. */
async function send(origin: string, key: string, batch: readonly object[]): Promise<void> {
  const came = await fetch(`${origin}/v1/batch`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `Basic ${Buffer.from(`${key}:`).toString('base64')}`,
    },
    body: JSON.stringify({ batch }),
  });
  expect(came.status).toBe(200);
}

const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();

/** Somebody called six minutes ago, and (where marks are given) rated the call by himself. */
export async function tellCall(
  origin: string,
  key: string,
  who: { readonly user: string; readonly email: string; readonly name: string },
  marks?: Readonly<Record<string, number>>,
): Promise<void> {
  const { user, email, name } = who;
  const place = {
    touchpoint: 'call-centre',
    department: 'customer-service',
    channel: 'phone',
    conversation_id: `call ${user}`,
  };
  const call = { ...place, wait_seconds: 40, duration_seconds: 300, outcome: 'answered' };
  const track = (event: string, properties: object, minutes: number) => ({
    ...{ type: 'track', event, userId: user, properties },
    messageId: `${event} ${user}`,
    timestamp: minutesAgo(minutes),
  });
  await send(origin, key, [
    {
      type: 'identify',
      userId: user,
      messageId: `who ${user}`,
      timestamp: minutesAgo(7),
      traits: { email, name, language: 'es' },
    },
    track('Call Ended', call, 6),
    ...(marks === undefined ? [] : [track('Moment Rated', { ...place, by: 'customer', ...marks }, 4)]),
  ]);
}

/** He says of another contact that it was good. */
export async function tellGood(origin: string, key: string, user: string, number: number): Promise<void> {
  const properties = { by: 'customer', emotional: 5, conversation_id: `good ${number}`, touchpoint: 'shop-counter' };
  await send(origin, key, [
    {
      type: 'track',
      event: 'Moment Rated',
      userId: user,
      messageId: `good ${number}`,
      timestamp: minutesAgo(0),
      properties,
    },
  ]);
}
