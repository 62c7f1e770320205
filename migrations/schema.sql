-- Printed from the catalogue by "npm run schema": the sum of the migrations. Not to be edited.

create extension pg_trgm schema public;

create extension unaccent schema public;

create schema customers;

create table customers.agreement (
  customer_id uuid not null,
  agreement_id uuid not null,
  number text not null,
  kind text not null,
  line text,
  place text,
  asset text,
  since date,
  until date,
  terms text,
  terms_version text,
  source_id uuid,
  made_at timestamp with time zone not null,
  made_by text not null,
  version integer default 1 not null,
  told_at timestamp with time zone,
  find text default ''::text not null,
  constraint agreement_kind_check CHECK ((kind = ANY (ARRAY['contract'::text, 'subscription'::text, 'policy'::text, 'account'::text, 'standing-order'::text]))),
  constraint agreement_pkey PRIMARY KEY (customer_id, agreement_id),
  constraint agreement_customer_id_number_key UNIQUE (customer_id, number)
);
CREATE INDEX agreement_find ON customers.agreement USING gin (find gin_trgm_ops);
CREATE INDEX agreement_number ON customers.agreement USING btree (number);

create table customers.agreement_role (
  customer_id uuid not null,
  agreement_id uuid not null,
  role text not null,
  owner_id uuid not null,
  since date,
  until date,
  made_at timestamp with time zone not null,
  made_by text not null,
  constraint agreement_role_role_check CHECK ((role = ANY (ARRAY['holder'::text, 'payer'::text, 'occupant'::text, 'authorised'::text, 'beneficiary'::text, 'contact'::text]))),
  constraint agreement_role_pkey PRIMARY KEY (customer_id, agreement_id, role)
);
CREATE INDEX agreement_role_owner ON customers.agreement_role USING btree (owner_id, agreement_id);

create table customers.blocked_key (
  key_hash bytea not null,
  kind text not null,
  value text not null,
  reason text not null,
  made_at timestamp with time zone not null,
  made_by text not null,
  constraint blocked_key_pkey PRIMARY KEY (key_hash)
);

create table customers.contact (
  customer_id uuid not null,
  events bigint not null,
  first_at timestamp with time zone,
  last_at timestamp with time zone not null,
  last_event_id uuid,
  last_heard_at timestamp with time zone,
  constraint contact_pkey PRIMARY KEY (customer_id)
);
CREATE INDEX contact_last ON customers.contact USING btree (last_at DESC, customer_id DESC);

create table customers.counted (
  state text not null,
  customers bigint not null,
  at timestamp with time zone not null,
  constraint counted_pkey PRIMARY KEY (state)
);

create table customers.customer (
  customer_id uuid not null,
  face_id uuid not null,
  kind text not null,
  state text not null,
  name text,
  given_name text,
  family_name text,
  language text,
  country text,
  city text,
  note text,
  made_at timestamp with time zone not null,
  made_by text not null,
  version integer default 1 not null,
  find text default ''::text not null,
  sort_name text collate "C" not null,
  constraint customer_kind_check CHECK ((kind = ANY (ARRAY['person'::text, 'organisation'::text]))),
  constraint customer_state_check CHECK ((state = ANY (ARRAY['known'::text, 'pending'::text, 'unknown'::text]))),
  constraint customer_pkey PRIMARY KEY (customer_id) INCLUDE (face_id, state, kind, language, country)
);
CREATE INDEX customer_country ON customers.customer USING btree (country, face_id, customer_id);
CREATE INDEX customer_face ON customers.customer USING btree (face_id, customer_id);
CREATE INDEX customer_filter ON customers.customer USING btree (state, kind, language, country, face_id, customer_id);
CREATE INDEX customer_find ON customers.customer USING gin (find gin_trgm_ops);
CREATE INDEX customer_made ON customers.customer USING btree (made_at DESC, customer_id DESC);
CREATE INDEX customer_merged ON customers.customer USING btree (face_id, customer_id) WHERE (face_id <> customer_id);
CREATE INDEX customer_sorted ON customers.customer USING btree (sort_name, customer_id);

create table customers.identity_claim (
  customer_id uuid not null,
  key_hash bytea not null,
  kind text not null,
  value text not null,
  source_id uuid,
  claimed_at timestamp with time zone not null,
  holder_id uuid,
  settled_at timestamp with time zone,
  settled_by text,
  outcome text,
  evidence text,
  constraint identity_claim_outcome_check CHECK ((outcome = ANY (ARRAY['verified'::text, 'refused'::text, 'withdrawn'::text]))),
  constraint identity_claim_pkey PRIMARY KEY (customer_id, key_hash)
);
CREATE INDEX identity_claim_key ON customers.identity_claim USING btree (key_hash);
CREATE INDEX identity_claim_open ON customers.identity_claim USING btree (claimed_at) WHERE (settled_at IS NULL);

create table customers.identity_key (
  key_hash bytea not null,
  kind text not null,
  value text not null,
  customer_id uuid not null,
  source_id uuid,
  evidence text not null,
  verified_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  ended_by text,
  ended_reason text,
  constraint identity_key_pkey PRIMARY KEY (key_hash)
);
CREATE INDEX identity_key_customer ON customers.identity_key USING btree (customer_id);

create table customers.link (
  customer_id uuid not null,
  link_id uuid not null,
  to_id uuid not null,
  evidence text not null,
  reason text not null,
  made_at timestamp with time zone not null,
  made_by text not null,
  undone_at timestamp with time zone,
  undone_by text,
  undone_reason text,
  constraint link_pkey PRIMARY KEY (customer_id, link_id)
);
CREATE UNIQUE INDEX link_standing ON customers.link USING btree (customer_id) WHERE (undone_at IS NULL);
CREATE INDEX link_to ON customers.link USING btree (to_id);

create table customers.name_word (
  word text not null,
  constraint name_word_pkey PRIMARY KEY (word)
);
CREATE INDEX name_word_near ON customers.name_word USING gin (word gin_trgm_ops);

create view customers.public_agreement as
SELECT customer_id,
    agreement_id,
    number,
    kind,
    line,
    place,
    asset,
    since,
    until
   FROM customers.agreement;

create view customers.public_agreement_role as
SELECT customer_id,
    agreement_id,
    role,
    owner_id,
    since,
    until
   FROM customers.agreement_role;

create view customers.public_claim as
SELECT customer_id,
    kind,
    value,
    claimed_at
   FROM customers.identity_claim
  WHERE (settled_at IS NULL);

create view customers.public_contact as
SELECT customer_id,
    events,
    first_at,
    NULLIF(last_at, '-infinity'::timestamp with time zone) AS last_at,
    last_event_id
   FROM customers.contact;

create view customers.public_customer as
SELECT customer_id,
    face_id,
    kind,
    state,
    name,
    language,
    country,
    city,
    made_at
   FROM customers.customer;

create view customers.public_identity_key as
SELECT customer_id,
    kind,
    value,
    evidence,
    source_id,
    verified_at
   FROM customers.identity_key
  WHERE (ended_at IS NULL);

create schema intake;

