import type { Call } from '../platform/area.ts';
import { sha256 } from '../platform/ids.ts';
import { refuse } from '../platform/refuse.ts';
import { type Guesses, goOn, memoryOf } from './house-memory.ts';
import { isLoopback } from './local-token.ts';
import { waitOfAddress, waitOfPair } from './rules.ts';
import { eraseAttempts, listAttempts, saveAttempts } from './sign-in-store.ts';

interface Subject {
  readonly hash: Buffer;
  readonly hex: string;
  readonly waitOf: (failures: number) => number;
}

/**
 * Runs a check of a password under the brake on guessing: by person and address, and by address. Who guesses from
 * elsewhere never keeps the person himself out. Refuses `request.too-many` with the seconds to wait.
 */
export async function underBrake<T>(
  call: Call,
  email: string,
  check: () => Promise<T | undefined>,
): Promise<T | undefined> {
  const subjects: readonly Subject[] = [
    subjectOf(`pair\n${email}\n${call.address}`, waitOfPair),
    // Behind a proxy that is not declared everybody comes from this machine: one stranger's guesses brake nobody else's.
    ...(isLoopback(call.address) ? [] : [subjectOf(`address\n${call.address}`, waitOfAddress)]),
  ];
  await recallAttempts(call, subjects);
  for (const subject of subjects) refuseTooEarly(call, subject);
  for (const subject of subjects) guessesOf(call, subject).running += 1;
  try {
    const proved = await check();
    if (proved === undefined) countFailure(call, subjects);
    else await forgetFailures(call, subjects[0]);
    return proved;
  } finally {
    for (const subject of subjects) guessesOf(call, subject).running -= 1;
  }
}

function subjectOf(text: string, waitOf: Subject['waitOf']): Subject {
  const hash = sha256(text);
  return { hash, hex: hash.toString('hex'), waitOf };
}

function guessesOf(call: Call, subject: Subject): Guesses {
  const { guesses } = memoryOf(call.house);
  const known = guesses.get(subject.hex);
  if (known !== undefined) return known;
  const made: Guesses = { failures: 0, running: 0, lastMs: 0 };
  guesses.set(subject.hex, made);
  return made;
}

/** Takes over what other servers, or this one before its restart, counted. */
async function recallAttempts(call: Call, subjects: readonly Subject[]): Promise<void> {
  const rows = await listAttempts(
    call.tx,
    subjects.map((subject) => subject.hash),
  );
  for (const row of rows) {
    const subject = subjects.find((one) => one.hex === row.subject);
    if (subject === undefined) continue;
    const guesses = guessesOf(call, subject);
    if (row.failures <= guesses.failures) continue;
    guesses.failures = row.failures;
    guesses.lastMs = call.now.getTime() - row.seconds * 1_000;
  }
}

function refuseTooEarly(call: Call, subject: Subject): void {
  const guesses = guessesOf(call, subject);
  const passed = (call.now.getTime() - guesses.lastMs) / 1_000;
  const left = subject.waitOf(guesses.failures) - passed;
  if (left > 0) refuse('request.too-many', { retryAfterSeconds: Math.ceil(left) });
  const withRunning = subject.waitOf(guesses.failures + guesses.running);
  if (guesses.running > 0 && withRunning > 0) refuse('request.too-many', { retryAfterSeconds: Math.ceil(withRunning) });
}

function countFailure(call: Call, subjects: readonly Subject[]): void {
  for (const subject of subjects) {
    const guesses = guessesOf(call, subject);
    guesses.failures += 1;
    guesses.lastMs = call.house.clock.now().getTime();
  }
  const { house } = call;
  goOn(house, 'a wrong password was not counted', () =>
    saveAttempts(
      house.database.write,
      subjects.map((subject) => subject.hash),
    ),
  );
}

async function forgetFailures(call: Call, subject: Subject | undefined): Promise<void> {
  if (subject === undefined) return;
  guessesOf(call, subject).failures = 0;
  await eraseAttempts(call.tx, subject.hash);
}
