import { z } from 'zod';
import { NotEnough } from '../parts/states.tsx';
import { When } from '../parts/values.tsx';
import { useWords } from '../platform/words.ts';
import type { Preview } from './import-preview.tsx';
import { sayReason } from './reason-words.ts';
import classes from './wizard.module.css';

const values = z.record(z.string(), z.unknown());
const message = z.looseObject({
  type: z.string(),
  event: z.string().optional(),
  timestamp: z.string().optional(),
  userId: z.string().optional(),
  anonymousId: z.string().optional(),
  traits: values.optional(),
  properties: values.optional(),
  context: z.looseObject({ traits: values.optional() }).optional(),
});
type Message = z.infer<typeof message>;

const shown = 6;

/** The first rows as the events that they would become, and what was read otherwise than meant. */
export function PreviewEvents({ preview }: { readonly preview: Preview }) {
  const { t } = useWords();
  const read = preview.events.flatMap(({ row_no: row, message: raw }) => {
    const one = message.safeParse(raw);
    return one.success ? [{ row, message: one.data }] : [];
  });
  return (
    <>
      {read.length === 0 ? <NotEnough /> : null}
      <ol className={classes.events} aria-label={t('importing.becomes')}>
        {read.slice(0, shown).map((one) => (
          <li key={`${one.row}${one.message.type}`}>
            <EventCard message={one.message} row={one.row} />
          </li>
        ))}
      </ol>
      {preview.warnings.length > 0 ? (
        <ul className={classes.warnings} aria-label={t('importing.warnings')}>
          {preview.warnings.map((one) => (
            <li key={`${one.code}${one.column}`}>
              <strong>{one.column}</strong>: {sayReason(t, one.code)}{' '}
              {one.rows > 0 ? t('importing.inRows', { count: one.rows }) : ''}
              {one.sample === '' ? null : <code> {one.sample}</code>}
            </li>
          ))}
        </ul>
      ) : null}
    </>
  );
}

function EventCard({ message: one, row }: { readonly message: Message; readonly row: number }) {
  const { t } = useWords();
  const traits = one.traits ?? one.context?.traits ?? {};
  const who = [one.userId ?? one.anonymousId, text(traits['email']), text(traits['name'])].filter(Boolean).join(' · ');
  const { products, ...plain } = one.properties ?? {};
  const details = Object.entries(one.type === 'identify' ? traits : plain).slice(0, 8);
  const lines = Array.isArray(products) ? products.length : 0;
  return (
    <>
      <span className={classes.eventHead}>
        <strong>{one.event ?? (one.type === 'identify' ? t('importing.person') : one.type)}</strong>
        <span>{who === '' ? t('importing.nobody') : who}</span>
        {one.timestamp === undefined ? null : <When at={one.timestamp} as="date" />}
        <span>{t('importing.row', { row })}</span>
      </span>
      <span className={classes.eventBody}>
        {details.map(([name, value]) => (
          <span key={name}>
            <span className={classes.eventName}>{name}</span> {text(value)}
          </span>
        ))}
        {lines > 0 ? <span>{t('importing.lines', { count: lines })}</span> : null}
      </span>
    </>
  );
}

function text(value: unknown): string {
  if (value === undefined || value === null) return '';
  return (typeof value === 'object' ? JSON.stringify(value) : String(value)).slice(0, 80);
}