create table intake.import (
  import_id uuid not null,
  source_id uuid not null,
  source_name text not null,
  source_made boolean not null,
  name text not null,
  file_sha256 bytea not null,
  file_bytes bigint not null,
  yaml text not null,
  state text not null,
  dry boolean not null,
  row_at bigint default 0 not null,
  bytes_read bigint default 0 not null,
  resume_row bigint default 0 not null,
  resume_line bigint default 1 not null,
  resume_at bigint default 0 not null,
  tail_at bigint default 0 not null,
  ended boolean default false not null,
  rows_bad bigint default 0 not null,
  warnings bigint default 0 not null,
  events bigint default 0 not null,
  duplicates bigint default 0 not null,
  customers_made bigint default 0 not null,
  run_seconds double precision default 0 not null,
  undo_of bigint default 0 not null,
  undo_at bigint default 0 not null,
  error text,
  made_at timestamp with time zone not null,
  made_by text not null,
  run_by text not null,
  started_at timestamp with time zone,
  ended_at timestamp with time zone,
  lease_by uuid,
  lease_until timestamp with time zone,
  constraint import_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'running'::text, 'paused'::text, 'done'::text, 'failed'::text, 'undoing'::text, 'undone'::text]))),
  constraint import_pkey PRIMARY KEY (import_id)
);
CREATE INDEX import_awaited ON intake.import USING btree (made_at) WHERE (state = ANY (ARRAY['waiting'::text, 'running'::text, 'undoing'::text]));
CREATE INDEX import_file ON intake.import USING btree (file_sha256);
CREATE INDEX import_listed ON intake.import USING btree (made_at DESC);

create table intake.import_error (
  import_id uuid not null,
  row_no bigint not null,
  level text not null,
  line_no bigint not null,
  code text not null,
  detail text not null,
  cells text[] not null,
  constraint import_error_level_check CHECK ((level = ANY (ARRAY['error'::text, 'warning'::text]))),
  constraint import_error_import_id_fkey FOREIGN KEY (import_id) REFERENCES intake.import(import_id) ON DELETE CASCADE,
  constraint import_error_pkey PRIMARY KEY (import_id, row_no, level)
);

create table intake.import_made (
  import_id uuid not null,
  kind text not null,
  customer_id uuid not null,
  made_key text not null,
  before jsonb,
  after jsonb,
  constraint import_made_pkey PRIMARY KEY (customer_id, import_id, kind, made_key)
);
CREATE INDEX import_made_import ON intake.import_made USING btree (import_id, kind, customer_id, made_key);

create table intake.mapping (
  mapping_id uuid not null,
  name text not null,
  yaml text not null,
  made_at timestamp with time zone not null,
  made_by text not null,
  version integer default 1 not null,
  constraint mapping_pkey PRIMARY KEY (mapping_id),
  constraint mapping_name_key UNIQUE (name)
);

create table intake.message (
  source_id uuid not null,
  message_digest uuid not null,
  content_digest uuid not null,
  customer_id uuid not null,
  event_id uuid not null,
  import_id uuid,
  constraint message_first_come PRIMARY KEY (source_id, message_digest)
);
CREATE INDEX message_import ON intake.message USING btree (import_id) WHERE (import_id IS NOT NULL);

create view intake.public_count as
SELECT source_id,
    (sum(sent))::bigint AS sent,
    (sum(remembered))::bigint AS remembered,
    (sum(duplicate))::bigint AS duplicate,
    (sum(quarantined))::bigint AS quarantined
   FROM intake.tally
  GROUP BY source_id;

create view intake.public_message as
SELECT source_id,
    message_digest,
    customer_id,
    event_id
   FROM intake.message;

create view intake.public_source as
SELECT source_id,
    name,
    kind,
    channel,
    zone,
    currency,
    language,
    closed_at
   FROM intake.source;

create table intake.quarantine (
  source_id uuid not null,
  quarantine_id uuid not null,
  at timestamp with time zone not null,
  code text not null,
  detail text not null,
  raw text not null,
  import_id uuid,
  state text default 'waiting'::text not null,
  tries integer default 0 not null,
  settled_at timestamp with time zone,
  settled_by text,
  constraint quarantine_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'remembered'::text, 'dropped'::text]))),
  constraint quarantine_pkey PRIMARY KEY (source_id, quarantine_id)
);
CREATE INDEX quarantine_waiting ON intake.quarantine USING btree (source_id, at DESC) WHERE (state = 'waiting'::text);

create table intake.source (
  source_id uuid not null,
  name text not null,
  kind text not null,
  write_key_hash bytea,
  write_key_prefix text,
  channel text not null,
  zone text not null,
  currency text not null,
  language text not null,
  made_at timestamp with time zone not null,
  made_by text not null,
  closed_at timestamp with time zone,
  version integer default 1 not null,
  constraint source_kind_check CHECK ((kind = ANY (ARRAY['server'::text, 'browser'::text, 'file'::text, 'capture'::text]))),
  constraint source_pkey PRIMARY KEY (source_id),
  constraint source_name_key UNIQUE (name),
  constraint source_write_key_hash_key UNIQUE (write_key_hash)
);

create table intake.tally (
  source_id uuid not null,
  tally_id uuid not null,
  at timestamp with time zone not null,
  sent bigint not null,
  remembered bigint not null,
  duplicate bigint not null,
  quarantined bigint not null,
  import_id uuid,
  constraint tally_pkey PRIMARY KEY (source_id, tally_id)
);

create table intake.upload (
  file_sha256 bytea not null,
  name text not null,
  bytes bigint not null,
  uploaded_at timestamp with time zone not null,
  uploaded_by text not null,
  constraint upload_pkey PRIMARY KEY (file_sha256)
);

create schema memory;

create table memory.attachment (
  customer_id uuid not null,
  attachment_id uuid not null,
  event_id uuid not null,
  name text not null,
  media_type text not null,
  bytes bigint not null,
  sha256 bytea not null,
  made_at timestamp with time zone not null,
  made_by text not null,
  constraint attachment_pkey PRIMARY KEY (customer_id, attachment_id)
);

create table memory.brief_line (
  customer_id uuid not null,
  room text not null,
  line_id text not null,
  weight integer not null,
  word text not null,
  slots jsonb default '{}'::jsonb not null,
  set_at timestamp with time zone not null,
  until timestamp with time zone,
  constraint brief_line_pkey PRIMARY KEY (customer_id, room, line_id)
);

create table memory.conversation (
  customer_id uuid not null,
  conversation_id uuid not null,
  subject text,
  channel text not null,
  opened_at timestamp with time zone not null,
  last_at timestamp with time zone not null,
  constraint conversation_pkey PRIMARY KEY (customer_id, conversation_id)
);

create table memory.dirty_month (
  month date not null,
  since timestamp with time zone default now() not null,
  constraint dirty_month_pkey PRIMARY KEY (month)
);

