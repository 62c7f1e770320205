-- What awaits somebody here, and what he is told.
create schema today;

-- One thing that awaits somebody: put here and settled by the rooms on the right. Customers' words and names are not kept.
create table today.line (
  customer_id uuid not null,
  room text not null,
  key text not null,
  kind text not null,
  -- For one person; else for everyone of a department; else for administrators and heads.
  person_id uuid,
  department_id uuid,
  weight integer not null default 0,
  until timestamptz,
  word text not null,
  slots jsonb not null default '{}',
  path text not null,
  -- The one next step: {"word": …, "endpoint": …, "input": …}.
  act jsonb,
  -- How it goes to somebody else: null is Today's own way, false is not at all, {"endpoint": …, "input": …, "as": …} the room's.
  hand_over jsonb,
  -- Where somebody handed it over: {"by", "at", "note", "put": whose the room says it is, "was": whose it was before}.
  handed jsonb,
  since timestamptz not null,
  claimed_by uuid,
  claimed_at timestamptz,
  snoozed_until timestamptz,
  settled_at timestamptz,
  settled_by uuid,
  primary key (customer_id, room, key)
);
create index line_person on today.line (person_id, until) where settled_at is null and person_id is not null;
create index line_department on today.line (department_id, until) where settled_at is null and person_id is null;
create index line_claimed on today.line (claimed_by) where settled_at is null and claimed_by is not null;
create index line_settled_by on today.line (settled_by, settled_at) where settled_by is not null;
create index line_settled_at on today.line (settled_at) where settled_at is not null;

-- What is at stake with a customer, by his face: the lines of whom we owe stand before others. Told by the room on the right.
create table today.stake (
  customer_id uuid primary key,
  -- Good moments that we owe him.
  owed integer not null default 0 check (owed >= 0),
  -- Gone, or on his way, since a bad moment.
  lost boolean not null default false
);

-- Something said to one person, once; its id is the teller's, so that telling twice is harmless.
create table today.telling (
  telling_id uuid primary key,
  person_id uuid not null,
  customer_id uuid,
  kind text not null,
  word text not null,
  slots jsonb not null default '{}',
  path text not null,
  at timestamptz not null,
  -- By how much it is told late, after a time in which Kept did not run.
  late_seconds integer not null default 0,
  in_app boolean not null,
  seen_at timestamptz
);
create index telling_person on today.telling (person_id, at desc, telling_id desc) where in_app;
create index telling_unseen on today.telling (person_id) where in_app and seen_at is null;
create index telling_at on today.telling (at);

-- A telling on its way by mail: at least once, always with the same message id. Claimed by taking `next_at` forward.
create table today.delivery (
  telling_id uuid not null references today.telling (telling_id) on delete cascade,
  way text not null check (way = 'mail'),
  state text not null check (state in ('waiting', 'sent', 'failed', 'dropped')),
  tries integer not null default 0,
  made_at timestamptz not null,
  next_at timestamptz not null,
  error text,
  message_id text not null,
  sent_at timestamptz,
  primary key (telling_id, way)
);
create index delivery_due on today.delivery (next_at) where state = 'waiting';
create index delivery_failed on today.delivery (made_at desc) where state = 'failed';

-- How somebody wants to hear of a kind; without a row, the kind's own way.
create table today.preference (
  person_id uuid not null,
  kind text not null,
  app boolean not null,
  mail text not null check (mail in ('now', 'daily', 'never')),
  primary key (person_id, kind)
);

-- One digest a person and day of his.
create table today.digest (
  person_id uuid not null,
  digest_on date not null,
  primary key (person_id, digest_on)
);
