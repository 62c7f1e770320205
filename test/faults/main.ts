// npm run drills [-- --rounds N --only server|database|both|sigterm|backup|hostile|flood|once|alarms|letters|clocks]: kills Kept under load, again and again, and counts.
import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { alarmDrills } from './alarm-rounds.ts';
import { runBackupDrill } from './backup-drill.ts';
import { isGood, type Kind, kinds, limitMs, type Round, runRounds } from './rounds.ts';
import { openServerProcess, type ServerProcess } from './server-process.ts';
import { type Besieged, runFloodDrill, runHostileDrill } from './strangers.ts';

/** Drills that are no rounds. */
const others = ['backup', 'hostile', 'flood', 'once', ...Object.keys(alarmDrills)];

const usage = `npm run drills [-- --rounds N] [--only ${[...kinds, ...others].join('|')}] [--database URL]
  50 rounds each of the server, the database and the alarms, 20 of the letters, 10 of the others, when not said.
  alarms, letters and clocks run on an empty database of yours where one is given.`;

const usual: Readonly<Record<Kind, number>> = { server: 50, database: 50, both: 10, sigterm: 10 };

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

function tell(round: Round): void {
  const { kind, no, acked, lost, dup, ghost, wrong, backMs, answers } = round;
  const found = `lost ${lost} dup ${dup} ghost ${ghost} wrong ${wrong}`;
  say(
    `${kind} ${String(no).padStart(3)}  acked ${String(acked).padStart(6)}  ${found}  back ${Math.round(backMs)} ms  ${answers}`,
  );
  for (const fault of [...round.broken, ...round.faults]) say(`    ✗ ${fault}`);
}

const columns = [
  'what',
  'rounds',
  'acked',
  'lost',
  'dup',
  'ghost',
  'wrong',
  'other',
  'median back',
  'slowest',
  'limit',
  'over',
];

function rowOf(kind: Kind, rounds: readonly Round[]): string[] {
  const sum = (of: (round: Round) => number) => String(rounds.reduce((total, round) => total + of(round), 0));
  const back = rounds.map((round) => round.backMs).toSorted((a, b) => a - b);
  return [
    kind,
    String(rounds.length),
    sum((round) => round.acked),
    sum((round) => round.lost),
    sum((round) => round.dup),
    sum((round) => round.ghost),
    sum((round) => round.wrong),
    sum((round) => round.broken.length + round.faults.length),
    `${Math.round(back[back.length >> 1] ?? 0)} ms`,
    `${Math.round(back.at(-1) ?? 0)} ms`,
    `${limitMs[kind]} ms`,
    sum((round) => (round.backMs > limitMs[kind] ? 1 : 0)),
  ];
}

function table(rows: readonly (readonly string[])[]): void {
  const widths = columns.map((title, at) => Math.max(title.length, ...rows.map((row) => (row[at] ?? '').length)));
  for (const row of [columns, ...rows]) say(row.map((cell, at) => cell.padStart(widths[at] ?? 0)).join('  '));
}

/** A house for one kind of drill, removed afterwards. */
async function inHouse<T>(work: (house: ServerProcess) => Promise<T>, files?: number): Promise<T> {
  const house = await openServerProcess(files === undefined ? {} : { files });
  try {
    return await work(house);
  } finally {
    await house.close();
  }
}

/** Fifty at once of each of two hundred new phones, and of two hundred messages. */
async function runOnceDrill(): Promise<boolean> {
  const args = ['node_modules/vitest/vitest.mjs', 'run', 'test/scenarios/once.test.ts'];
  const env = { ...process.env, KEPT_WAVES: '200' };
  return spawnSync(process.execPath, args, { env, stdio: 'inherit' }).status === 0;
}

async function main(): Promise<boolean> {
  const { values } = parseArgs({
    options: {
      rounds: { type: 'string' },
      only: { type: 'string' },
      database: { type: 'string' },
      help: { type: 'boolean' },
    },
  });
  const { only } = values;
  if (values.help === true || (only !== undefined && ![...kinds, ...others].includes(only))) {
    say(usage);
    return values.help === true;
  }
  const rows: string[][] = [];
  let good = true;
  const wanted = (what: string) => only === undefined || only === what;
  for (const kind of kinds.filter(wanted)) {
    const rounds = await inHouse((house) => runRounds(house, kind, Number(values.rounds ?? usual[kind]), tell));
    good &&= rounds.every(isGood);
    rows.push(rowOf(kind, rounds));
  }
  if (wanted('backup')) {
    const drill = await inHouse((house) => runBackupDrill(house, Number(values.rounds ?? 3), 3_000));
    for (const line of drill.lines) say(line);
    good &&= drill.good;
  }
  const tellBesieged = ({ line, faults }: Besieged) => {
    say(line);
    for (const fault of faults) say(`    ✗ ${fault}`);
    good &&= faults.length === 0;
  };
  if (wanted('hostile')) tellBesieged(await inHouse((house) => runHostileDrill(house, Number(values.rounds ?? 10))));
  if (wanted('flood')) {
    const files = 256;
    tellBesieged(await inHouse((house) => runFloodDrill(house, 600, Number(values.rounds ?? 60)), files));
  }
  const more: typeof alarmDrills = { ...alarmDrills, once: runOnceDrill };
  for (const [name, run] of Object.entries(more)) {
    const rounds = values.rounds === undefined ? undefined : Number(values.rounds);
    if (wanted(name) && !(await run({ rounds, databaseUrl: values.database, say }))) good = false;
  }
  if (rows.length > 0) table(rows);
  say(good ? 'nothing acknowledged was lost, doubled or changed' : 'FAILED');
  return good;
}

process.exit((await main()) ? 0 : 1);