create table memory.event (
  customer_id uuid not null,
  event_id uuid not null,
  happened_at timestamp with time zone not null,
  heard_at timestamp with time zone not null,
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
  said boolean generated always as (((words IS NOT NULL) AND (direction = 'in'::text) AND (channel <> 'back-office'::text))) stored not null,
  constraint event_pkey PRIMARY KEY (customer_id, event_id) INCLUDE (said)
);
CREATE INDEX event_agreement ON memory.event USING btree (agreement_id, event_id) WHERE (agreement_id IS NOT NULL);
CREATE INDEX event_corrects ON memory.event USING btree (customer_id, corrects_id) WHERE (corrects_id IS NOT NULL);
CREATE INDEX event_newest ON memory.event USING btree (event_id);
CREATE INDEX event_search ON memory.event USING gin (search);

create table memory.month (
  month date not null,
  source_id uuid not null,
  currency text not null,
  sales bigint not null,
  returns bigint not null,
  sold_minor bigint not null,
  returned_minor bigint not null,
  customers bigint not null,
  constraint month_pkey PRIMARY KEY (month, source_id, currency)
);

create table memory.product (
  product text not null,
  name text,
  category text,
  line text,
  first_seen_at timestamp with time zone not null,
  constraint product_pkey PRIMARY KEY (product)
);

create view memory.public_attachment as
SELECT customer_id,
    attachment_id,
    event_id,
    name,
    media_type,
    bytes
   FROM memory.attachment;

create view memory.public_conversation as
SELECT customer_id,
    conversation_id,
    subject,
    channel,
    opened_at,
    last_at
   FROM memory.conversation;

create view memory.public_event as
SELECT customer_id,
    event_id,
    happened_at,
    heard_at,
    source_id,
    kind,
    name,
    channel,
    direction,
    touchpoint,
    staff,
    agreement_id,
    conversation_id,
    corrects_id,
    language,
    words,
    payload
   FROM memory.event;

create view memory.public_month as
SELECT month,
    source_id,
    currency,
    sales,
    returns,
    sold_minor,
    returned_minor,
    customers
   FROM memory.month;

create view memory.public_product as
SELECT product,
    name,
    category,
    line
   FROM memory.product;

create view memory.public_purchase as
SELECT customer_id,
    purchase_id,
    source_id,
    order_key,
    event_id,
    happened_at,
    purchased_on,
    currency,
    kind,
    total_minor,
    lines,
    state,
    agreement_id
   FROM memory.purchase;

create view memory.public_purchase_line as
SELECT customer_id,
    purchase_id,
    line_no,
    product,
    name,
    category,
    quantity,
    unit_price,
    total_minor
   FROM memory.purchase_line;

create view memory.public_spending as
SELECT customer_id,
    currency,
    purchases,
    sold_minor,
    returned_minor,
    first_on,
    last_on
   FROM memory.spending;

create view memory.public_touchpoint as
SELECT touchpoint,
    name,
    channel
   FROM memory.touchpoint;

create table memory.purchase (
  customer_id uuid not null,
  purchase_id uuid not null,
  source_id uuid not null,
  order_key text not null,
  event_id uuid not null,
  happened_at timestamp with time zone not null,
  purchased_on date not null,
  currency text not null,
  kind text not null,
  total_minor bigint not null,
  lines integer not null,
  told_minor bigint,
  state text default 'completed'::text not null,
  agreement_id uuid,
  constraint purchase_kind_check CHECK ((kind = ANY (ARRAY['sale'::text, 'return'::text]))),
  constraint purchase_state_check CHECK ((state = ANY (ARRAY['completed'::text, 'superseded'::text, 'cancelled'::text]))),
  constraint purchase_pkey PRIMARY KEY (customer_id, purchase_id)
);
CREATE INDEX purchase_month ON memory.purchase USING btree (purchased_on, currency);
CREATE INDEX purchase_order ON memory.purchase USING btree (customer_id, order_key);

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
  constraint purchase_line_customer_id_purchase_id_fkey FOREIGN KEY (customer_id, purchase_id) REFERENCES memory.purchase(customer_id, purchase_id) ON DELETE CASCADE,
  constraint purchase_line_pkey PRIMARY KEY (customer_id, purchase_id, line_no)
);

create table memory.spending (
  customer_id uuid not null,
  currency text not null,
  purchases bigint not null,
  sold_minor bigint not null,
  returned_minor bigint not null,
  first_on date not null,
  last_on date not null,
  constraint spending_pkey PRIMARY KEY (customer_id, currency)
);

create table memory.touchpoint (
  touchpoint text not null,
  name text not null,
  channel text not null,
  first_seen_at timestamp with time zone not null,
  constraint touchpoint_pkey PRIMARY KEY (touchpoint)
);

create table memory.uncounted (
  uncounted_id uuid not null,
  customer_ids uuid[] not null,
  event_ids uuid[] not null,
  constraint uncounted_pkey PRIMARY KEY (uncounted_id)
);

create table memory.vocabulary (
  stem text not null,
  events bigint not null,
  constraint vocabulary_pkey PRIMARY KEY (stem)
);
CREATE INDEX vocabulary_near ON memory.vocabulary USING gin (stem gin_trgm_ops);

create schema moments;

create table moments.account (
  customer_id uuid not null,
  balance integer default 0 not null,
  moments integer default 0 not null,
  positive integer default 0 not null,
  indifferent integer default 0 not null,
  negative integer default 0 not null,
  last_at timestamp with time zone,
  last_felt_at timestamp with time zone,
  last_negative_at timestamp with time zone,
  constraint account_pkey PRIMARY KEY (customer_id)
);
CREATE INDEX account_dull ON moments.account USING btree (last_at DESC, customer_id) WHERE (indifferent > 0);
CREATE INDEX account_owed ON moments.account USING btree (balance, customer_id) WHERE (balance < 0);

create table moments.feeling_model (
  language text not null,
  model bytea not null,
  texts integer not null,
  trained_at timestamp with time zone not null,
  rated integer not null,
  constraint feeling_model_pkey PRIMARY KEY (language)
);

create table moments.hold (
  customer_id uuid not null,
  hold_id uuid not null,
  reason text not null,
  until timestamp with time zone,
  made_at timestamp with time zone not null,
  made_by text not null,
  ended_at timestamp with time zone,
  ended_by text,
  constraint hold_pkey PRIMARY KEY (customer_id, hold_id)
);
CREATE INDEX hold_standing ON moments.hold USING btree (customer_id, until) WHERE (ended_at IS NULL);

create table moments.judgement (
  customer_id uuid not null,
  moment_id uuid not null,
  judgement_id uuid not null,
  source text not null,
  stage text not null,
  at timestamp with time zone not null,
  contact_at timestamp with time zone,
  heard_at timestamp with time zone not null,
  event_id uuid,
  base smallint,
  people smallint,
  information smallint,
  process smallint,
  environment smallint,
  functional smallint,
  emotional smallint,
  severity smallint default 1 not null,
  kind text,
  cause text,
  touchpoint text,
  channel text,
  departments text[] default '{}'::text[] not null,
  information_from text,
  person text,
  conversation_id uuid,
  promise_id uuid,
  agreement_id uuid,
  subject text,
  expected smallint,
  received smallint,
  by text not null,
  constraint judgement_kind_check CHECK ((kind = ANY (ARRAY['treatment'::text, 'product'::text, 'both'::text]))),
  constraint judgement_severity_check CHECK ((severity = ANY (ARRAY[1, 2]))),
  constraint judgement_source_check CHECK ((source = ANY (ARRAY['customer'::text, 'employee'::text, 'event'::text, 'machine'::text]))),
  constraint judgement_stage_check CHECK ((stage = ANY (ARRAY['perception'::text, 'interaction'::text, 'remembrance'::text]))),
  constraint judgement_pkey PRIMARY KEY (customer_id, moment_id, judgement_id)
);
CREATE INDEX judgement_own ON moments.judgement USING btree (customer_id, judgement_id);
CREATE INDEX judgement_rated ON moments.judgement USING btree (at DESC) WHERE ((source = 'customer'::text) AND (emotional IS NOT NULL));

