import { z } from 'zod';
import { felts, reasons } from '../../shared/promises-shown.ts';
import { LinkTo } from '../parts/link.tsx';
import { Section } from '../parts/page.tsx';
import { sayCode } from '../parts/say-code.ts';
import { Said, When } from '../parts/values.tsx';
import type { Say } from '../platform/words.ts';
import classes from './promise.module.css';
import { sayLevel, sayMoment, useSaying } from './promise-words.ts';
import type { Shown } from './shown.ts';

const known = [
  'made',
  'accepted',
  'declined',
  'countered',
  'reassigned',
  'renegotiated',
  'settled',
  'unsettled',
  'corrected',
  'explained',
  'released',
  'felt',
  'confirmed',
  'dismissed',
  'found',
  'expected',
] as const;

/** What a step carries, as far as it is told to people. */
const details = z.object({
  words: z.string().optional().catch(undefined),
  counter: z.string().nullable().optional().catch(undefined),
  due: z.string().optional().catch(undefined),
  replaced_by: z.string().optional().catch(undefined),
  state: z.enum(['kept', 'exceeded', 'broken']).optional().catch(undefined),
  reason: z.enum(reasons).nullable().optional().catch(undefined),
  felt: z.enum(felts).nullable().optional().catch(undefined),
  result: z.union([z.string(), z.number()]).optional().catch(undefined),
});

interface Entry {
  readonly id: string;
  readonly at: string;
  readonly by: string | null;
  readonly text: string;
  readonly words?: string | undefined;
  readonly to?: string | undefined;
  readonly tone: 'plain' | 'owed' | 'waiting';
}

/** All that was done with a promise and every alarm that rang, the newest first, in words. */
export function History({ shown }: { readonly shown: Shown }) {
  const say = useSaying();
  const { t, show } = say;
  const steps = shown.steps.map((step) => stepEntry(step, shown.promise, say));
  const alarms = shown.alarms.map((alarm) => alarmEntry(alarm, t, show.span));
  const entries = [...steps, ...alarms].toSorted((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0));
  return (
    <Section title={t('promises.history.title')}>
      {entries.length === 0 ? <p className={classes.note}>{t('promises.history.none')}</p> : null}
      <ol className={classes.history}>
        {entries.map((one) => (
          <li key={one.id} data-tone={one.tone}>
            <span className={classes.historyWhat}>
              {one.to === undefined ? one.text : <LinkTo to={one.to}>{one.text}</LinkTo>}{' '}
              {one.words === undefined ? null : <Said words={one.words} />}
            </span>
            <span className={classes.historyWhen}>
              <When at={one.at} />
              {one.by === null ? null : ` · ${one.by}`}
            </span>
          </li>
        ))}
      </ol>
    </Section>
  );
}

function stepEntry(step: Shown['steps'][number], promise: Shown['promise'], say: ReturnType<typeof useSaying>): Entry {
  const { t } = say;
  const what = known.find((one) => one === step.what);
  const said = details.parse(step.details);
  const base = { id: step.step_id, at: step.at, by: step.by, words: said.words, tone: 'plain' } as const;
  if (what === undefined) return { ...base, text: sayCode(t, step.what) };
  if (what === 'settled' && said.state !== undefined) return { ...base, text: t(`promises.history.${said.state}`) };
  if (what === 'explained') {
    const text = said.reason ? t('promises.history.explained', { reason: t(`promises.reason.${said.reason}`) }) : '';
    return { ...base, text: text || t('promises.history.unexplained') };
  }
  if (what === 'felt') {
    return { ...base, text: said.felt ? t(`promises.history.feltIt.${said.felt}`) : t('promises.history.unfelt') };
  }
  if (what === 'renegotiated' && said.due !== undefined) {
    const to = said.replaced_by === undefined ? undefined : `/promises/${promise.customer_id}/${said.replaced_by}`;
    return { ...base, to, text: t('promises.history.renegotiatedTo', { due: sayMoment(said.due, say.reader) }) };
  }
  if (what === 'countered' && said.counter) {
    return {
      ...base,
      tone: 'owed',
      text: t('promises.history.counteredTo', { due: sayMoment(said.counter, say.reader) }),
    };
  }
  if (what === 'corrected') return { ...base, text: correctedTo(said.result, promise, say) };
  return { ...base, tone: what === 'declined' ? 'owed' : 'plain', text: t(`promises.history.${what}`) };
}

/** What the result was corrected to, in the promise's unit. */
function correctedTo(
  level: string | number | undefined,
  promise: Shown['promise'],
  say: ReturnType<typeof useSaying>,
): string {
  const result = level === undefined ? undefined : sayLevel(promise, String(level), say);
  if (result === undefined) return say.t('promises.history.corrected');
  return say.t('promises.history.correctedTo', { result });
}

/** Later than this an alarm is said to have been late. */
const lateMs = 60_000;

function alarmEntry(alarm: Shown['alarms'][number], t: Say, span: (ms: number) => string): Entry {
  const share = /^share-(\d+)$/.exec(alarm.kind)?.[1];
  const text =
    share !== undefined
      ? t('promises.alarm.share', { share })
      : alarm.kind === 'breach'
        ? t('promises.alarm.breach')
        : alarm.kind.startsWith('unaccepted')
          ? t('promises.alarm.unaccepted')
          : t('promises.alarm.other');
  const late = Date.parse(alarm.rang_at) - Date.parse(alarm.ring_at);
  const told = late > lateMs ? `${text} ${t('promises.alarm.late', { span: span(late) })}` : text;
  return {
    id: `${alarm.kind} ${alarm.ring_at}`,
    at: alarm.rang_at,
    by: null,
    text: told,
    tone: share === undefined ? 'owed' : 'waiting',
  };
}
