import type { ShownRecovery } from '../../shared/moments-recovery.ts';
import type { ShownDepartment, ShownJudgement, ShownMoment } from '../../shared/moments-shown.ts';
import { failingOf } from './moment.ts';
import type { NamedDepartment } from './name-store.ts';
import { goesOn, leftOf } from './recovery-rules.ts';
import type { NamedRecovery } from './recovery-store.ts';
import type { NamedJudgement, NamedMoment } from './view-store.ts';

/** Finds a department's names by its id or key. */
export type Departments = (told: string) => ShownDepartment;

/** Names of departments as they were told. */
export function departmentsBy(rows: readonly NamedDepartment[]): Departments {
  return (told) => {
    const found = rows.find((row) => row.department_id === told || row.key === told);
    return found === undefined
      ? { department_id: null, name: told, names: null }
      : { department_id: found.department_id, name: found.names.en, names: found.names };
  };
}

/** A moment as pages and programs see it. */
export function shownMoment(row: NamedMoment, departments: Departments): ShownMoment {
  const { people, information, process, environment, functional, emotional } = row;
  return {
    customer_id: row.customer_id,
    moment_id: row.moment_id,
    customer: row.customer,
    at: row.at.toISOString(),
    sign: row.sign,
    severity: row.severity,
    own: row.own,
    source: row.source,
    kind: row.kind,
    failing: failingOf(row),
    cause: row.cause,
    stages: row.stages.map((one) => ({ stage: one.stage, sign: one.sign, failing: [...one.failing] })),
    ...{ people, information, process, environment, functional, emotional },
    touchpoint: row.touchpoint,
    channel: row.channel,
    departments: row.departments.map(departments),
    owner: row.owner_department === null ? null : departments(row.owner_department),
    person: row.person,
    event_id: row.event_id,
    promise_id: row.promise_id,
    conversation_id: row.conversation_id,
    words: row.words,
    language: row.language,
  };
}

/** What one source said. */
export function shownJudgement(row: NamedJudgement): ShownJudgement {
  const { people, information, process, environment, functional, emotional } = row;
  return {
    judgement_id: row.judgement_id,
    source: row.source,
    stage: row.stage,
    at: row.at.toISOString(),
    severity: row.severity,
    kind: row.kind,
    cause: row.cause,
    expected: row.expected,
    received: row.received,
    words: row.words,
    language: row.language,
    by: row.by,
    by_name: row.by_name,
    event_id: row.event_id,
    ...{ people, information, process, environment, functional, emotional },
  };
}

/** A recovery as it is shown to somebody who may spend so much on one; null where he may spend nothing. */
export function shownRecovery(row: NamedRecovery, budget: number | null): ShownRecovery {
  const names = row.department_name;
  return {
    customer_id: row.customer_id,
    recovery_id: row.recovery_id,
    customer: row.customer,
    state: row.state,
    opened_at: row.opened_at.toISOString(),
    moment_at: row.moment_at.toISOString(),
    severity: row.severity,
    failing: failingOf(row),
    touchpoint: row.touchpoint,
    doubted: row.doubted,
    own_by: row.own_by.toISOString(),
    owner: row.owner_person === null ? null : { person_id: row.owner_person, name: row.owner_name ?? '' },
    owner_department:
      row.owner_department === null ? null : { department_id: row.owner_department, name: names?.en ?? '', names },
    owned_at: row.owned_at?.toISOString() ?? null,
    wants: row.wants,
    currency: row.currency,
    spent_minor: row.spent_minor,
    left_minor: budget === null || !goesOn(row.state) ? null : leftOf(budget, row.spent_minor),
    done_at: row.done_at?.toISOString() ?? null,
    recheck_at: row.recheck_at?.toISOString() ?? null,
    outcome_words: row.outcome_words,
    outcome_at: row.outcome_at?.toISOString() ?? null,
    rounds: row.rounds,
    version: row.version,
    steps: row.steps.map((step) => ({ ...step, at: utc(step.at) })),
  };
}

/** PostgreSQL's JSON writes an instant with the session's offset; pages get it in UTC. */
function utc(at: string): string {
  return at.endsWith('Z') ? at : `${at.replace(/([+-]00)(:00)?$/, '')}Z`;
}
