-- What happened with each customer.
create schema memory;

create text search configuration memory.en (copy = pg_catalog.english);
alter text search configuration memory.en alter mapping for hword, hword_part, word with public.unaccent, english_stem;
create text search configuration memory.es (copy = pg_catalog.spanish);
alter text search configuration memory.es alter mapping for hword, hword_part, word with public.unaccent, spanish_stem;
create text search configuration memory.ru (copy = pg_catalog.russian);
alter text search configuration memory.ru alter mapping for hword, hword_part, word with public.unaccent, russian_stem;

-- An event's id is a UUIDv7 of the instant it happened: the primary key is the timeline's order.
create table memory.event (
  customer_id uuid not null,
  event_id uuid not null,
  happened_at timestamptz not null,
  heard_at timestamptz not null,
  source_id uuid not null,
  kind text not null,
  name text not null,
  channel text not null,
  direction text not null,
  touchpoint text,
  staff text,
  agreement_id uuid,
  conversation_id uuid,
  corrects_id uuid,
  language text not null,
  words text,
  payload json not null,
  search tsvector not null,
  -- The customer's own words; carried by the key, so that his last ones are found without reading what lies between.
  said boolean not null generated always as 
    (words is not null and direction = 'in' and channel <> 'back-office') stored,
  primary key (customer_id, event_id) include (said)
);
create index event_search on memory.event using gin (search);
create index event_newest on memory.event (event_id);
create index event_agreement on memory.event (agreement_id, event_id) where agreement_id is not null;
create index event_corrects on memory.event (customer_id, corrects_id) where corrects_id is not null;

create table memory.conversation (
  customer_id uuid not null,
  conversation_id uuid not null,
  subject text,
  channel text not null,
  opened_at timestamptz not null,
  last_at timestamptz not null,
  primary key (customer_id, conversation_id)
);

-- What a customer bought and gave back, by currency, in minor units.
create table memory.spending (
  customer_id uuid not null,
  currency text not null,
  purchases bigint not null,
  sold_minor bigint not null,
  returned_minor bigint not null,
  first_on date not null,
  last_on date not null,
  primary key (customer_id, currency)
);

-- An order, invoice or till receipt; its lines are money in minor units with the unit price as told.
create table memory.purchase (
  customer_id uuid not null,
  purchase_id uuid not null,
  source_id uuid not null,
  order_key text not null,
  event_id uuid not null,
  happened_at timestamptz not null,
  purchased_on date not null,
  currency text not null,
  kind text not null check (kind in ('sale', 'return')),
  total_minor bigint not null,
  lines integer not null,
  told_minor bigint,
  state text not null default 'completed' check (state in ('completed', 'superseded', 'cancelled')),
  agreement_id uuid,
  primary key (customer_id, purchase_id)
);
create index purchase_month on memory.purchase (purchased_on, currency);
create index purchase_order on memory.purchase (customer_id, order_key);

create table memory.purchase_line (
  customer_id uuid not null,
  purchase_id uuid not null,
  line_no integer not null,
  product text,
  name text,
  category text,
  quantity numeric not null,
  unit_price numeric not null,
  total_minor bigint not null,
  primary key (customer_id, purchase_id, line_no),
  foreign key (customer_id, purchase_id) references memory.purchase (customer_id, purchase_id) on delete cascade
);

-- Sums by month over all customers, made again for the months that an event touched; never on a request's path.
create table memory.month (
  month date not null,
  source_id uuid not null,
  currency text not null,
  sales bigint not null,
  returns bigint not null,
  sold_minor bigint not null,
  returned_minor bigint not null,
  customers bigint not null,
  primary key (month, source_id, currency)
);

-- Months whose sums are to be made again.
create table memory.dirty_month (
  month date primary key,
  since timestamptz not null default now()
);

create table memory.product (
  product text primary key,
  name text,
  category text,
  line text,
  first_seen_at timestamptz not null
);

create table memory.touchpoint (
  touchpoint text primary key,
  name text not null,
  channel text not null,
  first_seen_at timestamptz not null
);

create table memory.attachment (
  customer_id uuid not null,
  attachment_id uuid not null,
  event_id uuid not null,
  name text not null,
  media_type text not null,
  bytes bigint not null,
  sha256 bytea not null,
  made_at timestamptz not null,
  made_by text not null,
  primary key (customer_id, attachment_id)
);

-- A line that a room puts into a customer's brief.
create table memory.brief_line (
  customer_id uuid not null,
  room text not null,
  line_id text not null,
  weight integer not null,
  word text not null,
  slots jsonb not null default '{}',
  set_at timestamptz not null,
  until timestamptz,
  primary key (customer_id, room, line_id)
);

-- Stems and in how many events they stand: tells common words from rare ones, and corrects typing errors.
create table memory.vocabulary (
  stem text primary key,
  events bigint not null
);
create index vocabulary_near on memory.vocabulary using gin (stem gin_trgm_ops);

-- Events whose stems are not yet in the vocabulary: one row a transaction, taken away by the clock that counts them.
create table memory.uncounted (
  uncounted_id uuid primary key,
  customer_ids uuid[] not null,
  event_ids uuid[] not null
);

create view memory.public_event as
  select customer_id, event_id, happened_at, heard_at, source_id, kind, name, channel, direction, touchpoint, staff,
    agreement_id, conversation_id, corrects_id, language, words, payload from memory.event;
create view memory.public_purchase as
  select customer_id, purchase_id, source_id, order_key, event_id, happened_at, purchased_on, currency, kind,
    total_minor, lines, state, agreement_id from memory.purchase;
create view memory.public_purchase_line as
  select customer_id, purchase_id, line_no, product, name, category, quantity, unit_price, total_minor
  from memory.purchase_line;
create view memory.public_conversation as
  select customer_id, conversation_id, subject, channel, opened_at, last_at from memory.conversation;
create view memory.public_product as select product, name, category, line from memory.product;
create view memory.public_touchpoint as select touchpoint, name, channel from memory.touchpoint;
create view memory.public_attachment as
  select customer_id, attachment_id, event_id, name, media_type, bytes from memory.attachment;
create view memory.public_spending as
  select customer_id, currency, purchases, sold_minor, returned_minor, first_on, last_on from memory.spending;
create view memory.public_month as
  select month, source_id, currency, sales, returns, sold_minor, returned_minor, customers from memory.month;
