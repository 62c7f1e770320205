import { createHash } from 'node:crypto';
import pg from 'pg';
import { z } from 'zod';

/** What the ledger says of one message. */
export interface Sent {
  readonly seal: string;
  readonly acked: boolean;
  /** What its purchase comes to, in minor units; undefined where it is none. */
  readonly minor: number | undefined;
}

/** What the database holds against what was sent; every list and count is to be empty. */
export interface Verdict {
  readonly events: number;
  readonly lost: number;
  readonly dup: number;
  readonly ghost: number;
  readonly wrong: number;
  /** Sums that do not add up, as sentences. */
  readonly broken: readonly string[];
}

const told = z.object({
  messageId: z.string(),
  userId: z.string(),
  event: z.string(),
  timestamp: z.string(),
  properties: z.object({ words: z.string() }),
});

/**
 * Looks into the database by plain SQL, knowing nothing of Kept's own code: everything acknowledged is there exactly
 * once as it was sent, nothing else is, and the sums over it are what a recount gives.
 */
export async function check(url: string, sourceId: string, sent: ReadonlyMap<string, Sent>): Promise<Verdict> {
  const client = new pg.Client({ connectionString: url, application_name: 'drill-checker' });
  await client.connect();
  try {
    await client.query('begin isolation level repeatable read read only');
    const found = await compare(client, sourceId, sent);
    return { ...found, broken: [...(await sums(client, sourceId)), ...(await customersOf(client))] };
  } finally {
    await client.end();
  }
}

async function compare(client: pg.Client, sourceId: string, sent: ReadonlyMap<string, Sent>) {
  const { rows } = await client.query(
    `select e.payload, p.minor, p.purchases from memory.event e
     left join lateral (select sum(total_minor)::float8 as minor, count(*)::int as purchases
       from memory.purchase p where p.customer_id = e.customer_id and p.event_id = e.event_id) p on true
     where e.source_id = $1`,
    [sourceId],
  );
  const seen = new Map<string, number>();
  let ghost = 0;
  let wrong = 0;
  for (const row of rows) {
    const message = told.parse(row.payload);
    const { messageId } = message;
    seen.set(messageId, (seen.get(messageId) ?? 0) + 1);
    const was = sent.get(messageId);
    if (was === undefined) ghost += 1;
    else if (was.seal !== sealOf(message) || (row.minor ?? undefined) !== was.minor || row.purchases > 1) wrong += 1;
  }
  let lost = 0;
  for (const [messageId, one] of sent) if (one.acked && !seen.has(messageId)) lost += 1;
  const dup = [...seen.values()].filter((times) => times > 1).length;
  return { events: rows.length, lost, dup, ghost, wrong };
}

function sealOf(message: z.infer<typeof told>): string {
  const { messageId, userId, event, timestamp, properties } = message;
  return createHash('sha256').update([messageId, userId, event, timestamp, properties.words].join('\n')).digest('hex');
}

/** Each statement counts what breaks a rule; the rule is its name. */
const rulesOfSource: Readonly<Record<string, string>> = {
  'sent = remembered + duplicate + quarantined': `select count(*)::int as n from intake.tally
    where source_id = $1 and sent <> remembered + duplicate + quarantined`,
  'remembered = events': `select ((select coalesce(sum(remembered), 0) from intake.tally where source_id = $1)
    <> (select count(*) from memory.event where source_id = $1))::int as n`,
  'quarantined = what is kept aside': `select ((select coalesce(sum(quarantined), 0) from intake.tally
    where source_id = $1) <> (select count(*) from intake.quarantine where source_id = $1))::int as n`,
  'every message has its event': `select count(*)::int as n from intake.message m where source_id = $1 and not exists (
    select from memory.event e where e.customer_id = m.customer_id and e.event_id = m.event_id)`,
  'every event has its message': `select ((select count(*) from intake.message where source_id = $1)
    <> (select count(*) from memory.event where source_id = $1))::int as n`,
};

const rulesOfHouse: Readonly<Record<string, string>> = {
  'every event has its customer': `select count(*)::int as n from memory.event e where not exists (
    select from customers.customer c where c.customer_id = e.customer_id)`,
  'contacts are what a recount gives': `select count(*)::int as n from (
      select customer_id, count(*) as events, min(happened_at) as first_at, max(happened_at) as last_at
      from memory.event group by 1) e
    full join customers.contact c using (customer_id)
    where coalesce(e.events, 0) <> coalesce(c.events, 0) or e.first_at is distinct from c.first_at
      or coalesce(e.last_at, '-infinity') is distinct from c.last_at`,
  'spending is what a recount gives': `select count(*)::int as n from (
      select customer_id, currency, count(*) filter (where kind = 'sale') as purchases,
        coalesce(sum(total_minor) filter (where kind = 'sale'), 0) as sold,
        coalesce(sum(total_minor) filter (where kind = 'return'), 0) as returned
      from memory.purchase where state = 'completed' group by 1, 2) p
    full join memory.spending s using (customer_id, currency)
    where coalesce(p.purchases, 0) <> coalesce(s.purchases, 0) or coalesce(p.sold, 0) <> coalesce(s.sold_minor, 0)
      or coalesce(p.returned, 0) <> coalesce(s.returned_minor, 0)`,
  'a purchase is the sum of its lines': `select count(*)::int as n from memory.purchase p where total_minor <> (
      select coalesce(sum(total_minor), 0) from memory.purchase_line l
      where l.customer_id = p.customer_id and l.purchase_id = p.purchase_id)`,
  'one customer to a user': `select count(*)::int as n from (
      select payload->>'userId' from memory.event where payload->>'userId' is not null
      group by 1 having count(distinct customer_id) > 1) d`,
  'a customer is the holder of his key': `select count(*)::int as n from memory.event e
    join customers.identity_key k on k.kind = 'user' and k.value = e.payload->>'userId'
    where k.customer_id <> e.customer_id`,
  'nobody waits parked': 'select count(*)::int as n from platform.parked',
};

async function sums(client: pg.Client, sourceId: string): Promise<string[]> {
  const broken: string[] = [];
  for (const [rule, statement] of Object.entries(rulesOfSource)) {
    const { rows } = await client.query(statement, [sourceId]);
    if (rows[0]?.n !== 0) broken.push(`${rule}: ${rows[0]?.n}`);
  }
  return broken;
}

async function customersOf(client: pg.Client): Promise<string[]> {
  const broken: string[] = [];
  for (const [rule, statement] of Object.entries(rulesOfHouse)) {
    const { rows } = await client.query(statement);
    if (rows[0]?.n !== 0) broken.push(`${rule}: ${rows[0]?.n}`);
  }
  return broken;
}
