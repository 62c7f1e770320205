-- Who used which customer's memory, when and for what; and the chain that shows that nothing was taken out.
create schema privacy;

create table privacy.use (
  customer_id uuid not null,
  use_id uuid not null,
  at timestamptz not null,
  actor text not null,
  actor_kind text not null check (actor_kind in ('person', 'key', 'partner', 'customer', 'system')),
  purpose text not null,
  verb text not null,
  server_id uuid not null,
  -- Which leaf of which link of that server's chain vouches for this row.
  link_no bigint not null,
  leaf_no integer not null,
  primary key (customer_id, use_id)
);
create index use_link on privacy.use (server_id, link_no, leaf_no);

-- A secret of each customer keys his leaves: erasing it leaves the chain whole and his uses unreadable.
create table privacy.leaf_secret (
  customer_id uuid primary key,
  secret bytea not null
);

-- head = SHA-256(the head before it, then its leaves); leaf = HMAC-SHA256(the customer's secret, the use as JSON).
create table privacy.chain (
  server_id uuid not null,
  link_no bigint not null,
  at timestamptz not null,
  leaves bytea[] not null,
  head bytea not null,
  primary key (server_id, link_no)
);

create view privacy.public_use as
  select customer_id, use_id, at, actor, actor_kind, purpose, verb from privacy.use;
