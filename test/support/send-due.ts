// A server that sends the mail that is due and ends: node send-due.ts DATABASE_URL NOW

import { join } from 'node:path';
import { readConfig } from '../../src/server/platform/config.ts';
import { openDatabase } from '../../src/server/platform/database/open.ts';
import { openFiles } from '../../src/server/platform/files.ts';
import { openLive } from '../../src/server/platform/live.ts';
import { openMail } from '../../src/server/platform/mail.ts';
import { heedMail } from '../../src/server/staff/mail-settings.ts';
import { sendDue } from '../../src/server/today/delivery-service.ts';

const [url = '', now = ''] = process.argv.slice(2);
const log = { debug() {}, info() {}, warn() {}, error: console.error };
const config = readConfig();
const database = openDatabase(url, { log, poolSize: 2 });
const house = {
  config,
  log,
  database,
  clock: { now: () => new Date(now) },
  files: await openFiles(join(config.dataFolder, 'files')),
  live: openLive(),
  mail: openMail({ smtpUrl: undefined, from: '', log }),
  baseUrl: () => 'http://127.0.0.1:7300',
  wake() {},
};
await heedMail(house);
await sendDue(house);
await database.close();
