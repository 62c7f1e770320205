-- What was promised and what was expected, who keeps it, and what came of it.
create schema promises;

-- A ledger entry has two halves, what is expected and what was received; each may come first, and neither is lost.
create table promises.promise (
  customer_id uuid not null,
  promise_id uuid not null,
  -- made: somebody gave his word; standing: a public promise that fits him; expectation: nobody promised it.
  origin text not null check (origin in ('made', 'standing', 'expectation')),
  -- Who owes it: the company, or the customer.
  owed_by text not null check (owed_by in ('company', 'customer')),
  -- found: read in words, nobody's promise until confirmed; unexpected: a result that nobody was told to expect.
  state text not null check (state in
    ('found', 'dismissed', 'open', 'kept', 'exceeded', 'broken', 'released', 'renegotiated', 'unexpected')),
  source_id uuid not null,
  -- Its number where it came from.
  ref text,
  made_at timestamptz,
  heard_at timestamptz not null,
  made_event_id uuid,
  result_event_id uuid,
  -- A person or a department by its id, or as it was told where nobody here has that name.
  maker_person text,
  maker_department text,
  keeper_person text,
  keeper_department text,
  keeper_partner uuid,
  kind text not null,
  channel text not null,
  touchpoint text,
  product text,
  -- What it stands on: an order, an invoice, a complaint, by its number.
  subject text,
  agreement_id uuid,
  conversation_id uuid,
  -- The promise that waits for this one, an inner step of it.
  outer_id uuid,
  standing_id uuid,
  standing_version integer,
  expected_from text,
  words text,
  language text not null,
  unit text not null check (unit in ('date', 'amount', 'rating', 'words')),
  -- A currency or another measure of an amount.
  measure text,
  better text not null check (better in ('earlier', 'more', 'less')),
  -- Levels: dates as local text (a date ends at 24:00 in the zone) beside their instants; amounts and ratings as numbers.
  adequate_local text,
  desired_local text,
  result_local text,
  adequate_at timestamptz,
  desired_at timestamptz,
  result_at timestamptz,
  adequate numeric,
  desired numeric,
  result numeric,
  result_words text,
  -- Of delivered goods and the like: complete, as specified, on time.
  ticks jsonb,
  due_at timestamptz,
  due_local text,
  due_on date,
  -- gap, overlap: the local time did not exist, or twice.
  due_note text,
  zone text not null,
  settled_at timestamptz,
  settled_by text,
  renegotiated_at timestamptz,
  released_at timestamptz,
  replaced_by uuid,
  replaces uuid,
  -- worse, as-expected, better: the customer's own word alone.
  felt text check (felt in ('worse', 'as-expected', 'better')),
  felt_at timestamptz,
  reason text check (reason in ('not-told', 'over-promised', 'no-capacity', 'quality', 'outside')),
  acceptance text not null check (acceptance in ('unasked', 'asked', 'accepted', 'declined', 'countered')),
  asked_at timestamptz,
  accept_by timestamptz,
  answered_at timestamptz,
  answered_by text,
  answer_words text,
  counter_local text,
  visible boolean not null,
  version integer not null,
  primary key (customer_id, promise_id)
);
create index promise_due on promises.promise (due_at, promise_id) where state = 'open';
create index promise_keeper_due on promises.promise (keeper_department, due_at, promise_id) where state = 'open';
create index promise_person_due on promises.promise (keeper_person, due_at, promise_id)
  where state = 'open' and keeper_person is not null;
create index promise_partner_due on promises.promise (keeper_partner, due_at, promise_id)
  where state = 'open' and keeper_partner is not null;
create index promise_partner_settled on promises.promise (keeper_partner, settled_at desc, promise_id)
  where state in ('kept', 'exceeded', 'broken') and keeper_partner is not null;
create index promise_settled on promises.promise (settled_at, promise_id)
  where state in ('kept', 'exceeded', 'broken');
create index promise_heard on promises.promise (heard_at, promise_id) where state in ('found', 'unexpected');
-- What is open between a customer and us, the next due first.
create index promise_open on promises.promise (customer_id, owed_by, due_at)
  where state = 'open' and origin <> 'expectation' and outer_id is null;
-- What was expected though nobody promised it, by when it was told.
create index promise_expected on promises.promise (made_at) include (expected_from, adequate) where origin = 'expectation';
create index promise_outer on promises.promise (customer_id, outer_id) where outer_id is not null;

-- What was done with a promise, by whom; never changed.
create table promises.step (
  customer_id uuid not null,
  promise_id uuid not null,
  step_id uuid not null,
  at timestamptz not null,
  by text not null,
  what text not null,
  details jsonb not null default '{}',
  primary key (customer_id, promise_id, step_id),
  foreign key (customer_id, promise_id) references promises.promise (customer_id, promise_id) on delete cascade
);

-- Each alarm of a promise rings once.
create table promises.alarm (
  customer_id uuid not null,
  promise_id uuid not null,
  -- share-50, share-80 (of the time from its making to its due), breach, unaccepted.
  kind text not null,
  ring_at timestamptz not null,
  rang_at timestamptz not null,
  primary key (customer_id, promise_id, kind),
  foreign key (customer_id, promise_id) references promises.promise (customer_id, promise_id) on delete cascade
);

