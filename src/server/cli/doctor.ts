import { stat, statfs } from 'node:fs/promises';
import { freemem, totalmem } from 'node:os';
import { machineClock } from '../platform/clock.ts';
import type { Config } from '../platform/config.ts';
import { withClient } from '../platform/database/client.ts';
import { canSend } from '../platform/mail.ts';
import { asCli, findSkewMs } from './database-store.ts';
import { type Drift, findDrift, findFacts, type ServerFacts } from './doctor-store.ts';
import { type Exit, endOf, exits } from './exit.ts';
import { commandLog, findServer, reachDatabase } from './house.ts';
import type { Show } from './show.ts';
import { size, words } from './words.ts';

/** One finding: well, worth knowing, or wrong. */
interface Finding {
  readonly state: 'well' | 'note' | 'wrong';
  readonly what: string;
  readonly text: string;
}

const lowBytes = 2_000_000_000;
const skewMs = 2_000;

/** `kept doctor`: examines the installation; ends with 3 where something is wrong. */
export async function doctor(config: Config, show: Show): Promise<Exit> {
  const findings: Finding[] = [
    nodeVersion(),
    await folderRights(config),
    await freeSpace(config),
    memory(),
    await runningServer(config),
  ];
  findings.push(...(await database(config)), await mail(config));
  const wrong = findings.filter((one) => one.state === 'wrong').length;
  const notes = findings.filter((one) => one.state === 'note').length;
  show.figures({ well: wrong === 0, findings });
  for (const one of findings) show.line(`${words.doctor.marks[one.state]}  ${one.what.padEnd(12)}${one.text}`);
  show.line(words.doctor.sum(wrong, notes));
  return wrong === 0 ? exits.done : exits.damage;
}

function found(state: Finding['state'], what: string, text: string): Finding {
  return { state, what, text };
}

function nodeVersion(): Finding {
  const major = Number.parseInt(process.versions.node, 10);
  return found(major >= 24 ? 'well' : 'wrong', 'node', words.doctor.node(process.versions.node));
}

async function folderRights(config: Config): Promise<Finding> {
  const known = await stat(config.dataFolder).catch(() => undefined);
  if (known === undefined) return found('note', 'folder', words.doctor.noFolder(config.dataFolder));
  const isOpen = (known.mode & 0o077) !== 0;
  return found(isOpen ? 'wrong' : 'well', 'folder', words.doctor.folder(config.dataFolder, known.mode & 0o777, isOpen));
}

async function freeSpace(config: Config): Promise<Finding> {
  const disk = await statfs(config.dataFolder).catch(() => undefined);
  if (disk === undefined) return found('note', 'disk', words.doctor.unknown);
  const free = disk.bavail * disk.bsize;
  return found(free < lowBytes ? 'note' : 'well', 'disk', words.doctor.disk(size(free), free < lowBytes));
}

function memory(): Finding {
  return found('well', 'memory', words.doctor.memory(size(freemem()), size(totalmem())));
}

async function runningServer(config: Config): Promise<Finding> {
  const server = await findServer(config);
  if (server === undefined) return found('note', 'server', words.doctor.noServer);
  return found('well', 'server', words.doctor.server(server.url, server.pid));
}

/** A database that does not answer is a finding, not the end of the examination. */
async function database(config: Config): Promise<Finding[]> {
  try {
    const reached = await reachDatabase(config, commandLog(config));
    try {
      const skew = await findSkewMs(reached.url, () => machineClock.now().getTime());
      const [facts, drift] = await withClient(asCli(reached.url), async (client) => [
        await findFacts(client),
        await findDrift(client),
      ]);
      return [...factFindings(facts), clockFinding(skew), ...driftFindings(drift)];
    } finally {
      await reached.close();
    }
  } catch (error) {
    return [found('wrong', 'database', endOf(error).message)];
  }
}

function factFindings(facts: ServerFacts): Finding[] {
  const { settings } = facts;
  const unsafe = ['fsync', 'full_page_writes', 'synchronous_commit'].filter((name) => settings[name] === 'off');
  const hasChecksums = settings['data_checksums'] === 'on';
  const findings = [
    found('well', 'database', words.doctor.database(facts.version, size(facts.bytes), facts.connections)),
    found(unsafe.length > 0 ? 'wrong' : 'well', 'settings', words.doctor.settings(unsafe)),
    found(hasChecksums ? 'well' : 'note', 'checksums', words.doctor.checksums(hasChecksums)),
  ];
  if (settings['server_encoding'] !== 'UTF8') findings.push(found('wrong', 'encoding', words.doctor.encoding));
  if (facts.collationChanged) findings.push(found('wrong', 'collation', words.doctor.collation));
  return findings;
}

function clockFinding(skew: number): Finding {
  return found(Math.abs(skew) > skewMs ? 'wrong' : 'well', 'clock', words.doctor.clock(skew));
}

function driftFindings(drift: Drift): Finding[] {
  if (drift.at === 0) return [found('note', 'schema', words.doctor.noSchema)];
  if (drift.at > drift.newest) return [found('wrong', 'schema', words.doctor.newer(drift.at, drift.newest))];
  if (drift.at < drift.newest) return [found('note', 'schema', words.doctor.older(drift.at, drift.newest))];
  const schema = [
    ...drift.missing.map((line) => found('wrong', 'schema', words.doctor.missing(line))),
    ...drift.more.map((line) => found('note', 'schema', words.doctor.more(line))),
  ];
  const isAsMade = schema.length === 0;
  return [
    ...(isAsMade ? [found('well', 'schema', words.doctor.schema(drift.at))] : schema),
    ...drift.placement.map((line) => found('wrong', 'placement', line)),
  ];
}

async function mail(config: Config): Promise<Finding> {
  if (config.smtpUrl === undefined) return found('note', 'mail', words.doctor.noMail);
  const trouble = await canSend(config.smtpUrl);
  return found(trouble === undefined ? 'well' : 'wrong', 'mail', words.doctor.mail(trouble));
}