create table moments.moment (
  customer_id uuid not null,
  moment_id uuid not null,
  at timestamp with time zone not null,
  heard_at timestamp with time zone not null,
  sign smallint,
  severity smallint not null,
  own boolean not null,
  source text,
  kind text,
  failing text not null,
  cause text,
  people smallint,
  information smallint,
  process smallint,
  environment smallint,
  functional smallint,
  emotional smallint,
  stages jsonb not null,
  touchpoint text not null,
  channel text not null,
  departments text[] not null,
  owner_department text,
  person text,
  event_id uuid,
  conversation_id uuid,
  promise_id uuid,
  agreement_id uuid,
  subject text,
  day_on date not null,
  constraint moment_sign_check CHECK ((sign = ANY (ARRAY['-1'::integer, 0, 1]))),
  constraint moment_pkey PRIMARY KEY (customer_id, moment_id)
);
CREATE INDEX moment_at ON moments.moment USING btree (at DESC, moment_id);
CREATE INDEX moment_bad ON moments.moment USING btree (at DESC, moment_id) WHERE (sign = '-1'::integer);
CREATE INDEX moment_department ON moments.moment USING btree (COALESCE(owner_department, departments[1], ''::text), at DESC, moment_id);
CREATE INDEX moment_failing ON moments.moment USING btree (failing, at DESC, moment_id) WHERE (sign = '-1'::integer);
CREATE INDEX moment_kind ON moments.moment USING btree (kind, at DESC, moment_id) WHERE (sign = '-1'::integer);
CREATE INDEX moment_order ON moments.moment USING btree (customer_id, at DESC, moment_id) INCLUDE (sign, own, severity);
CREATE INDEX moment_source ON moments.moment USING btree (source, at DESC, moment_id);
CREATE INDEX moment_stages ON moments.moment USING gin (stages jsonb_path_ops);
CREATE INDEX moment_touchpoint ON moments.moment USING btree (touchpoint, at DESC, moment_id);
CREATE INDEX moment_unjudged ON moments.moment USING btree (at DESC, moment_id) WHERE (sign IS NULL);

create view moments.public_account as
SELECT customer_id,
    balance,
    moments,
    positive,
    indifferent,
    negative,
    last_at,
    last_felt_at,
    last_negative_at
   FROM moments.account;

create view moments.public_hold as
SELECT customer_id,
    reason,
    until
   FROM moments.hold
  WHERE (ended_at IS NULL);

create view moments.public_judgement as
SELECT customer_id,
    moment_id,
    judgement_id,
    source,
    stage,
    at,
    event_id,
    people,
    information,
    process,
    environment,
    functional,
    emotional,
    expected,
    received,
    promise_id
   FROM moments.judgement;

create view moments.public_moment as
SELECT customer_id,
    moment_id,
    at,
    sign,
    severity,
    own,
    source,
    kind,
    failing,
    touchpoint,
    channel,
    departments,
    owner_department,
    event_id,
    conversation_id,
    promise_id,
    agreement_id
   FROM moments.moment;

create view moments.public_recovery as
SELECT customer_id,
    recovery_id,
    state,
    opened_at,
    owned_at,
    done_at,
    outcome_at
   FROM moments.recovery;

create table moments.question (
  customer_id uuid not null,
  question_id uuid not null,
  moment_id uuid not null,
  kind text not null,
  stage text not null,
  state text not null,
  way text not null,
  reason text,
  language text not null,
  made_at timestamp with time zone not null,
  made_by text not null,
  ask_at timestamp with time zone not null,
  asked_at timestamp with time zone,
  until timestamp with time zone,
  answered_at timestamp with time zone,
  tries integer default 0 not null,
  next_at timestamp with time zone,
  error text,
  message_id text not null,
  event_id uuid,
  constraint question_kind_check CHECK ((kind = ANY (ARRAY['contact'::text, 'recovery'::text]))),
  constraint question_stage_check CHECK ((stage = ANY (ARRAY['perception'::text, 'interaction'::text, 'remembrance'::text]))),
  constraint question_state_check CHECK ((state = ANY (ARRAY['planned'::text, 'waiting'::text, 'asked'::text, 'answered'::text, 'withheld'::text, 'dropped'::text, 'failed'::text]))),
  constraint question_way_check CHECK ((way = ANY (ARRAY['mail'::text, 'link'::text]))),
  constraint question_pkey PRIMARY KEY (customer_id, question_id)
);
CREATE INDEX question_asked ON moments.question USING btree (customer_id, asked_at DESC) WHERE (asked_at IS NOT NULL);
CREATE INDEX question_due ON moments.question USING btree (next_at) WHERE (state = 'waiting'::text);
CREATE INDEX question_made ON moments.question USING btree (made_at DESC, question_id);
CREATE INDEX question_moment ON moments.question USING btree (customer_id, moment_id);

create table moments.recovery (
  customer_id uuid not null,
  recovery_id uuid not null,
  state text not null,
  opened_at timestamp with time zone not null,
  moment_at timestamp with time zone not null,
  severity smallint not null,
  failing text not null,
  touchpoint text not null,
  doubted boolean not null,
  own_by timestamp with time zone not null,
  owner_person uuid,
  owner_department uuid,
  owned_at timestamp with time zone,
  wants text,
  wants_at timestamp with time zone,
  wants_by text,
  currency text not null,
  spent_minor bigint default 0 not null,
  done_at timestamp with time zone,
  recheck_at timestamp with time zone,
  outcome_words text,
  outcome_at timestamp with time zone,
  outcome_by text,
  rounds integer default 0 not null,
  version integer default 1 not null,
  constraint recovery_state_check CHECK ((state = ANY (ARRAY['open'::text, 'owned'::text, 'done'::text, 'repaired'::text, 'unrepaired'::text, 'void'::text, 'given-up'::text]))),
  constraint recovery_pkey PRIMARY KEY (customer_id, recovery_id)
);
CREATE INDEX recovery_open ON moments.recovery USING btree (own_by, recovery_id) WHERE (state = ANY (ARRAY['open'::text, 'owned'::text, 'done'::text, 'unrepaired'::text]));
CREATE INDEX recovery_opened ON moments.recovery USING btree (opened_at DESC, recovery_id);
CREATE INDEX recovery_owner ON moments.recovery USING btree (owner_person, own_by) WHERE (state = ANY (ARRAY['open'::text, 'owned'::text, 'done'::text, 'unrepaired'::text]));

