import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { areas, openGate } from './areas.ts';
import type { Area, House } from './platform/area.ts';
import { type Clock, machineClock } from './platform/clock.ts';
import type { Config } from './platform/config.ts';
import { openDatabase } from './platform/database/open.ts';
import { type Delivery, openDelivery } from './platform/events/delivery.ts';
import { openLiveTail } from './platform/events/live-tail.ts';
import { openFiles } from './platform/files.ts';
import { openHouseClock } from './platform/house-clock.ts';
import { openCall } from './platform/http/call.ts';
import { systemActor } from './platform/http/gate.ts';
import { buildServer } from './platform/http/server.ts';
import { openLive } from './platform/live.ts';
import type { Log } from './platform/log.ts';
import { openMail } from './platform/mail.ts';
import { openTicks, platformTicks } from './platform/ticks.ts';
import { openTimers, type Timers } from './platform/timers.ts';

/** A running Kept. */
export interface Kept {
  readonly app: FastifyInstance;
  readonly house: House;
  readonly delivery: Delivery;
  readonly timers: Timers;
  /** Listens and returns the origin under which it is reached. */
  listen(): Promise<string>;
  close(): Promise<void>;
}

/** The version that Kept tells of itself. */
export const version = '0.1.0';

/** Opens Kept on a migrated database: the rooms, the door, delivery and the clocks. */
export async function openKept(options: {
  config: Config;
  databaseUrl: string;
  log: Log;
  clock?: Clock;
  webFolder?: string | undefined;
  /** Work by the clock; off where a test moves time itself. */
  ticking?: boolean;
}): Promise<Kept> {
  const { config, log } = options;
  const database = openDatabase(options.databaseUrl, { log, poolSize: config.poolSize });
  let origin = config.baseUrl ?? `http://${config.host}:${config.port}`;
  let delivery: Delivery | undefined;
  const clock = openHouseClock({ machine: options.clock ?? machineClock, database, log });
  if (options.clock === undefined) await clock.compare();
  const house: House = {
    config,
    log,
    database,
    clock: options.clock ?? clock,
    files: await openFiles(join(config.dataFolder, 'files')),
    live: openLive(),
    mail: openMail({ smtpUrl: config.smtpUrl, from: config.mailFrom, log }),
    baseUrl: () => origin,
    wake: () => delivery?.wake(),
  };
  const gate = await openGate(house);
  const closers: (() => Promise<void>)[] = [];
  for (const area of areas) if (area.open !== undefined) closers.push(await area.open(house));
  delivery = await openDelivery(house, listenersOf(areas), (tx, verb) => systemCall(house, tx, verb));
  const tail = openLiveTail(house);
  const ticks = openTicks(
    house,
    options.ticking === false ? [] : [clock.tick, ...platformTicks, ...areas.flatMap((area) => area.ticks ?? [])],
  );
  const timers = openTimers(house, ringersOf(areas), (tx, verb) => systemCall(house, tx, verb), {
    running: options.ticking !== false,
  });
  const app = await buildServer({ house, gate: gate.gate, areas, version, webFolder: options.webFolder });
  const running = delivery;
  return {
    app,
    house,
    delivery: running,
    timers,
    async listen() {
      const listening = await app.listen({ host: config.host, port: config.port });
      if (config.baseUrl === undefined) origin = listening;
      return origin;
    },
    async close() {
      await app.close();
      await ticks.close();
      await timers.close();
      await tail.close();
      await running.close();
      for (const close of closers.reverse()) await close();
      await gate.close();
      await database.close();
    },
  };
}

function listenersOf(all: readonly Area[]) {
  return all.flatMap((area) => area.listens ?? []);
}

function ringersOf(all: readonly Area[]) {
  return all.flatMap((area) => (area.rings === undefined ? [] : [{ room: area.name, ring: area.rings }]));
}

function systemCall(house: House, tx: Parameters<typeof openCall>[0]['tx'], verb: string) {
  const actor = systemActor(verb);
  return openCall({ tx, actor, purpose: 'service', verb, address: '', house });
}
