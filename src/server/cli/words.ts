import type { ImportShown } from '../../shared/imports.ts';
import type { BrokenLink } from '../../shared/privacy.ts';
import type { Unreconciled } from './check-store.ts';

/** Everything that the command line says to people, in English. */
export const words = {
  about: "A company's memory of its relationship with each of its customers.",
  more: [
    '',
    'Settings come from the environment: KEPT_DATA (folder, ./kept-data), KEPT_PORT (7300), KEPT_HOST (127.0.0.1),',
    'KEPT_BASE_URL, KEPT_TLS_CERT and KEPT_TLS_KEY, KEPT_TRUST_PROXY, KEPT_SMTP_URL, KEPT_MAIL_FROM, KEPT_LOG,',
    'DATABASE_URL (a PostgreSQL of your own instead of the embedded one).',
    '',
    'A command ends with 0 done, 1 a fault, 2 used wrongly, 3 damage found, 4 refused or busy.',
  ].join('\n'),
  jsonOption: 'print figures as one JSON object',
  commands: {
    start: 'start the server, with its database unless DATABASE_URL names one',
    migrate: 'bring the database to this build; one with data is backed up first',
    import: 'import a CSV file through the running server, or without one',
    demo: 'a made-up energy company with three years of customers, in a database of its own',
    backup: 'write everything into one checked file, while the server runs',
    restore: 'restore a backup whole into an empty database',
    verify: 'read everything and check it: pages, chain of uses, counts, references, files',
    doctor: 'examine the installation: settings, versions, schema, folders, clock, disk, mail',
  },
  bars: {
    backup: 'backing up',
    restore: 'restoring',
    verify: 'reading',
    demo: 'customers',
    import: 'importing',
    undo: 'taking out',
  },

  notWithin: (least: number, most: number) => `A whole number from ${least} to ${most}.`,
  notAnInstant: 'An instant such as 2026-11-01T00:00:00Z.',
  folderNotMade: (folder: string, code: string) =>
    `The data folder ${folder} could not be made (${code}). Set KEPT_DATA to a folder that this user may write.`,
  databaseStarting: (folder: string, pid: number) =>
    `Process ${pid} holds the database in ${folder}, but it does not answer yet. Try again in a moment.`,
  databaseAway: (code: string) => `The database does not answer (${code}). Is it running, and is DATABASE_URL right?`,
  damagedPage: (text: string) => `The database is damaged: ${text}`,
  uncaught: (text: string) => `A fault that nobody caught ends the server: ${text}`,

  noFolder: (folder: string) => `There is no folder ${folder}.`,
  noFile: (file: string) => `There is no file ${file} that can be read.`,
  noPlace: (file: string) => `Nothing can be written to ${file}. Name a place in a folder that is there and is yours.`,
  nothingThere: 'The database is empty: there is nothing to look at. Start Kept first (npm start).',
  backedUp: (file: string, bytes: string, rows: string, at: string) =>
    `Backed up ${rows} rows as of ${at} into ${file} (${bytes}).`,
  serverRuns: (pid: number, folder: string) =>
    `Kept runs on ${folder} (process ${pid}). Stop it first; nothing was touched.`,
  restored: (at: string, rows: string, files: string, where: string) =>
    `Restored ${rows} rows and ${files} files as of ${at} into ${where}. The next start upgrades it where that is needed.`,
  headsAside: (file: string) => `The heads of the chain before were put aside: ${file}.`,

  unreadable: (table: string, why: string) => `${table} cannot be read whole: ${why}`,
  orphans: (rows: number, what: string) => `${rows} × ${what}`,
  untrue: (rows: number, what: string) => `${rows} × ${what}`,
  unreconciled: (row: Unreconciled) =>
    `the counts of the source "${row.source}" do not agree: sent ${row.sent}, remembered ${row.remembered}, duplicate ${row.duplicate}, quarantined ${row.quarantined}, events ${row.events}`,
  brokenLink: (broken: BrokenLink) =>
    `the chain of server ${broken.server_id} does not hold from link ${broken.link_no} on: ${broken.what}${broken.use_id === null ? '' : ` (use ${broken.use_id})`}`,
  changedFile: (name: string) => `the file ${name} is not what was kept under this name`,
  missingFile: (name: string) => `the file ${name} of an attachment is missing`,
  references: 'references',
  files: 'files',
  verified: {
    tables: (tables: string, rows: string) => `read       ${tables} tables, ${rows} rows`,
    sources: (sources: string) => `sources    ${sources} reconciled with their events`,
    chain: (links: string, uses: string) => `chain      ${links} links, ${uses} uses`,
    files: (files: string) => `files      ${files}`,
    delivery: (waiting: string, parked: string, customers: string) =>
      `delivery   ${waiting} waiting, ${parked} parked of ${customers} customers`,
  },
  damaged: (text: string) => `DAMAGED    ${text}`,
  whole: 'Everything is whole.',
  notWhole: (places: number) => `Damage found in ${places} place${places === 1 ? '' : 's'}.`,

  doctor: {
    marks: { well: ' ok ', note: 'note', wrong: 'BAD ' },
    sum: (wrong: number, notes: number) =>
      wrong === 0 ? `Nothing is wrong (${notes} to know).` : `${wrong} wrong, ${notes} to know.`,
    unknown: 'not known',
    node: (version: string) => `Node ${version} (24 or newer is needed)`,
    noFolder: (folder: string) => `${folder} is not there yet`,
    folder: (folder: string, mode: number, isOpen: boolean) =>
      `${folder}, rights ${mode.toString(8)}${isOpen ? `: others may look into it. chmod 700 ${folder}` : ''}`,
    disk: (free: string, isLow: boolean) => `${free} free${isLow ? ': little. Make room or move KEPT_DATA' : ''}`,
    memory: (free: string, all: string) => `${free} free of ${all}`,
    noServer: 'Kept does not run on this folder',
    server: (url: string, pid: number) => `runs at ${url} (process ${pid})`,
    database: (version: string, bytes: string, connections: number) =>
      `PostgreSQL ${version}, ${bytes}, ${connections} connections`,
    settings: (unsafe: readonly string[]) =>
      unsafe.length === 0
        ? 'what is acknowledged is kept (fsync, full_page_writes, synchronous_commit)'
        : `acknowledged writes may be lost: ${unsafe.join(', ')} must be on`,
    checksums: (on: boolean) =>
      on ? 'data checksums are on' : 'data checksums are off: a flipped bit stays unseen (pg_checksums --enable)',
    encoding: 'the database is not in UTF-8',
    collation:
      'the system sorts text differently since the database was made: REINDEX DATABASE, then ALTER DATABASE … REFRESH COLLATION VERSION',
    clock: (ms: number) => `the database's clock is ${ms} ms from this machine's`,
    noSchema: 'the database is empty; the first start makes it',
    newer: (at: number, newest: number) => `the database is ${at}, this build knows ${newest}`,
    older: (at: number, newest: number) => `the database is ${at}; the next start brings it to ${newest}`,
    missing: (line: string) => `missing: ${line}`,
    more: (line: string) => `not ours: ${line}`,
    schema: (at: number) => `${at}, as this build makes it`,
    noMail: 'the environment sets up no mail (KEPT_SMTP_URL); Settings > Mail may, and tries it with a test message',
    mail: (trouble: string | undefined) =>
      trouble === undefined ? 'the mail server answers' : `the mail server does not take letters (${trouble})`,
  },

  portTaken: (host: string, port: number) =>
    `Port ${port} on ${host} is taken by another program. Choose another with KEPT_PORT, or stop that program.`,
  notListening: (host: string, port: number, code: string) => `Kept cannot listen on ${host}:${port} (${code}).`,
  schemaMade: 'Made the database.',
  upgraded: (from: number, to: number) => `Upgraded the database from ${from} to ${to}.`,
  upToDate: (at: number) => `The database is ${at}, as this build knows it: nothing to do.`,
  backedUpFirst: (file: string, bytes: string) => `Backed up before the upgrade: ${file} (${bytes}).`,
  skew: (ms: number) =>
    `The database's clock is ${(Math.abs(ms) / 1_000).toFixed(1)} s ${ms > 0 ? 'ahead of' : 'behind'} this machine's. Set both by NTP: due times are judged by the database's.`,
  running: (url: string) => `\nKept is running.\n\n  Open      ${url}`,
  setUpHere: (link: string) => `  Set up    ${link}\n            (works once, for a day; makes you its administrator)`,
  dataHere: (folder: string, database: string | undefined) =>
    `  Data      ${folder}${database === undefined ? '' : `, database ${database}`}`,
  logHere: (file: string) => `  Log       ${file}`,
  loadLater: [
    '',
    'Nothing is in it yet. To see it with something inside:',
    '  npm run kept -- demo              a made-up energy company, in a database of its own',
    '  npm start -- --extract            sales of a real shop (UCI Online Retail, an extract)',
  ].join('\n'),
  demo: {
    loading: (customers: number) => `Sending three years of ${customers} customers through the intake …`,
    rate: (messages: string, rate: string) => `${messages} messages, ${rate}/s`,
    loaded: (customers: string, messages: string, rate: string) =>
      `Loaded ${customers} customers with ${messages} messages (${rate} a second).`,
    quarantined: (items: number) => `${items} messages of the demo were set aside: see "Sources" on its pages.`,
    unknownSystem: (name: string) => `The demo names a system that is not known: ${name}.`,
    already: (customers: number) => `The demo company is loaded (${customers} customers).`,
    running: (url: string) => `\nThe demo company is open.\n\n  Open      ${url}`,
    signIn: (email: string, password: string | undefined) =>
      password === undefined
        ? `  Sign in   ${email}, with the password of its first start (a new one: kept demo --new-password)`
        : `  Sign in   ${email}\n  Password  ${password}   (shown this once)`,
    toRemove: '\nRemove it, database and all: npm run kept -- demo --remove',
    halfLoaded: 'Stopped in the middle of loading. The next "kept demo" goes on where this one was.',
    stopFirst: (pid: number) => `The demo company runs (process ${pid}). Stop it first; nothing was touched.`,
    sure: 'Remove the demo company with its database and its folder?',
    notRemoved: 'Nothing was removed: say --yes to remove the demo company without being asked.',
    removed: 'The demo company is gone, with its database and its folder.',
    nothingToRemove: 'There was no demo company.',
  },
  import: {
    oneThing: 'Name a file to import, or --undo ID, or --resume ID: one of the three.',
    noMapping:
      'Say how its columns are read: --mapping M.yaml. Make one in the browser (Sources, Import) or see examples/.',
    begun: (name: string, importId: string) =>
      `Importing ${name} as ${importId}. Should this be broken off: kept import --resume ${importId}`,
    rate: (rows: string, rate: string) => `${rows} rows, ${rate}/s`,
    report: (end: ImportShown) =>
      [
        `${end.dry ? 'Dry run: nothing was written. ' : ''}${count(end.rows)} rows: ${count(end.good)} good, ${count(end.bad)} bad, ${count(end.warnings)} with a warning.`,
        `${count(end.events)} events, ${count(end.duplicates)} known before, ${count(end.customers_made)} new customers.`,
      ].join('\n'),
    badRows: (importId: string) => `The bad rows as a file: kept import --resume ${importId} --errors bad-rows.csv`,
    errorsWritten: (path: string) => `The bad rows stand in ${path}, with their lines and reasons.`,
    failed: (code: string, importId: string) =>
      `The import ${importId} stopped (${code}). Go on: kept import --resume ${importId}`,
    paused: (importId: string) => `The import ${importId} is paused. Go on: kept import --resume ${importId}`,
    undone: (name: string) => `Everything that came with ${name} was taken out again.`,
    extractThere: "The real shop's extract is loaded already.",
  },
  choose: {
    question: 'Nothing is in it yet. What would you like to see?',
    empty: 'Start empty',
    emptyHint: 'your own customers come by import or API',
    demo: 'Show me the demo company',
    demoHint: 'made up; in a database of its own, removed in one act',
    extract: "Load a real shop's extract",
    extractHint: 'UCI Online Retail, into this house; can be undone',
  },
  notLoaded: (why: string) => `It could not be loaded: ${why} The server goes on.`,
  howToStop: '\nCtrl-C stops it.',
  ending: (signal: string) => `\n${signal}: finishing what was accepted …`,
  ended: 'Stopped. Everything is on the disk.',
} as const;

/** Bytes for people: 1.2 MB. */
export function size(bytes: number): string {
  const units = ['B', 'kB', 'MB', 'GB', 'TB'];
  let value = bytes;
  let at = 0;
  while (value >= 1_000 && at < units.length - 1) {
    value /= 1_000;
    at += 1;
  }
  return `${at === 0 ? value : value.toFixed(1)} ${units[at]}`;
}

/** A whole number for people: 12 345. */
export function count(value: number): string {
  return String(value).replaceAll(/\B(?=(\d{3})+(?!\d))/g, ' ');
}