create table moments.recovery_step (
  customer_id uuid not null,
  recovery_id uuid not null,
  step_id uuid not null,
  at timestamp with time zone not null,
  by text not null,
  what text not null,
  words text,
  cost_minor bigint default 0 not null,
  details jsonb default '{}'::jsonb not null,
  constraint recovery_step_customer_id_recovery_id_fkey FOREIGN KEY (customer_id, recovery_id) REFERENCES moments.recovery(customer_id, recovery_id) ON DELETE CASCADE,
  constraint recovery_step_pkey PRIMARY KEY (customer_id, recovery_id, step_id)
);

create table moments.renewal (
  renewal_id uuid not null,
  touchpoints text[],
  made_at timestamp with time zone not null,
  after_tx xid8,
  after_id uuid not null,
  done integer default 0 not null,
  total integer default 0 not null,
  finished_at timestamp with time zone,
  constraint renewal_pkey PRIMARY KEY (renewal_id)
);
CREATE INDEX renewal_made ON moments.renewal USING btree (made_at DESC, renewal_id);

create table moments.replay (
  replay_id uuid not null,
  made_at timestamp with time zone not null,
  made_by text not null,
  finished_at timestamp with time zone,
  report jsonb,
  constraint replay_pkey PRIMARY KEY (replay_id)
);

create table moments.setting (
  only_one boolean default true not null,
  five integer not null,
  cap integer,
  fade_months integer,
  rest_days integer not null,
  ask_from text not null,
  ask_until text not null,
  ask_minutes integer not null,
  ask_later_days integer not null,
  own_minutes integer not null,
  recheck_days integer not null,
  budgets jsonb not null,
  forgotten_days integer not null,
  version integer default 1 not null,
  constraint setting_only_one_check CHECK (only_one),
  constraint setting_pkey PRIMARY KEY (only_one)
);

create table moments.tally (
  stage text not null,
  day_on date not null,
  touchpoint text not null,
  department text not null,
  sign smallint not null,
  failing text not null,
  kind text not null,
  objective smallint not null,
  emotional smallint not null,
  moments bigint not null,
  constraint tally_pkey PRIMARY KEY (stage, day_on, touchpoint, department, sign, failing, kind, objective, emotional) INCLUDE (moments)
);

create table moments.tally_move (
  change_id uuid not null,
  place integer not null,
  stage text not null,
  day_on date not null,
  touchpoint text not null,
  department text not null,
  sign smallint not null,
  failing text not null,
  kind text not null,
  objective smallint not null,
  emotional smallint not null,
  moments bigint not null,
  constraint tally_move_pkey PRIMARY KEY (change_id, place)
);

create table moments.touchpoint (
  touchpoint text not null,
  seeded boolean not null,
  names jsonb,
  standards jsonb,
  same_as text,
  stage text not null,
  departments text[] default '{}'::text[] not null,
  owners jsonb default '{}'::jsonb not null,
  indicators jsonb default '{}'::jsonb not null,
  ask text not null,
  closed_at timestamp with time zone,
  version integer default 1 not null,
  constraint touchpoint_ask_check CHECK ((ask = ANY (ARRAY['never'::text, 'after'::text, 'later'::text, 'either'::text]))),
  constraint touchpoint_stage_check CHECK ((stage = ANY (ARRAY['perception'::text, 'interaction'::text, 'remembrance'::text]))),
  constraint touchpoint_same_as_fkey FOREIGN KEY (same_as) REFERENCES moments.touchpoint(touchpoint),
  constraint touchpoint_pkey PRIMARY KEY (touchpoint)
);

create schema platform;

create table platform.answer (
  key_hash bytea not null,
  body_hash bytea not null,
  status integer,
  body text,
  at timestamp with time zone default now() not null,
  constraint answer_pkey PRIMARY KEY (key_hash)
);
CREATE INDEX answer_at ON platform.answer USING btree (at);

create table platform.cursor (
  listener text not null,
  tx xid8 default '0'::xid8 not null,
  seq bigint default 0 not null,
  moved_at timestamp with time zone default now() not null,
  constraint cursor_pkey PRIMARY KEY (listener)
);

create table platform.lease (
  name text not null,
  holder uuid not null,
  until timestamp with time zone not null,
  constraint lease_pkey PRIMARY KEY (name)
);

create table platform.migration (
  number integer not null,
  name text not null,
  sha256 text not null,
  at timestamp with time zone default now() not null,
  constraint migration_pkey PRIMARY KEY (number)
);

create table platform.outbox (
  seq bigint default nextval('platform.outbox_seq_seq'::regclass) not null,
  tx xid8 default pg_current_xact_id() not null,
  customer_id uuid not null,
  name text not null,
  payload json not null,
  at timestamp with time zone default now() not null,
  constraint outbox_pkey PRIMARY KEY (tx, seq)
);

create table platform.parked (
  listener text not null,
  customer_id uuid not null,
  seq bigint not null,
  tx xid8 not null,
  name text not null,
  payload jsonb not null,
  error text not null,
  parked_at timestamp with time zone default now() not null,
  constraint parked_pkey PRIMARY KEY (listener, customer_id, tx, seq)
);

create table platform.timer (
  room text not null,
  customer_id uuid not null,
  record_id uuid not null,
  ring_at timestamp with time zone not null,
  tries integer default 0 not null,
  error text,
  constraint timer_pkey PRIMARY KEY (room, customer_id, record_id)
);
CREATE INDEX timer_ring ON platform.timer USING btree (ring_at);

create schema privacy;

create table privacy.chain (
  server_id uuid not null,
  link_no bigint not null,
  at timestamp with time zone not null,
  leaves bytea[] not null,
  head bytea not null,
  constraint chain_pkey PRIMARY KEY (server_id, link_no)
);

create table privacy.leaf_secret (
  customer_id uuid not null,
  secret bytea not null,
  constraint leaf_secret_pkey PRIMARY KEY (customer_id)
);

create view privacy.public_use as
SELECT customer_id,
    use_id,
    at,
    actor,
    actor_kind,
    purpose,
    verb
   FROM privacy.use;

create table privacy.use (
  customer_id uuid not null,
  use_id uuid not null,
  at timestamp with time zone not null,
  actor text not null,
  actor_kind text not null,
  purpose text not null,
  verb text not null,
  server_id uuid not null,
  link_no bigint not null,
  leaf_no integer not null,
  constraint use_actor_kind_check CHECK ((actor_kind = ANY (ARRAY['person'::text, 'key'::text, 'partner'::text, 'customer'::text, 'system'::text]))),
  constraint use_pkey PRIMARY KEY (customer_id, use_id)
);
CREATE INDEX use_link ON privacy.use USING btree (server_id, link_no, leaf_no);

create schema promises;

create table promises.alarm (
  customer_id uuid not null,
  promise_id uuid not null,
  kind text not null,
  ring_at timestamp with time zone not null,
  rang_at timestamp with time zone not null,
  constraint alarm_customer_id_promise_id_fkey FOREIGN KEY (customer_id, promise_id) REFERENCES promises.promise(customer_id, promise_id) ON DELETE CASCADE,
  constraint alarm_pkey PRIMARY KEY (customer_id, promise_id, kind)
);

create table promises.heard_name (
  name text not null,
  constraint heard_name_pkey PRIMARY KEY (name)
);

