-- The organisation and the people who work here.
create schema staff;

create table staff.organisation (
  organisation_id uuid primary key,
  name text not null,
  languages text[] not null,
  zone text not null,
  currency text not null,
  country text not null,
  -- The second half of ISO 3166-2, e.g. MD of ES-MD: whose holidays are kept beside the country's own.
  region text,
  -- Whether public holidays are free.
  holidays boolean not null default true,
  -- By ISO weekday: [{"day":1,"from":"09:00","to":"18:00"}, …]; days without a row are free.
  working_week jsonb not null,
  version integer not null default 1,
  set_up_at timestamptz not null,
  only_one boolean not null default true unique check (only_one)
);

create table staff.logo (
  organisation_id uuid primary key references staff.organisation (organisation_id),
  content_type text not null,
  sha256 bytea not null,
  bytes bytea not null check (length(bytes) <= 1048576)
);

create table staff.department (
  department_id uuid primary key,
  key text unique,
  name_en text not null,
  name_es text not null,
  name_ru text not null,
  head_id uuid,
  -- Its own hours and place where they differ from the house's.
  working_week jsonb,
  zone text,
  country text,
  region text,
  closed_at timestamptz,
  version integer not null default 1
);

-- A day unlike its weekday, of the whole house or of one department: closed, or open whatever the holiday.
create table staff.free_day (
  free_day_id uuid primary key,
  department_id uuid references staff.department (department_id),
  kind text not null check (kind in ('closed', 'open')),
  name text not null,
  -- One date, or a day of each year (12-24).
  free_on date,
  yearly text check (yearly ~ '^\d\d-\d\d$'),
  -- Of an open day: [{"from":"09:00","to":"14:00"}, …]; without them the hours of its weekday.
  hours jsonb check (hours is null or kind = 'open'),
  check (num_nonnulls(free_on, yearly) = 1),
  unique nulls not distinct (department_id, free_on, yearly)
);

create table staff.person (
  person_id uuid primary key,
  email text not null unique,
  name text not null,
  role text not null check (role in ('employee', 'lead', 'manager', 'privacy-officer', 'administrator')),
  department_id uuid references staff.department (department_id),
  language text not null,
  zone text,
  state text not null check (state in ('invited', 'active', 'left')),
  successor_id uuid references staff.person (person_id),
  invited_at timestamptz not null,
  joined_at timestamptz,
  left_at timestamptz,
  version integer not null default 1
);

create index person_department on staff.person (department_id);

-- By what somebody proves who he is: a password now; later totp, passkey, oidc (issuer and subject, never the e-mail).
create table staff.credential (
  credential_id uuid primary key,
  person_id uuid not null references staff.person (person_id) on delete cascade,
  kind text not null,
  issuer text not null default '',
  subject text not null,
  secret text not null,
  made_at timestamptz not null default now(),
  changed_at timestamptz not null default now(),
  last_used_at timestamptz,
  unique (kind, issuer, subject)
);
create index credential_person on staff.credential (person_id);

-- A signed-in browser. Only the hash of its token is kept; time is the database's.
create table staff.session (
  token_hash bytea primary key,
  person_id uuid not null references staff.person (person_id) on delete cascade,
  made_at timestamptz not null default now(),
  seen_at timestamptz not null default now(),
  until timestamptz not null,
  address text not null
);
create index session_person on staff.session (person_id);
create index session_until on staff.session (until);

-- A one-time link: set-up, invitation, password reset. Only the hash is kept.
create table staff.link (
  token_hash bytea primary key,
  kind text not null check (kind in ('set-up', 'invitation', 'reset')),
  person_id uuid references staff.person (person_id) on delete cascade,
  made_at timestamptz not null default now(),
  until timestamptz not null,
  used_at timestamptz
);
create index link_person on staff.link (person_id);

create table staff.api_key (
  key_id uuid primary key,
  name text not null,
  -- kept_<prefix>_<secret>: the prefix is shown in lists, of the whole only the hash is kept.
  prefix text not null unique,
  secret_hash bytea not null unique,
  scopes text[] not null,
  made_by uuid not null references staff.person (person_id),
  made_at timestamptz not null,
  last_used_at timestamptz,
  until timestamptz,
  revoked_at timestamptz
);

-- Wrong passwords by person and address, and by address: slows guessing; nobody is ever locked out.
create table staff.attempt (
  subject_hash bytea primary key,
  failures integer not null,
  last_at timestamptz not null
);

-- What was changed here, by whom: roles, people, keys, settings.
create table staff.change (
  change_id uuid primary key,
  at timestamptz not null,
  actor text not null,
  -- The verb, e.g. staff.edit-person.
  what text not null,
  -- Whom or what it concerns, e.g. person:<id>.
  subject text not null,
  before jsonb,
  after jsonb
);
create index change_at on staff.change (at desc, change_id desc);
create index change_subject on staff.change (subject, at desc);

-- How Kept reaches a mail server, where the environment does not say; the password is sealed with the house's secret.
create table staff.mail_setting (
  host text not null,
  port integer not null,
  security text not null check (security in ('tls', 'starttls', 'none')),
  username text,
  password_sealed text,
  from_address text not null,
  from_name text,
  version integer not null default 1,
  changed_at timestamptz not null,
  only_one boolean primary key default true check (only_one)
);

create view staff.public_person as
  select person_id, name, role, department_id, state, successor_id, email, language, zone from staff.person;
create view staff.public_department as
  select department_id, key, name_en, name_es, name_ru, head_id, closed_at from staff.department;
create view staff.public_organisation as
  select name, languages, zone, currency, country, working_week from staff.organisation;
