-- What every room stands on: migrations taken, the outbox and its readers, answers to repeated requests.
create schema if not exists platform;
create extension if not exists pg_trgm with schema public;
create extension if not exists unaccent with schema public;

create table platform.outbox (
  seq bigserial not null,
  tx xid8 not null default pg_current_xact_id(),
  customer_id uuid not null,
  name text not null,
  payload json not null,
  at timestamptz not null default now(),
  primary key (tx, seq)
);

create table platform.cursor (
  listener text primary key,
  tx xid8 not null default '0',
  seq bigint not null default 0,
  moved_at timestamptz not null default now()
);

-- A customer whose event a listener could not take: his later events wait here too, in order, until retried.
create table platform.parked (
  listener text not null,
  customer_id uuid not null,
  seq bigint not null,
  tx xid8 not null,
  name text not null,
  payload jsonb not null,
  error text not null,
  parked_at timestamptz not null default now(),
  primary key (listener, customer_id, tx, seq)
);

-- The stored answer to a request that carried an Idempotency-Key; kept for 48 hours.
create table platform.answer (
  key_hash bytea primary key,
  body_hash bytea not null,
  status integer,
  body text,
  at timestamptz not null default now()
);
create index answer_at on platform.answer (at);

-- Work that only one server does at a time and that must survive its death: a lease is taken and renewed.
create table platform.lease (
  name text primary key,
  holder uuid not null,
  until timestamptz not null
);

-- What a room is to do at an instant, one row a record: taken away in the transaction of what is done, so that each
-- rings once whatever is killed.
create table platform.timer (
  room text not null,
  customer_id uuid not null,
  record_id uuid not null,
  ring_at timestamptz not null,
  -- How often its room could not take it; it is tried again later, and seen.
  tries integer not null default 0,
  error text,
  primary key (room, customer_id, record_id)
);
create index timer_ring on platform.timer (ring_at);