create table promises.partner (
  partner_id uuid not null,
  name text not null,
  email text,
  language text not null,
  token_hash bytea,
  token_until timestamp with time zone,
  links integer default 0 not null,
  made_at timestamp with time zone not null,
  made_by text not null,
  closed_at timestamp with time zone,
  version integer default 1 not null,
  constraint partner_pkey PRIMARY KEY (partner_id),
  constraint partner_token_hash_key UNIQUE (token_hash)
);

create table promises.partner_letter (
  letter_id uuid not null,
  partner_id uuid not null,
  kind text not null,
  customer_id uuid,
  promise_id uuid,
  state text not null,
  tries integer default 0 not null,
  made_at timestamp with time zone not null,
  next_at timestamp with time zone not null,
  error text,
  message_id text not null,
  sent_at timestamp with time zone,
  constraint partner_letter_kind_check CHECK ((kind = ANY (ARRAY['ask'::text, 'agreed'::text, 'soon'::text, 'late'::text, 'off'::text, 'link'::text]))),
  constraint partner_letter_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'sent'::text, 'dropped'::text, 'failed'::text]))),
  constraint partner_letter_pkey PRIMARY KEY (letter_id)
);
CREATE INDEX partner_letter_due ON promises.partner_letter USING btree (next_at) WHERE (state = 'waiting'::text);
CREATE INDEX partner_letter_made ON promises.partner_letter USING btree (partner_id, made_at DESC);

create table promises.promise (
  customer_id uuid not null,
  promise_id uuid not null,
  origin text not null,
  owed_by text not null,
  state text not null,
  source_id uuid not null,
  ref text,
  made_at timestamp with time zone,
  heard_at timestamp with time zone not null,
  made_event_id uuid,
  result_event_id uuid,
  maker_person text,
  maker_department text,
  keeper_person text,
  keeper_department text,
  keeper_partner uuid,
  kind text not null,
  channel text not null,
  touchpoint text,
  product text,
  subject text,
  agreement_id uuid,
  conversation_id uuid,
  outer_id uuid,
  standing_id uuid,
  standing_version integer,
  expected_from text,
  words text,
  language text not null,
  unit text not null,
  measure text,
  better text not null,
  adequate_local text,
  desired_local text,
  result_local text,
  adequate_at timestamp with time zone,
  desired_at timestamp with time zone,
  result_at timestamp with time zone,
  adequate numeric,
  desired numeric,
  result numeric,
  result_words text,
  ticks jsonb,
  due_at timestamp with time zone,
  due_local text,
  due_on date,
  due_note text,
  zone text not null,
  settled_at timestamp with time zone,
  settled_by text,
  renegotiated_at timestamp with time zone,
  released_at timestamp with time zone,
  replaced_by uuid,
  replaces uuid,
  felt text,
  felt_at timestamp with time zone,
  reason text,
  acceptance text not null,
  asked_at timestamp with time zone,
  accept_by timestamp with time zone,
  answered_at timestamp with time zone,
  answered_by text,
  answer_words text,
  counter_local text,
  visible boolean not null,
  version integer not null,
  constraint promise_acceptance_check CHECK ((acceptance = ANY (ARRAY['unasked'::text, 'asked'::text, 'accepted'::text, 'declined'::text, 'countered'::text]))),
  constraint promise_better_check CHECK ((better = ANY (ARRAY['earlier'::text, 'more'::text, 'less'::text]))),
  constraint promise_felt_check CHECK ((felt = ANY (ARRAY['worse'::text, 'as-expected'::text, 'better'::text]))),
  constraint promise_origin_check CHECK ((origin = ANY (ARRAY['made'::text, 'standing'::text, 'expectation'::text]))),
  constraint promise_owed_by_check CHECK ((owed_by = ANY (ARRAY['company'::text, 'customer'::text]))),
  constraint promise_reason_check CHECK ((reason = ANY (ARRAY['not-told'::text, 'over-promised'::text, 'no-capacity'::text, 'quality'::text, 'outside'::text]))),
  constraint promise_state_check CHECK ((state = ANY (ARRAY['found'::text, 'dismissed'::text, 'open'::text, 'kept'::text, 'exceeded'::text, 'broken'::text, 'released'::text, 'renegotiated'::text, 'unexpected'::text]))),
  constraint promise_unit_check CHECK ((unit = ANY (ARRAY['date'::text, 'amount'::text, 'rating'::text, 'words'::text]))),
  constraint promise_pkey PRIMARY KEY (customer_id, promise_id)
);
CREATE INDEX promise_due ON promises.promise USING btree (due_at, promise_id) WHERE (state = 'open'::text);
CREATE INDEX promise_expected ON promises.promise USING btree (made_at) INCLUDE (expected_from, adequate) WHERE (origin = 'expectation'::text);
CREATE INDEX promise_heard ON promises.promise USING btree (heard_at, promise_id) WHERE (state = ANY (ARRAY['found'::text, 'unexpected'::text]));
CREATE INDEX promise_keeper_due ON promises.promise USING btree (keeper_department, due_at, promise_id) WHERE (state = 'open'::text);
CREATE INDEX promise_open ON promises.promise USING btree (customer_id, owed_by, due_at) WHERE ((state = 'open'::text) AND (origin <> 'expectation'::text) AND (outer_id IS NULL));
CREATE INDEX promise_outer ON promises.promise USING btree (customer_id, outer_id) WHERE (outer_id IS NOT NULL);
CREATE INDEX promise_partner_due ON promises.promise USING btree (keeper_partner, due_at, promise_id) WHERE ((state = 'open'::text) AND (keeper_partner IS NOT NULL));
CREATE INDEX promise_partner_settled ON promises.promise USING btree (keeper_partner, settled_at DESC, promise_id) WHERE ((state = ANY (ARRAY['kept'::text, 'exceeded'::text, 'broken'::text])) AND (keeper_partner IS NOT NULL));
CREATE INDEX promise_person_due ON promises.promise USING btree (keeper_person, due_at, promise_id) WHERE ((state = 'open'::text) AND (keeper_person IS NOT NULL));
CREATE INDEX promise_settled ON promises.promise USING btree (settled_at, promise_id) WHERE (state = ANY (ARRAY['kept'::text, 'exceeded'::text, 'broken'::text]));

create view promises.public_promise as
SELECT customer_id,
    promise_id,
    origin,
    owed_by,
    state,
    made_at,
    maker_person,
    maker_department,
    keeper_person,
    keeper_department,
    keeper_partner,
    kind,
    channel,
    touchpoint,
    product,
    subject,
    agreement_id,
    conversation_id,
    outer_id,
    standing_id,
    unit,
    measure,
    better,
    adequate,
    desired,
    result,
    adequate_at,
    desired_at,
    result_at,
    due_at,
    due_on,
    zone,
    settled_at,
    felt,
    felt_at,
    reason,
    expected_from,
    heard_at,
    replaces,
    replaced_by,
    made_event_id,
    result_event_id
   FROM promises.promise;

