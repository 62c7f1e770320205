-- Judged contacts: where customers meet us, how it was, how the account of five to one stands, and what repairs it.
create schema moments;

-- Where customers meet the company, as events name it. A seeded one has its texts in the words of Kept until it gets its own.
create table moments.touchpoint (
  touchpoint text primary key,
  seeded boolean not null,
  -- {"en": …, "es": …, "ru": …}: its own name, and what is intended there (no script).
  names jsonb,
  standards jsonb,
  -- Another name of this one, as some system tells it.
  same_as text references moments.touchpoint (touchpoint),
  stage text not null check (stage in ('perception', 'interaction', 'remembrance')),
  -- Departments by their key or id: those that have a hand in it, and who answers for each mark where it fails.
  departments text[] not null default '{}',
  owners jsonb not null default '{}',
  -- What is looked at: numbers from which a contact is bad, e.g. {"wait_minutes": 10}.
  indicators jsonb not null default '{}',
  -- Whether and when the customer is asked how it was.
  ask text not null check (ask in ('never', 'after', 'later', 'either')),
  closed_at timestamptz,
  version integer not null default 1
);

create table moments.setting (
  only_one boolean primary key default true check (only_one),
  -- What a negative weighs against a positive.
  five integer not null,
  -- Most credit; null for no limit. Half-life of what is shown, in months; null for no fading.
  cap integer,
  fade_months integer,
  -- Days between two questions to one customer; hours of his in which he may be asked.
  rest_days integer not null,
  ask_from text not null,
  ask_until text not null,
  ask_minutes integer not null,
  ask_later_days integer not null,
  -- Minutes within which a recovery has an owner; days after which he is asked whether it is repaired.
  own_minutes integer not null,
  recheck_days integer not null,
  -- What each role may spend on one recovery without asking, in minor units of the house's currency.
  budgets jsonb not null,
  -- The period after which who had only indifferent moments is called forgotten, in days.
  forgotten_days integer not null,
  version integer not null default 1
);

-- What one source says of one contact; kept apart from what others say.
create table moments.judgement (
  -- For whom it was recorded.
  customer_id uuid not null,
  -- The contact: made of the promise, the conversation or the event that it is about.
  moment_id uuid not null,
  judgement_id uuid not null,
  source text not null check (source in ('customer', 'employee', 'event', 'machine')),
  stage text not null check (stage in ('perception', 'interaction', 'remembrance')),
  -- When it was said, and when the contact was, where this tells it.
  at timestamptz not null,
  contact_at timestamptz,
  heard_at timestamptz not null,
  event_id uuid,
  -- 3 where the facts say that it was neither bad nor good; serves where nothing else is known.
  base smallint,
  people smallint,
  information smallint,
  process smallint,
  environment smallint,
  functional smallint,
  emotional smallint,
  severity smallint not null default 1 check (severity in (1, 2)),
  kind text check (kind in ('treatment', 'product', 'both')),
  -- What happened, in one word of ours: late, waited, broken, said …
  cause text,
  touchpoint text,
  channel text,
  departments text[] not null default '{}',
  -- Whose information it was, where that was said.
  information_from text,
  -- Who served, as told.
  person text,
  conversation_id uuid,
  promise_id uuid,
  agreement_id uuid,
  subject text,
  expected smallint,
  received smallint,
  by text not null,
  primary key (customer_id, moment_id, judgement_id)
);
-- What customers said of their feeling, the last first: what is learned from.
create index judgement_rated on moments.judgement (at desc) where source = 'customer' and emotional is not null;
create index judgement_own on moments.judgement (customer_id, judgement_id);

