-- Who the customers are, by which keys they are known, and which of them are one.
create schema customers;

create table customers.customer (
  customer_id uuid not null,
  -- The customer under whose face this one is read: itself, unless merged. Changed only by merge and unmerge.
  face_id uuid not null,
  kind text not null check (kind in ('person', 'organisation')),
  -- known: has a verified key or was made by hand; pending: only claims; unknown: names nobody (kept, never counted).
  state text not null check (state in ('known', 'pending', 'unknown')),
  name text,
  given_name text,
  family_name text,
  language text,
  country text,
  city text,
  note text,
  made_at timestamptz not null,
  made_by text not null,
  version integer not null default 1,
  -- Lower-cased, unaccented: name, places and keys, for search with typos. Written by the app.
  find text not null default '',
  -- The name as lists sort it: lower-cased, unaccented, by code point; the nameless last. Written by the app.
  sort_name text collate "C" not null,
  -- With what lists filter by: walking a sorted list reads the key alone.
  primary key (customer_id) include (face_id, state, kind, language, country)
);
create index customer_face on customers.customer (face_id, customer_id);
-- Those merged into another: few, so that to ask for someone's costs little.
create index customer_merged on customers.customer (face_id, customer_id) where face_id <> customer_id;
create index customer_find on customers.customer using gin (find gin_trgm_ops);
create index customer_made on customers.customer (made_at desc, customer_id desc);
create index customer_sorted on customers.customer (sort_name, customer_id);
create index customer_country on customers.customer (country, face_id, customer_id);
create index customer_filter on customers.customer (state, kind, language, country, face_id, customer_id);

-- The words of names and places, against which typing errors are corrected; of no one in particular.
create table customers.name_word (word text primary key);
create index name_word_near on customers.name_word using gin (word gin_trgm_ops);

-- When there was contact with a customer: what writers of events lock, so that his events keep their order.
create table customers.contact (
  customer_id uuid primary key,
  events bigint not null,
  first_at timestamptz,
  -- -infinity where there was none yet: lists page by it.
  last_at timestamptz not null,
  last_event_id uuid,
  last_heard_at timestamptz
);
create index contact_last on customers.contact (last_at desc, customer_id desc);

-- How many customers there are, counted anew by the clock.
create table customers.counted (
  state text primary key,
  customers bigint not null,
  at timestamptz not null
);

-- Verified keys only: one owner each, by hash.
create table customers.identity_key (
  key_hash bytea primary key,
  kind text not null,
  value text not null,
  customer_id uuid not null,
  source_id uuid,
  evidence text not null,
  verified_at timestamptz not null,
  ended_at timestamptz,
  ended_by text,
  ended_reason text
);
create index identity_key_customer on customers.identity_key (customer_id);

-- What somebody said to be his: opens nothing until looked at.
create table customers.identity_claim (
  customer_id uuid not null,
  key_hash bytea not null,
  kind text not null,
  value text not null,
  source_id uuid,
  claimed_at timestamptz not null,
  -- The customer who holds the key verified, when there is one.
  holder_id uuid,
  settled_at timestamptz,
  settled_by text,
  outcome text check (outcome in ('verified', 'refused', 'withdrawn')),
  evidence text,
  primary key (customer_id, key_hash)
);
create index identity_claim_key on customers.identity_claim (key_hash);
create index identity_claim_open on customers.identity_claim (claimed_at) where settled_at is null;

-- Keys shared by many or meaning nobody (a shop's own number): never an identity.
create table customers.blocked_key (
  key_hash bytea primary key,
  kind text not null,
  value text not null,
  reason text not null,
  made_at timestamptz not null,
  made_by text not null
);

-- A merge: one face points to another. A face has at most one pointer that is not undone, so that following the
-- pointers gives each customer's face, and undoing one gives back exactly what was.
create table customers.link (
  customer_id uuid not null, -- the face that was merged
  link_id uuid not null,
  to_id uuid not null, -- the face that it was merged into
  evidence text not null,
  reason text not null,
  made_at timestamptz not null,
  made_by text not null,
  undone_at timestamptz,
  undone_by text,
  undone_reason text,
  primary key (customer_id, link_id)
);
create unique index link_standing on customers.link (customer_id) where undone_at is null;
create index link_to on customers.link (to_id);

create table customers.agreement (
  customer_id uuid not null, -- the holder when it began
  agreement_id uuid not null,
  number text not null,
  kind text not null check (kind in ('contract', 'subscription', 'policy', 'account', 'standing-order')),
  line text,
  place text,
  asset text,
  since date,
  until date,
  terms text,
  terms_version text,
  source_id uuid,
  made_at timestamptz not null,
  made_by text not null,
  version integer not null default 1,
  -- When a source last told of it (the event's instant): what is told late only fills what is empty.
  told_at timestamptz,
  find text not null default '',
  primary key (customer_id, agreement_id),
  unique (customer_id, number)
);
create index agreement_find on customers.agreement using gin (find gin_trgm_ops);
create index agreement_number on customers.agreement (number);

-- Who is what on an agreement: holder, payer, occupant, authorised person.
create table customers.agreement_role (
  customer_id uuid not null,
  agreement_id uuid not null,
  role text not null check (role in ('holder', 'payer', 'occupant', 'authorised', 'beneficiary', 'contact')),
  owner_id uuid not null, -- the customer_id of the agreement itself
  since date,
  until date,
  made_at timestamptz not null,
  made_by text not null,
  primary key (customer_id, agreement_id, role)
);
create index agreement_role_owner on customers.agreement_role (owner_id, agreement_id);

create view customers.public_customer as
  select customer_id, face_id, kind, state, name, language, country, city, made_at from customers.customer;
create view customers.public_contact as
  select customer_id, events, first_at, nullif(last_at, '-infinity') as last_at, last_event_id from customers.contact;
create view customers.public_identity_key as
  select customer_id, kind, value, evidence, source_id, verified_at from customers.identity_key where ended_at is null;
create view customers.public_agreement as
  select customer_id, agreement_id, number, kind, line, place, asset, since, until from customers.agreement;
create view customers.public_claim as
  select customer_id, kind, value, claimed_at from customers.identity_claim where settled_at is null;
create view customers.public_agreement_role as
  select customer_id, agreement_id, role, owner_id, since, until from customers.agreement_role;
