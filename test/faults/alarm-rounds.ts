import type { AlarmVerdict } from './alarm-checker.ts';
import {
  type AlarmDrill,
  type AlarmHouse,
  lineOf,
  openAlarmHouse,
  runAlarmDrill,
  runDownDrill,
  runLetterDrill,
} from './alarm-drill.ts';
import { clockCases, findFakeTime, runClockDrill } from './clock-drill.ts';
import { runHammerDrill } from './hammer-drill.ts';

/** What a run of these drills is told. */
export interface AlarmRun {
  /** How many kills; each drill's own number when not said. */
  readonly rounds: number | undefined;
  /** An empty database that is there already; an embedded one is started else. */
  readonly databaseUrl: string | undefined;
  readonly say: (line: string) => void;
}

/** The drills of alarms by their names on the command line; each tells whether all went well. */
export const alarmDrills: Readonly<Record<string, (run: AlarmRun) => Promise<boolean>>> = {
  async alarms(run) {
    const kills = run.rounds ?? 50;
    const two = await inHouse(run, 2, async (house, tell) => {
      const size = { promises: 10_000, leadMs: 45_000, spanMs: kills * 1_500, hurry: false };
      tell('two servers', await runAlarmDrill(house, { ...size, name: 'two', kills }), kills);
      const down = { name: 'down', promises: 2_000, kills: 0, leadMs: 60_000, spanMs: 3_600_000, hurry: false };
      tell('down for two and a half hours', await runDownDrill(house, down, 2.5), 0);
      for (const shares of [[], [50, 80, 95, 97, 98, 99]]) {
        const hammer = { name: `hammer${shares.length}`, promises: 200, leadMs: 8_000, spanMs: 1_500, shares };
        const { rang, silent, faults } = await runHammerDrill(house, hammer);
        run.say(
          `settled at its due, ${shares.length} alarms before: 200 promises, ${rang} rang before, ${silent} never`,
        );
        for (const fault of faults) run.say(`    ✗ ${fault}`);
        if (faults.length > 0) throw new Error('the hammer found something');
      }
    });
    if (run.databaseUrl !== undefined) return two;
    const five = await inHouse(run, 5, async (house, tell) => {
      const some = Math.ceil(kills / 5);
      const size = { promises: 2_000, leadMs: 20_000, spanMs: some * 2_000, hurry: false };
      tell('five servers', await runAlarmDrill(house, { ...size, name: 'five', kills: some }), some);
    });
    return two && five;
  },
  letters: (run) =>
    inHouse(run, 1, async (house, tell) => {
      const kills = run.rounds ?? 20;
      const drill = { name: 'letters', promises: 1_000, kills, leadMs: 15_000, spanMs: kills * 1_000, hurry: false };
      tell('killed before, between and after sending and marking', await runLetterDrill(house, drill), kills);
    }),
  async clocks(run) {
    const library = findFakeTime();
    if (library === undefined) {
      run.say('clocks: left out, as this machine has no faketime');
      return true;
    }
    return inHouse(run, 1, async (house, tell) => {
      for (const [no, [name, clocks]] of Object.entries(clockCases).entries()) {
        const drill: AlarmDrill = {
          name: `clock${no}`,
          promises: 500,
          kills: 0,
          leadMs: 10_000,
          spanMs: 5_000,
          hurry: false,
        };
        tell(`the servers’ clocks ${name}`, await runClockDrill(house, library, clocks, drill), 0);
      }
    });
  },
};

type Tell = (name: string, verdict: AlarmVerdict, kills: number) => void;

async function inHouse(
  { databaseUrl, say }: AlarmRun,
  servers: number,
  work: (house: AlarmHouse, tell: Tell) => Promise<void>,
): Promise<boolean> {
  const house = await openAlarmHouse(servers, databaseUrl);
  let good = true;
  try {
    await work(house, (name, verdict, kills) => {
      say(lineOf(name, verdict, kills));
      for (const fault of verdict.faults) say(`    ✗ ${fault}`);
      good &&= verdict.faults.length === 0;
    });
    return good;
  } catch (error) {
    say(`    ✗ ${error instanceof Error ? error.message : error}`);
    return false;
  } finally {
    await house.close();
  }
}