-- A contact as it is judged, made of its judgements; under the face by which its customer is read.
create table moments.moment (
  customer_id uuid not null,
  moment_id uuid not null,
  at timestamptz not null,
  heard_at timestamptz not null,
  -- -1, 0, 1; null where nobody knows.
  sign smallint check (sign in (-1, 0, 1)),
  severity smallint not null,
  -- The customer's own word makes it good.
  own boolean not null,
  -- Whose word decides.
  source text,
  kind text,
  -- Which marks were the worst: of information, process, people; else environment or feeling; joined by +.
  failing text not null,
  cause text,
  people smallint,
  information smallint,
  process smallint,
  environment smallint,
  functional smallint,
  emotional smallint,
  -- The sign and what failed in each stage: [{"stage": …, "sign": …, "failing": …}].
  stages jsonb not null,
  touchpoint text not null,
  channel text not null,
  departments text[] not null,
  -- Who answers for what failed: a department by its id, or as it was told.
  owner_department text,
  person text,
  event_id uuid,
  conversation_id uuid,
  promise_id uuid,
  agreement_id uuid,
  subject text,
  -- The local day of the house on which it is counted.
  day_on date not null,
  primary key (customer_id, moment_id)
);
create index moment_order on moments.moment (customer_id, at desc, moment_id) include (sign, own, severity);
create index moment_bad on moments.moment (at desc, moment_id) where sign = -1;
create index moment_at on moments.moment (at desc, moment_id);
create index moment_touchpoint on moments.moment (touchpoint, at desc, moment_id);
-- What is asked for seldom is found as fast as what is asked for often.
create index moment_department on moments.moment (coalesce(owner_department, departments[1], ''), at desc, moment_id);
create index moment_source on moments.moment (source, at desc, moment_id);
create index moment_kind on moments.moment (kind, at desc, moment_id) where sign = -1;
create index moment_unjudged on moments.moment (at desc, moment_id) where sign is null;
create index moment_failing on moments.moment (failing, at desc, moment_id) where sign = -1;
create index moment_stages on moments.moment using gin (stages jsonb_path_ops);

-- How an account stands: its balance, owed below 0, credit above; under the face.
create table moments.account (
  customer_id uuid primary key,
  balance integer not null default 0,
  moments integer not null default 0,
  positive integer not null default 0,
  indifferent integer not null default 0,
  negative integer not null default 0,
  last_at timestamptz,
  -- The last moment that was good or bad by anybody's word.
  last_felt_at timestamptz,
  last_negative_at timestamptz
);
create index account_owed on moments.account (balance, customer_id) where balance < 0;
create index account_dull on moments.account (last_at desc, customer_id) where indifferent > 0;

-- Moments by day and what they are counted by; changes are added by each writer, folded by the clock.
create table moments.tally (
  stage text not null,
  day_on date not null,
  touchpoint text not null,
  department text not null,
  sign smallint not null,
  failing text not null,
  kind text not null,
  -- Whether it was on time, complete and right, and how it felt: -1, 0, 1; 9 where nobody knows, or of a stage alone.
  objective smallint not null,
  emotional smallint not null,
  moments bigint not null,
  -- The sign of a moment that nobody judged is counted as 9.
  primary key (stage, day_on, touchpoint, department, sign, failing, kind, objective, emotional) include (moments)
) with (autovacuum_vacuum_scale_factor = 0.02);
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
  primary key (change_id, place)
);

-- What a negative moment calls for: somebody who answers for it, what would repair it, what was done, and his word on it.
create table moments.recovery (
  -- The face when it began.
  customer_id uuid not null,
  -- The moment's id.
  recovery_id uuid not null,
  state text not null check (state in ('open', 'owned', 'done', 'repaired', 'unrepaired', 'void', 'given-up')),
  opened_at timestamptz not null,
  moment_at timestamptz not null,
  severity smallint not null,
  failing text not null,
  touchpoint text not null,
  -- Only a machine's guess says that it was bad.
  doubted boolean not null,
  own_by timestamptz not null,
  owner_person uuid,
  owner_department uuid,
  owned_at timestamptz,
  -- What he says would repair it.
  wants text,
  wants_at timestamptz,
  wants_by text,
  currency text not null,
  spent_minor bigint not null default 0,
  done_at timestamptz,
  recheck_at timestamptz,
  -- His own word on whether it is repaired.
  outcome_words text,
  outcome_at timestamptz,
  outcome_by text,
  rounds integer not null default 0,
  version integer not null default 1,
  primary key (customer_id, recovery_id)
);
create index recovery_open on moments.recovery (own_by, recovery_id) where state in ('open', 'owned', 'done', 'unrepaired');
create index recovery_opened on moments.recovery (opened_at desc, recovery_id);
create index recovery_owner on moments.recovery (owner_person, own_by) where state in ('open', 'owned', 'done', 'unrepaired');

