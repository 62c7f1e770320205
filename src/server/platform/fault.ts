import type { Config } from './config.ts';

/** Where a drill may kill this process. */
export type FaultPoint = 'before-send' | 'after-send' | 'after-mark';

const passes = new Map<FaultPoint, number>();

/** Ends this process at once, as a power cut would, at the nth pass of the point named by FAULT; else does nothing. */
export function passFault({ fault }: Pick<Config, 'fault'>, point: FaultPoint): void {
  if (fault === undefined || fault.point !== point) return;
  const pass = (passes.get(point) ?? 0) + 1;
  passes.set(point, pass);
  if (pass === fault.pass) process.kill(process.pid, 'SIGKILL');
}