create table promises.setting (
  only_one boolean default true not null,
  accept_minutes integer not null,
  alarm_shares integer[] not null,
  public_page boolean not null,
  public_rate boolean not null,
  zone_data text,
  version integer default 1 not null,
  constraint setting_only_one_check CHECK (only_one),
  constraint setting_pkey PRIMARY KEY (only_one)
);

create table promises.standing (
  standing_id uuid not null,
  version integer not null,
  state text not null,
  texts jsonb not null,
  rule jsonb not null,
  keeper_department text,
  public boolean not null,
  in_force_at timestamp with time zone,
  published_at timestamp with time zone,
  ended_at timestamp with time zone,
  past_before timestamp with time zone,
  past_state text,
  past_to uuid,
  past_opened integer default 0 not null,
  made_at timestamp with time zone not null,
  made_by text not null,
  constraint standing_past_state_check CHECK ((past_state = ANY (ARRAY['running'::text, 'stopped'::text, 'done'::text]))),
  constraint standing_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'in-force'::text, 'withdrawn'::text, 'superseded'::text]))),
  constraint standing_pkey PRIMARY KEY (standing_id, version)
);

create table promises.step (
  customer_id uuid not null,
  promise_id uuid not null,
  step_id uuid not null,
  at timestamp with time zone not null,
  by text not null,
  what text not null,
  details jsonb default '{}'::jsonb not null,
  constraint step_customer_id_promise_id_fkey FOREIGN KEY (customer_id, promise_id) REFERENCES promises.promise(customer_id, promise_id) ON DELETE CASCADE,
  constraint step_pkey PRIMARY KEY (customer_id, promise_id, step_id)
);

create table promises.tally (
  side text not null,
  dimension text not null,
  day_on date not null,
  value text not null,
  state text not null,
  promises bigint not null,
  constraint tally_side_check CHECK ((side = ANY (ARRAY['due'::text, 'settled'::text]))),
  constraint tally_pkey PRIMARY KEY (side, dimension, day_on, value, state) INCLUDE (promises)
);

create view promises.tally_change as
SELECT s.side,
    d.dimension,
    s.day_on,
    dimension_values[d.place] AS value,
    state,
    promises
   FROM ((promises.tally_move m
     CROSS JOIN ( VALUES ('all'::text,1), ('keeper'::text,2), ('keeper-person'::text,3), ('maker'::text,4), ('maker-person'::text,5), ('pair'::text,6), ('touchpoint'::text,7), ('product'::text,8), ('kind'::text,9), ('reason'::text,10), ('standing'::text,11)) d(dimension, place))
     CROSS JOIN LATERAL ( VALUES ('due'::text,due_on), ('settled'::text,settled_on)) s(side, day_on))
  WHERE ((s.day_on IS NOT NULL) AND (dimension_values[d.place] IS NOT NULL));

create table promises.tally_move (
  change_id uuid not null,
  place integer not null,
  due_on date not null,
  settled_on date,
  state text not null,
  dimension_values text[] not null,
  promises bigint not null,
  constraint tally_move_pkey PRIMARY KEY (change_id, place)
);

create table promises.unread (
  customer_id uuid not null,
  event_id uuid not null,
  code text not null,
  heard_at timestamp with time zone not null,
  constraint unread_pkey PRIMARY KEY (customer_id, event_id)
);
CREATE INDEX unread_heard ON promises.unread USING btree (heard_at, event_id);

create schema staff;

create table staff.api_key (
  key_id uuid not null,
  name text not null,
  prefix text not null,
  secret_hash bytea not null,
  scopes text[] not null,
  made_by uuid not null,
  made_at timestamp with time zone not null,
  last_used_at timestamp with time zone,
  until timestamp with time zone,
  revoked_at timestamp with time zone,
  constraint api_key_made_by_fkey FOREIGN KEY (made_by) REFERENCES staff.person(person_id),
  constraint api_key_pkey PRIMARY KEY (key_id),
  constraint api_key_prefix_key UNIQUE (prefix),
  constraint api_key_secret_hash_key UNIQUE (secret_hash)
);

create table staff.attempt (
  subject_hash bytea not null,
  failures integer not null,
  last_at timestamp with time zone not null,
  constraint attempt_pkey PRIMARY KEY (subject_hash)
);

create table staff.change (
  change_id uuid not null,
  at timestamp with time zone not null,
  actor text not null,
  what text not null,
  subject text not null,
  before jsonb,
  after jsonb,
  constraint change_pkey PRIMARY KEY (change_id)
);
CREATE INDEX change_at ON staff.change USING btree (at DESC, change_id DESC);
CREATE INDEX change_subject ON staff.change USING btree (subject, at DESC);

create table staff.credential (
  credential_id uuid not null,
  person_id uuid not null,
  kind text not null,
  issuer text default ''::text not null,
  subject text not null,
  secret text not null,
  made_at timestamp with time zone default now() not null,
  changed_at timestamp with time zone default now() not null,
  last_used_at timestamp with time zone,
  constraint credential_person_id_fkey FOREIGN KEY (person_id) REFERENCES staff.person(person_id) ON DELETE CASCADE,
  constraint credential_pkey PRIMARY KEY (credential_id),
  constraint credential_kind_issuer_subject_key UNIQUE (kind, issuer, subject)
);
CREATE INDEX credential_person ON staff.credential USING btree (person_id);

create table staff.department (
  department_id uuid not null,
  key text,
  name_en text not null,
  name_es text not null,
  name_ru text not null,
  head_id uuid,
  working_week jsonb,
  zone text,
  country text,
  region text,
  closed_at timestamp with time zone,
  version integer default 1 not null,
  constraint department_pkey PRIMARY KEY (department_id),
  constraint department_key_key UNIQUE (key)
);

create table staff.free_day (
  free_day_id uuid not null,
  department_id uuid,
  kind text not null,
  name text not null,
  free_on date,
  yearly text,
  hours jsonb,
  constraint free_day_check CHECK (((hours IS NULL) OR (kind = 'open'::text))),
  constraint free_day_check1 CHECK ((num_nonnulls(free_on, yearly) = 1)),
  constraint free_day_kind_check CHECK ((kind = ANY (ARRAY['closed'::text, 'open'::text]))),
  constraint free_day_yearly_check CHECK ((yearly ~ '^\d\d-\d\d$'::text)),
  constraint free_day_department_id_fkey FOREIGN KEY (department_id) REFERENCES staff.department(department_id),
  constraint free_day_pkey PRIMARY KEY (free_day_id),
  constraint free_day_department_id_free_on_yearly_key UNIQUE NULLS NOT DISTINCT (department_id, free_on, yearly)
);

create table staff.link (
  token_hash bytea not null,
  kind text not null,
  person_id uuid,
  made_at timestamp with time zone default now() not null,
  until timestamp with time zone not null,
  used_at timestamp with time zone,
  constraint link_kind_check CHECK ((kind = ANY (ARRAY['set-up'::text, 'invitation'::text, 'reset'::text]))),
  constraint link_person_id_fkey FOREIGN KEY (person_id) REFERENCES staff.person(person_id) ON DELETE CASCADE,
  constraint link_pkey PRIMARY KEY (token_hash)
);
CREATE INDEX link_person ON staff.link USING btree (person_id);