-- How many promises by day, side and one dimension: due on that day, or settled on it; by their state. A period is summed
-- from the index alone, so it carries the count, and the table is swept before much of it has moved.
create table promises.tally (
  side text not null check (side in ('due', 'settled')),
  dimension text not null,
  day_on date not null,
  value text not null,
  state text not null,
  promises bigint not null,
  primary key (side, dimension, day_on, value, state) include (promises)
) with (autovacuum_vacuum_scale_factor = 0.02);
-- Changes of the tally, added by each writer without waiting for another, a row for promises that are alike; folded by the
-- clock. The values stand in the order of the dimensions.
create table promises.tally_move (
  change_id uuid not null,
  place integer not null,
  due_on date not null,
  settled_on date,
  state text not null,
  dimension_values text[] not null,
  promises bigint not null,
  primary key (change_id, place)
);
create view promises.tally_change as
  select s.side, d.dimension, s.day_on, m.dimension_values[d.place] as value, m.state, m.promises
  from promises.tally_move m
    cross join (values ('all', 1), ('keeper', 2), ('keeper-person', 3), ('maker', 4), ('maker-person', 5), ('pair', 6),
      ('touchpoint', 7), ('product', 8), ('kind', 9), ('reason', 10), ('standing', 11)) d (dimension, place)
    cross join lateral (values ('due', m.due_on), ('settled', m.settled_on)) s (side, day_on)
  where s.day_on is not null and m.dimension_values[d.place] is not null;

-- A public promise that every fitting customer holds (the fields of ISO 10001), by version; its texts in three languages.
create table promises.standing (
  standing_id uuid not null,
  version integer not null,
  state text not null check (state in ('draft', 'in-force', 'withdrawn', 'superseded')),
  texts jsonb not null,
  rule jsonb not null,
  keeper_department text,
  public boolean not null,
  in_force_at timestamptz,
  -- When it was put into force; what was heard before opens nothing by it, unless that was asked for:
  published_at timestamptz,
  ended_at timestamptz,
  -- then what was heard before this instant is looked through by the clock, in the order in which it happened, up to this
  -- event so far; how many it has opened.
  past_before timestamptz,
  past_state text check (past_state in ('running', 'stopped', 'done')),
  past_to uuid,
  past_opened integer not null default 0,
  made_at timestamptz not null,
  made_by text not null,
  primary key (standing_id, version)
);

-- An outside keeper. He comes by a signed link; of its token, made of the house's secret, his id and the link's number,
-- only the hash is kept.
create table promises.partner (
  partner_id uuid primary key,
  name text not null,
  email text,
  language text not null,
  token_hash bytea unique,
  token_until timestamptz,
  -- How many links he has had; the last one opens.
  links integer not null default 0,
  made_at timestamptz not null,
  made_by text not null,
  closed_at timestamptz,
  version integer not null default 1
);

-- Letters to partners: at least once each, always under the same message id.
create table promises.partner_letter (
  letter_id uuid primary key,
  partner_id uuid not null,
  -- ask, agreed, soon, late, off: about a promise; link: his link alone.
  kind text not null check (kind in ('ask', 'agreed', 'soon', 'late', 'off', 'link')),
  customer_id uuid,
  promise_id uuid,
  state text not null check (state in ('waiting', 'sent', 'dropped', 'failed')),
  tries integer not null default 0,
  made_at timestamptz not null,
  next_at timestamptz not null,
  error text,
  message_id text not null,
  sent_at timestamptz
);
create index partner_letter_due on promises.partner_letter (next_at) where state = 'waiting';
create index partner_letter_made on promises.partner_letter (partner_id, made_at desc);

-- Names of events that were heard, so that who writes a standing promise can choose one.
create table promises.heard_name (
  name text primary key
);

create table promises.setting (
  only_one boolean primary key default true check (only_one),
  -- Working minutes within which a keeper answers.
  accept_minutes integer not null,
  -- Shares of the time from making to due, in percent, at which the keeper is told.
  alarm_shares integer[] not null,
  public_page boolean not null,
  public_rate boolean not null,
  -- The time-zone data by which due instants were last computed.
  zone_data text,
  version integer not null default 1
);

-- Events that speak of a promise and could not be entered, with why, by when they were heard; they stay on the timeline.
create table promises.unread (
  customer_id uuid not null,
  event_id uuid not null,
  code text not null,
  heard_at timestamptz not null,
  primary key (customer_id, event_id)
);
create index unread_heard on promises.unread (heard_at, event_id);

create view promises.public_promise as
  select customer_id, promise_id, origin, owed_by, state, made_at, maker_person, maker_department, keeper_person,
    keeper_department, keeper_partner, kind, channel, touchpoint, product, subject, agreement_id, conversation_id,
    outer_id, standing_id, unit, measure, better, adequate, desired, result, adequate_at, desired_at, result_at, due_at,
    due_on, zone, settled_at, felt, felt_at, reason, expected_from, heard_at, replaces, replaced_by, made_event_id,
    result_event_id
  from promises.promise;
