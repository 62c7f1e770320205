import { setTimeout as pause } from 'node:timers/promises';
import { machineClock } from '../platform/clock.ts';
import type { Config } from '../platform/config.ts';
import { openServer } from './ask.ts';
import { assertSafeAt, findSkewMs, isUntouched } from './database-store.ts';
import { openDemo } from './demo.ts';
import { type Exit, endOf, exits } from './exit.ts';
import { type Reached, serverLog, shown, startOwn } from './house.ts';
import { loadExtract } from './import.ts';
import { askedToEnd, choosePort, endInTime, type Served, serve, watchFaults } from './serve.ts';
import { isAsking, type Show } from './show.ts';
import { upgrade } from './upgrade.ts';
import { words } from './words.ts';

/** From this skew on between the machine's clock and the database's, milliseconds. */
const skewMs = 2_000;
/** A loading that a signal breaks off has so long to let go. */
const lateMs = 2_000;

/** What `kept start` may be told. */
export interface StartOptions {
  readonly demo?: boolean | undefined;
  readonly extract?: boolean | undefined;
}

/** Opens the database, the server and what was asked for, in a data folder that this process holds; ends by a signal. */
export async function start(config: Config, options: StartOptions, show: Show): Promise<Exit> {
  const { log, file } = serverLog(config);
  watchFaults(log);
  const database = await openDatabase(config, log);
  const closing: (() => Promise<void>)[] = [database.close];
  try {
    const done = await upgrade(config, database.url, show);
    if (done.applied.length > 0) show.line(done.from === 0 ? words.schemaMade : words.upgraded(done.from, done.to));
    await warnOfSkew(database.url, show);
    const served = await serve({
      config: { ...config, port: await choosePort(config) },
      databaseUrl: database.url,
      log,
    });
    closing.push(served.close);
    const asked = askedToEnd();
    const leaving = new AbortController();
    void asked.then(() => leaving.abort());
    tell(served, database, file, show);
    const offered = offer({ served, database, log, options, show, signal: leaving.signal }).catch((error: unknown) => {
      if (!leaving.signal.aborted) show.warn(words.notLoaded(endOf(error).message));
      return undefined;
    });
    show.line(words.ending(await asked));
    // A signal in the middle of loading ends the loading; what is in stays in.
    const company = await Promise.race([offered, pause(lateMs, undefined, { ref: false })]);
    if (company !== undefined) closing.push(company);
  } catch (error) {
    await closeAll(closing);
    throw error;
  }
  await endInTime(() => closeAll(closing));
  show.line(words.ended);
  return exits.done;
}

/** Last opened, first closed: the server before its database. */
async function closeAll(closing: (() => Promise<void>)[]): Promise<void> {
  for (const close of closing.toReversed()) await close();
}

async function openDatabase(config: Config, log: Parameters<typeof startOwn>[1]): Promise<Reached> {
  const { databaseUrl } = config;
  if (databaseUrl === undefined) return startOwn(config, log);
  if (!config.unsafe) await assertSafeAt(databaseUrl);
  return { url: databaseUrl, where: shown(databaseUrl), isEmbedded: false, close: async () => {} };
}

async function warnOfSkew(url: string, show: Show): Promise<void> {
  const skew = await findSkewMs(url, () => machineClock.now().getTime());
  if (Math.abs(skew) > skewMs) show.warn(words.skew(skew));
}

function tell(served: Served, database: Reached, logFile: string | undefined, show: Show): void {
  const { config, origin, setUp } = served;
  show.figures({
    url: origin,
    local_url: served.localUrl,
    set_up: setUp ?? null,
    data: config.dataFolder,
    database: database.where,
    pid: process.pid,
    server_id: config.serverId,
  });
  show.line(words.running(origin));
  if (setUp !== undefined) show.line(words.setUpHere(setUp));
  show.line(words.dataHere(config.dataFolder, database.isEmbedded ? undefined : database.where));
  if (logFile !== undefined) show.line(words.logHere(logFile));
}

interface Offer {
  readonly served: Served;
  readonly database: Reached;
  readonly log: Parameters<typeof startOwn>[1];
  readonly options: StartOptions;
  readonly show: Show;
  readonly signal: AbortSignal;
}

/** An empty house may be shown with something in it: what was asked for, or what a person at the terminal chooses. */
async function offer(about: Offer): Promise<(() => Promise<void>) | undefined> {
  const { options, show, database, served } = about;
  const isEmpty = await isUntouched(database.url);
  const choice = await choose(options, isEmpty);
  if (choice === 'leave') {
    process.kill(process.pid, 'SIGINT');
    return undefined;
  }
  if (choice === 'extract') await fillWithExtract(about);
  const company = choice === 'demo' ? await openDemo({ ...about, config: served.config, options: {} }) : undefined;
  if (isEmpty && choice === 'empty') show.line(words.loadLater);
  show.line(words.howToStop);
  return company?.close;
}

async function fillWithExtract({ served, show, signal }: Offer): Promise<void> {
  const server = openServer(served.localUrl, served.config);
  try {
    await loadExtract(server, show, signal);
  } finally {
    server.close();
  }
}

type Choice = 'empty' | 'demo' | 'extract' | 'leave';

async function choose(options: StartOptions, isEmpty: boolean): Promise<Choice> {
  if (options.demo === true) return 'demo';
  if (options.extract === true) return 'extract';
  if (!isEmpty || !isAsking()) return 'empty';
  const { isCancel, select } = await import('@clack/prompts');
  const chosen = await select<Choice>({
    message: words.choose.question,
    options: [
      { value: 'empty', label: words.choose.empty, hint: words.choose.emptyHint },
      { value: 'demo', label: words.choose.demo, hint: words.choose.demoHint },
      { value: 'extract', label: words.choose.extract, hint: words.choose.extractHint },
    ],
  });
  return isCancel(chosen) ? 'leave' : chosen;
}