create table staff.logo (
  organisation_id uuid not null,
  content_type text not null,
  sha256 bytea not null,
  bytes bytea not null,
  constraint logo_bytes_check CHECK ((length(bytes) <= 1048576)),
  constraint logo_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES staff.organisation(organisation_id),
  constraint logo_pkey PRIMARY KEY (organisation_id)
);

create table staff.mail_setting (
  host text not null,
  port integer not null,
  security text not null,
  username text,
  password_sealed text,
  from_address text not null,
  from_name text,
  version integer default 1 not null,
  changed_at timestamp with time zone not null,
  only_one boolean default true not null,
  constraint mail_setting_only_one_check CHECK (only_one),
  constraint mail_setting_security_check CHECK ((security = ANY (ARRAY['tls'::text, 'starttls'::text, 'none'::text]))),
  constraint mail_setting_pkey PRIMARY KEY (only_one)
);

create table staff.organisation (
  organisation_id uuid not null,
  name text not null,
  languages text[] not null,
  zone text not null,
  currency text not null,
  country text not null,
  region text,
  holidays boolean default true not null,
  working_week jsonb not null,
  version integer default 1 not null,
  set_up_at timestamp with time zone not null,
  only_one boolean default true not null,
  constraint organisation_only_one_check CHECK (only_one),
  constraint organisation_pkey PRIMARY KEY (organisation_id),
  constraint organisation_only_one_key UNIQUE (only_one)
);

create table staff.person (
  person_id uuid not null,
  email text not null,
  name text not null,
  role text not null,
  department_id uuid,
  language text not null,
  zone text,
  state text not null,
  successor_id uuid,
  invited_at timestamp with time zone not null,
  joined_at timestamp with time zone,
  left_at timestamp with time zone,
  version integer default 1 not null,
  constraint person_role_check CHECK ((role = ANY (ARRAY['employee'::text, 'lead'::text, 'manager'::text, 'privacy-officer'::text, 'administrator'::text]))),
  constraint person_state_check CHECK ((state = ANY (ARRAY['invited'::text, 'active'::text, 'left'::text]))),
  constraint person_department_id_fkey FOREIGN KEY (department_id) REFERENCES staff.department(department_id),
  constraint person_successor_id_fkey FOREIGN KEY (successor_id) REFERENCES staff.person(person_id),
  constraint person_pkey PRIMARY KEY (person_id),
  constraint person_email_key UNIQUE (email)
);
CREATE INDEX person_department ON staff.person USING btree (department_id);

create view staff.public_department as
SELECT department_id,
    key,
    name_en,
    name_es,
    name_ru,
    head_id,
    closed_at
   FROM staff.department;

create view staff.public_organisation as
SELECT name,
    languages,
    zone,
    currency,
    country,
    working_week
   FROM staff.organisation;

create view staff.public_person as
SELECT person_id,
    name,
    role,
    department_id,
    state,
    successor_id,
    email,
    language,
    zone
   FROM staff.person;

create table staff.session (
  token_hash bytea not null,
  person_id uuid not null,
  made_at timestamp with time zone default now() not null,
  seen_at timestamp with time zone default now() not null,
  until timestamp with time zone not null,
  address text not null,
  constraint session_person_id_fkey FOREIGN KEY (person_id) REFERENCES staff.person(person_id) ON DELETE CASCADE,
  constraint session_pkey PRIMARY KEY (token_hash)
);
CREATE INDEX session_person ON staff.session USING btree (person_id);
CREATE INDEX session_until ON staff.session USING btree (until);

create schema today;

create table today.delivery (
  telling_id uuid not null,
  way text not null,
  state text not null,
  tries integer default 0 not null,
  made_at timestamp with time zone not null,
  next_at timestamp with time zone not null,
  error text,
  message_id text not null,
  sent_at timestamp with time zone,
  constraint delivery_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'sent'::text, 'failed'::text, 'dropped'::text]))),
  constraint delivery_way_check CHECK ((way = 'mail'::text)),
  constraint delivery_telling_id_fkey FOREIGN KEY (telling_id) REFERENCES today.telling(telling_id) ON DELETE CASCADE,
  constraint delivery_pkey PRIMARY KEY (telling_id, way)
);
CREATE INDEX delivery_due ON today.delivery USING btree (next_at) WHERE (state = 'waiting'::text);
CREATE INDEX delivery_failed ON today.delivery USING btree (made_at DESC) WHERE (state = 'failed'::text);

create table today.digest (
  person_id uuid not null,
  digest_on date not null,
  constraint digest_pkey PRIMARY KEY (person_id, digest_on)
);

create table today.line (
  customer_id uuid not null,
  room text not null,
  key text not null,
  kind text not null,
  person_id uuid,
  department_id uuid,
  weight integer default 0 not null,
  until timestamp with time zone,
  word text not null,
  slots jsonb default '{}'::jsonb not null,
  path text not null,
  act jsonb,
  hand_over jsonb,
  handed jsonb,
  since timestamp with time zone not null,
  claimed_by uuid,
  claimed_at timestamp with time zone,
  snoozed_until timestamp with time zone,
  settled_at timestamp with time zone,
  settled_by uuid,
  constraint line_pkey PRIMARY KEY (customer_id, room, key)
);
CREATE INDEX line_claimed ON today.line USING btree (claimed_by) WHERE ((settled_at IS NULL) AND (claimed_by IS NOT NULL));
CREATE INDEX line_department ON today.line USING btree (department_id, until) WHERE ((settled_at IS NULL) AND (person_id IS NULL));
CREATE INDEX line_person ON today.line USING btree (person_id, until) WHERE ((settled_at IS NULL) AND (person_id IS NOT NULL));
CREATE INDEX line_settled_at ON today.line USING btree (settled_at) WHERE (settled_at IS NOT NULL);
CREATE INDEX line_settled_by ON today.line USING btree (settled_by, settled_at) WHERE (settled_by IS NOT NULL);

create table today.preference (
  person_id uuid not null,
  kind text not null,
  app boolean not null,
  mail text not null,
  constraint preference_mail_check CHECK ((mail = ANY (ARRAY['now'::text, 'daily'::text, 'never'::text]))),
  constraint preference_pkey PRIMARY KEY (person_id, kind)
);

create table today.stake (
  customer_id uuid not null,
  owed integer default 0 not null,
  lost boolean default false not null,
  constraint stake_owed_check CHECK ((owed >= 0)),
  constraint stake_pkey PRIMARY KEY (customer_id)
);

create table today.telling (
  telling_id uuid not null,
  person_id uuid not null,
  customer_id uuid,
  kind text not null,
  word text not null,
  slots jsonb default '{}'::jsonb not null,
  path text not null,
  at timestamp with time zone not null,
  late_seconds integer default 0 not null,
  in_app boolean not null,
  seen_at timestamp with time zone,
  constraint telling_pkey PRIMARY KEY (telling_id)
);
CREATE INDEX telling_at ON today.telling USING btree (at);
CREATE INDEX telling_person ON today.telling USING btree (person_id, at DESC, telling_id DESC) WHERE in_app;
CREATE INDEX telling_unseen ON today.telling USING btree (person_id) WHERE (in_app AND (seen_at IS NULL));
