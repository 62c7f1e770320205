-- The doors through which Kept hears, and what became of each thing that came in.
create schema intake;

create table intake.source (
  source_id uuid primary key,
  name text not null unique,
  -- server: its keys are verified; browser: claimed; file: an import; capture: an employee's own hand.
  kind text not null check (kind in ('server', 'browser', 'file', 'capture')),
  write_key_hash bytea unique,
  write_key_prefix text,
  channel text not null,
  zone text not null,
  currency text not null,
  language text not null,
  made_at timestamptz not null,
  made_by text not null,
  closed_at timestamptz,
  version integer not null default 1
);

insert into intake.source (source_id, name, kind, channel, zone, currency, language, made_at, made_by)
values ('00000000-0000-7000-8000-000000000001', 'Quick capture', 'capture', 'other', 'UTC', 'EUR', 'en', now(), 'system:kept');

-- Same message, same event: first come stays. Digests are the first 128 bits of SHA-256, held as uuid: short to compare.
create table intake.message (
  source_id uuid not null,
  message_digest uuid not null,
  content_digest uuid not null,
  customer_id uuid not null,
  event_id uuid not null,
  import_id uuid,
  -- Whoever comes second is tried again (by the name's end), and then finds it.
  constraint message_first_come primary key (source_id, message_digest)
);
create index message_import on intake.message (import_id) where import_id is not null;

-- What came in, by batch: sent = remembered + duplicate + quarantined. Folded by day.
create table intake.tally (
  source_id uuid not null,
  tally_id uuid not null,
  at timestamptz not null,
  sent bigint not null,
  remembered bigint not null,
  duplicate bigint not null,
  quarantined bigint not null,
  import_id uuid,
  primary key (source_id, tally_id)
);

create table intake.quarantine (
  source_id uuid not null,
  quarantine_id uuid not null,
  at timestamptz not null,
  code text not null,
  detail text not null,
  raw text not null,
  import_id uuid,
  state text not null default 'waiting' check (state in ('waiting', 'remembered', 'dropped')),
  tries integer not null default 0,
  settled_at timestamptz,
  settled_by text,
  primary key (source_id, quarantine_id)
);
create index quarantine_waiting on intake.quarantine (source_id, at desc) where state = 'waiting';

create table intake.mapping (
  mapping_id uuid primary key,
  name text not null unique,
  yaml text not null,
  made_at timestamptz not null,
  made_by text not null,
  version integer not null default 1
);

-- A file that was taken in and not yet erased; its bytes stand in the house's files under its hash.
create table intake.upload (
  file_sha256 bytea primary key,
  name text not null,
  bytes bigint not null,
  uploaded_at timestamptz not null,
  uploaded_by text not null
);

create table intake.import (
  import_id uuid primary key,
  -- Stays readable when undo takes out a source that this import made.
  source_id uuid not null,
  source_name text not null,
  source_made boolean not null,
  name text not null,
  file_sha256 bytea not null,
  file_bytes bigint not null,
  yaml text not null,
  state text not null
    check (state in ('waiting', 'running', 'paused', 'done', 'failed', 'undoing', 'undone')),
  dry boolean not null,
  -- How far it has come, written with each chunk: a killed import goes on from here, reading again (and passing over
  -- what it settled) from the first row of the oldest group that was still open.
  row_at bigint not null default 0,
  bytes_read bigint not null default 0,
  resume_row bigint not null default 0,
  resume_line bigint not null default 1,
  resume_at bigint not null default 0,
  -- How many of the groups that the file's end closed are settled.
  tail_at bigint not null default 0,
  ended boolean not null default false,
  rows_bad bigint not null default 0,
  warnings bigint not null default 0,
  events bigint not null default 0,
  duplicates bigint not null default 0,
  customers_made bigint not null default 0,
  run_seconds double precision not null default 0,
  -- While undoing: how many of its messages were there, and how many are out.
  undo_of bigint not null default 0,
  undo_at bigint not null default 0,
  error text,
  made_at timestamptz not null,
  made_by text not null,
  -- Who last set it going: it goes on with the rights that he has, and not when he has none.
  run_by text not null,
  started_at timestamptz,
  ended_at timestamptz,
  lease_by uuid,
  lease_until timestamptz
);
create index import_listed on intake.import (made_at desc);
create index import_file on intake.import (file_sha256);
create index import_awaited on intake.import (made_at) where state in ('waiting', 'running', 'undoing');

create table intake.import_error (
  import_id uuid not null references intake.import (import_id) on delete cascade,
  row_no bigint not null,
  level text not null check (level in ('error', 'warning')),
  line_no bigint not null,
  code text not null,
  detail text not null,
  cells text[] not null,
  primary key (import_id, row_no, level)
);

-- What an import made that was not there before, and how what it changed was before and after: undo takes out that.
create table intake.import_made (
  import_id uuid not null,
  kind text not null,
  customer_id uuid not null,
  made_key text not null,
  before jsonb,
  after jsonb,
  primary key (customer_id, import_id, kind, made_key)
);
create index import_made_import on intake.import_made (import_id, kind, customer_id, made_key);

create view intake.public_source as
  select source_id, name, kind, channel, zone, currency, language, closed_at from intake.source;
create view intake.public_message as
  select source_id, message_digest, customer_id, event_id from intake.message;
create view intake.public_count as
  select source_id, sum(sent)::bigint as sent, sum(remembered)::bigint as remembered,
    sum(duplicate)::bigint as duplicate, sum(quarantined)::bigint as quarantined
  from intake.tally group by source_id;
