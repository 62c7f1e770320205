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
  bars: { backup: 'backing up', restore: 'restoring', verify: 'reading', demo: 'customers', import: 'importing' },

  folderNotMade: (folder: string, code: string) =>
    `The data folder ${folder} could not be made (${code}). Set KEPT_DATA to a folder that this user may write.`,
  databaseStarting: (folder: string, pid: number) =>
    `Process ${pid} holds the database in ${folder}, but it does not answer yet. Try again in a moment.`,
  databaseAway: (code: string) => `The database does not answer (${code}). Is it running, and is DATABASE_URL right?`,
  damagedPage: (text: string) => `The database is damaged: ${text}`,
  uncaught: (text: string) => `A fault that nobody caught ends the server: ${text}`,

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
