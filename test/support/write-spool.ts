// A process that appends uses to a spool and says each when it is written, until it is killed: node write-spool.ts FOLDER
import { randomUUID } from 'node:crypto';
import { writeSync } from 'node:fs';
import { openSpool } from '../../src/server/privacy/spool.ts';

const spool = openSpool({ dataFolder: process.argv[2] ?? '', serverId: randomUUID() });
for (;;) {
  const customerId = randomUUID();
  const about = { at: new Date(), actor: 'system:test', purpose: 'service', verb: 'test.read' };
  spool.append([{ customerId, actorKind: 'system', ...about }]);
  writeSync(1, `${customerId}\n`);
}
