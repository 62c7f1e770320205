import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { makeSource, renewKey, sources } from '../../shared/intake.ts';
import { company } from '../demo/company.ts';
import type { Channel } from '../demo/life.ts';
import type { SegmentMessage } from '../demo/message.ts';
import { sendDemo } from '../demo/send.ts';
import { stopwatch } from '../platform/clock.ts';
import type { Config } from '../platform/config.ts';
import { Refused, type Server } from './ask.ts';
import { codeOf, exits, stop } from './exit.ts';
import type { Show } from './show.ts';
import { count, words } from './words.ts';

/** What a demo was made from; written before the first message, so that a killed load goes on with the same. */
const demoRunSchema = z.object({
  customers: z.number().int(),
  seed: z.number().int(),
  until: z.string(),
  loaded: z.boolean(),
  messages: z.number().int(),
});
type DemoRunFile = z.infer<typeof demoRunSchema>;

function runFile(config: Pick<Config, 'dataFolder'>): string {
  return join(config.dataFolder, 'demo.json');
}

/** What a demo's folder was loaded with; undefined where it was not begun. */
export async function readRun(config: Pick<Config, 'dataFolder'>): Promise<DemoRunFile | undefined> {
  const text = await readFile(runFile(config), 'utf8').catch(() => undefined);
  return text === undefined ? undefined : demoRunSchema.parse(JSON.parse(text));
}

/** Writes down what a demo is made from, whole or not at all. */
export async function writeRun(config: Pick<Config, 'dataFolder'>, run: DemoRunFile): Promise<void> {
  await writeFile(`${runFile(config)}.new`, `${JSON.stringify(run)}\n`, { mode: 0o600 });
  await rename(`${runFile(config)}.new`, runFile(config));
}

/** The company's systems, in the order in which a batch is told: who somebody is and what he agreed comes first. */
const systems: readonly { key: string; name: string; channel: Channel | 'other' }[] = [
  { key: 'candil-crm', name: 'CRM', channel: 'back-office' },
  { key: 'candil-billing', name: 'Billing', channel: 'back-office' },
  { key: 'candil-telephony', name: 'Call centre', channel: 'phone' },
  { key: 'candil-web', name: 'Website', channel: 'web' },
  { key: 'candil-app', name: 'Mobile app', channel: 'app' },
  { key: 'candil-shop', name: 'Shops', channel: 'shop' },
  { key: 'candil-field', name: 'Field service', channel: 'visit' },
  { key: 'candil-logistics', name: 'Logistics', channel: 'delivery' },
];

/** A source for each system, with a fresh write key. */
async function openSources(server: Server): Promise<Map<string, string>> {
  const there = new Map((await server.ask(sources, {})).sources.map((one) => [one.name, one.source_id]));
  const keys = new Map<string, string>();
  for (const { key, name, channel } of systems) {
    const known = there.get(name);
    const made =
      known === undefined
        ? await server.ask(makeSource, {
            name,
            kind: 'server',
            channel,
            zone: company.zone,
            currency: company.currency,
            language: 'es',
          })
        : await server.ask(renewKey, { source_id: known });
    keys.set(key, made.write_key ?? '');
  }
  return keys;
}

/** Split by system a batch comes near whole transactions of the intake, which take 500 messages. */
const batchSize = 1_000;
const mostToSystem = 500;
const mostTries = 40;

/** Sends the whole demo through the public intake, as the company's systems would; answers how many messages. */
export async function loadDemo(server: Server, run: DemoRunFile, show: Show, signal: AbortSignal): Promise<number> {
  const keys = await openSources(server);
  const bar = show.bar(words.bars.demo);
  const passed = stopwatch();
  let quarantined = 0;
  const post = async (batch: readonly SegmentMessage[]) => {
    const bySystem = Map.groupBy(batch, systemOf);
    for (const { key } of systems) {
      const messages = bySystem.get(key) ?? [];
      for (let from = 0; from < messages.length; from += mostToSystem)
        quarantined += await postTo(server, keys.get(key) ?? '', messages.slice(from, from + mostToSystem));
    }
  };
  try {
    const messages = await sendDemo({
      customers: run.customers,
      seed: run.seed,
      until: run.until,
      batchSize,
      signal,
      post,
      backOff: (error, attempt) => backOff(error, attempt, signal),
      onProgress: (at) =>
        bar.at(at.customers, at.of, words.demo.rate(count(at.messages), perSecond(at.messages, passed()))),
    });
    bar.end();
    show.line(words.demo.loaded(count(run.customers), count(messages), perSecond(messages, passed())));
    if (quarantined > 0) show.warn(words.demo.quarantined(quarantined));
    return messages;
  } finally {
    bar.end();
  }
}

function perSecond(messages: number, ms: number): string {
  return count(Math.round((messages * 1_000) / Math.max(1, ms)));
}

const librarySchema = z.object({ library: z.object({ name: z.string() }) });

function systemOf(message: SegmentMessage): string {
  const { name } = librarySchema.parse(message.context).library;
  return systems.some((system) => system.key === name) ? name : stop(exits.fault, words.demo.unknownSystem(name));
}

const answered = z.object({ quarantined: z.number() });

async function postTo(server: Server, writeKey: string, batch: readonly SegmentMessage[]): Promise<number> {
  const text = await server.send({
    method: 'POST',
    path: '/v1/batch',
    type: 'application/json',
    authorization: `Basic ${Buffer.from(`${writeKey}:`).toString('base64')}`,
    body: JSON.stringify({ batch }),
  });
  return answered.parse(JSON.parse(text)).quarantined;
}

/** A server that is busy or away is asked again; a no stays a no. */
async function backOff(error: unknown, attempt: number, signal: AbortSignal): Promise<boolean> {
  const isBusy = error instanceof Refused ? error.status === 429 || error.status === 503 : codeOf(error) !== '';
  if (!isBusy || attempt > mostTries) return false;
  await pause(Math.min(3_000, 100 * attempt), undefined, { signal });
  return true;
}
