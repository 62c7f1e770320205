import { existsSync } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, describe, expect, test } from 'vitest';
import { command, endCommands, launch } from '../../../test/support/command.ts';
import { setUpInput, tokenOf } from '../../../test/support/house.ts';
import * as staff from '../../shared/staff.ts';
import { openServer } from './ask.ts';

const base = await mkdtemp(join(tmpdir(), 'kept-cli-'));
const data = join(base, 'data folder');
const env = { KEPT_DATA: data, KEPT_UNSAFE: '1' };

afterAll(async () => {
  await endCommands();
  await rm(base, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
});

function open(said: Record<string, unknown>) {
  return openServer(String(said['local_url']), { dataFolder: data, tls: undefined });
}

async function houseName(said: Record<string, unknown>): Promise<string | undefined> {
  const server = open(said);
  const me = await server.ask(staff.me, {});
  server.close();
  return me.house?.name;
}

describe('kept start with the embedded database', () => {
  test('an empty folder becomes a house that answers, and its link sets it up; a second start is refused; a kill loses nothing; a signal ends it in order', async () => {
    const first = launch(['start', '--json'], env);
    const said = await first.said;
    const server = open(said);
    expect(await server.send({ method: 'GET', path: '/health', authorization: '' })).toContain('ok');
    expect((await stat(data)).mode & 0o777).toBe(0o700);
    expect((await stat(join(data, 'run', 'server.json'))).mode & 0o777).toBe(0o600);
    await server.ask(staff.setUp, setUpInput(tokenOf(String(said['set_up']))));
    expect(await houseName(said)).toBe('Luz del Norte');

    const second = await command(['start'], env);
    expect(second.exit).toBe(4);
    expect(second.err).toContain(`in use by process ${first.child.pid}`);
    expect(second.err).toContain(data);
    expect(second.ms).toBeLessThan(4_000);
    expect(await houseName(said)).toBe('Luz del Norte');

    server.close();
    first.child.kill('SIGKILL');
    await first.ended;
    const third = launch(['start', '--json'], env);
    const again = await third.said;
    expect(again['set_up']).toBeNull();
    expect(await houseName(again)).toBe('Luz del Norte');

    const whole = await command(['verify', '--json'], env);
    expect(whole.exit, whole.err).toBe(0);
    expect(JSON.parse(whole.out)).toMatchObject({ whole: true, damage: [] });
    const refused = await command(['restore', join(data, 'secret')], env);
    expect(refused.exit).toBe(4);
    expect(refused.err).toContain(`process ${third.child.pid}`);

    const asked = performance.now();
    third.child.kill('SIGTERM');
    const end = await third.ended;
    expect(end.exit).toBe(0);
    expect(performance.now() - asked).toBeLessThan(10_000);
    expect(existsSync(join(data, 'run', 'server.json'))).toBe(false);
    expect(existsSync(join(data, 'run', 'local-token'))).toBe(false);
    await pause(100);
    expect(existsSync(join(data, 'database', 'cluster', 'postmaster.pid'))).toBe(false);
  }, 60_000);
});