-- What was done in a recovery, by whom, at what cost; never changed.
create table moments.recovery_step (
  customer_id uuid not null,
  recovery_id uuid not null,
  step_id uuid not null,
  at timestamptz not null,
  by text not null,
  what text not null,
  words text,
  cost_minor bigint not null default 0,
  details jsonb not null default '{}',
  primary key (customer_id, recovery_id, step_id),
  foreign key (customer_id, recovery_id) references moments.recovery (customer_id, recovery_id) on delete cascade
);

-- One question to a customer about one contact: how it was, how he remembers it, whether it is repaired.
create table moments.question (
  customer_id uuid not null,
  question_id uuid not null,
  moment_id uuid not null,
  kind text not null check (kind in ('contact', 'recovery')),
  stage text not null check (stage in ('perception', 'interaction', 'remembrance')),
  state text not null check (state in ('planned', 'waiting', 'asked', 'answered', 'withheld', 'dropped', 'failed')),
  way text not null check (way in ('mail', 'link')),
  -- Why it was not asked: hold, rest, no-address, declined, one-a-contact, late.
  reason text,
  language text not null,
  made_at timestamptz not null,
  made_by text not null,
  ask_at timestamptz not null,
  asked_at timestamptz,
  until timestamptz,
  answered_at timestamptz,
  -- Of its letter: at least once, always under the same message id.
  tries integer not null default 0,
  next_at timestamptz,
  error text,
  message_id text not null,
  -- What he answered last, on the timeline.
  event_id uuid,
  primary key (customer_id, question_id)
);
create index question_moment on moments.question (customer_id, moment_id);
create index question_asked on moments.question (customer_id, asked_at desc) where asked_at is not null;
create index question_due on moments.question (next_at) where state = 'waiting';
create index question_made on moments.question (made_at desc, question_id);

-- While it lasts he is asked nothing (and, for later rooms, offered nothing): why, and until when.
create table moments.hold (
  customer_id uuid not null,
  hold_id uuid not null,
  reason text not null,
  until timestamptz,
  made_at timestamptz not null,
  made_by text not null,
  ended_at timestamptz,
  ended_by text,
  primary key (customer_id, hold_id)
);
create index hold_standing on moments.hold (customer_id, until) where ended_at is null;

-- How texts feel, learnt from the company's own rated comments: one model a language.
create table moments.feeling_model (
  language text primary key,
  model bytea not null,
  texts integer not null,
  trained_at timestamptz not null,
  -- How many rated texts there were in all languages then: it is learned anew once there are a fifth more.
  rated integer not null
);

-- The house's ways changed: accounts are counted, or the moments of some touchpoints judged, anew, piece by piece.
create table moments.renewal (
  renewal_id uuid primary key,
  -- Names under which the contacts are told that are judged anew; null: all accounts are counted.
  touchpoints text[],
  made_at timestamptz not null,
  -- It begins once no transaction is left that may have read the ways as they were: those before this one.
  after_tx xid8,
  -- The last customer who was dealt with.
  after_id uuid not null,
  done integer not null default 0,
  total integer not null default 0,
  finished_at timestamptz
);
create index renewal_made on moments.renewal (made_at desc, renewal_id);

-- What each setting of the account would have said of those who left and of those who stayed.
create table moments.replay (
  replay_id uuid primary key,
  made_at timestamptz not null,
  made_by text not null,
  finished_at timestamptz,
  report jsonb
);

create view moments.public_moment as
  select customer_id, moment_id, at, sign, severity, own, source, kind, failing, touchpoint, channel, departments,
    owner_department, event_id, conversation_id, promise_id, agreement_id from moments.moment;
create view moments.public_account as
  select customer_id, balance, moments, positive, indifferent, negative, last_at, last_felt_at, last_negative_at
  from moments.account;
create view moments.public_judgement as
  select customer_id, moment_id, judgement_id, source, stage, at, event_id, people, information, process, environment,
    functional, emotional, expected, received, promise_id from moments.judgement;
create view moments.public_recovery as
  select customer_id, recovery_id, state, opened_at, owned_at, done_at, outcome_at from moments.recovery;
create view moments.public_hold as
  select customer_id, reason, until from moments.hold where ended_at is null;
