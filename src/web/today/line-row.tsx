import { IconClockExclamation } from '@tabler/icons-react';
import { houseId } from '../../shared/staff.ts';
import type { TodayLine } from '../../shared/today.ts';
import { type Reader, sayInstant, saySlot, saySlots, saySpan } from '../../shared/today-slots.ts';
import { isTodayWord } from '../../shared/words/today-words.ts';
import { calledOf } from '../parts/found-customer.ts';
import { now } from '../platform/clock.ts';
import { useMe } from '../platform/session.ts';
import { useShow } from '../platform/show.ts';
import { type Say, useWords } from '../platform/words.ts';
import classes from './today.module.css';

/** Who it is about; the house itself where it is about no customer. */
export function customerOf(t: Say, line: Pick<TodayLine, 'customer_id' | 'customer' | 'customer_key'>): string {
  if (line.customer_id === houseId) return t('today.house');
  return calledOf(t, { name: line.customer, key: line.customer_key });
}

/** In whose words and by whose clock the reader is spoken to, as of now. */
export function useReader(): Reader {
  const { language } = useWords();
  const { locale, zone } = useShow();
  return { language, locale, zone, now: now().getTime() };
}

export interface LineRowProps {
  readonly line: TodayLine;
  /** Done by others since the list was shown. */
  readonly gone?: boolean;
  /** True where the row above is of the same customer, who is then not named again. */
  readonly again?: boolean;
}

/** A line: who · what he awaits · why it is here · until when. A line whose word we do not know shows its customer. */
export function LineRow({ line, gone = false, again = false }: LineRowProps) {
  const { t } = useWords();
  const reader = useReader();
  const { word } = line;
  const slots = saySlots(line.slots, reader);
  return (
    <span className={classes.line} data-late={line.late} data-gone={gone} data-again={again}>
      <span className={classes.words}>
        <span className={classes.who}>{customerOf(t, line)}</span>
        {isTodayWord(word) ? <span className={classes.what}>{t(`${word}.what`, slots)}</span> : null}
        <span className={classes.why}>
          {isTodayWord(word) ? t(`${word}.why`, slots) : null}
          <Reasons line={line} reader={reader} again={again} />
          <Whose line={line} />
        </span>
        <Note line={line} />
      </span>
      <Until line={line} reader={reader} />
    </span>
  );
}

/** Why it stands where it stands: what we owe, that he is going, how long it has been here. */
function Reasons({ line, reader, again }: { line: TodayLine; reader: Reader; again: boolean }) {
  const { t } = useWords();
  const said = [];
  if (line.owed > 0 && !again) said.push(t('today.owed', { count: line.owed }));
  if (line.lost && !again) said.push(t('today.going'));
  const since = Date.parse(line.since);
  if (!line.late && reader.now - since > longMs) {
    said.push(t('today.hereSince', { when: saySlot({ on: line.since.slice(0, 10) }, reader) }));
  }
  return said.map((text) => (
    <span key={text} className={classes.whose}>
      {text}
    </span>
  ));
}

/** What a colleague wrote when he handed it over. */
function Note({ line }: { readonly line: TodayLine }) {
  const note = line.handed?.note ?? null;
  return note === null ? null : <q className={classes.note}>{note}</q>;
}

/** A line that has stood here for so long says since when. */
const longMs = 7 * 86_400_000;

/** Whose it is, where that is not simply the reader's. */
function Whose({ line }: { readonly line: TodayLine }) {
  const { t, language } = useWords();
  const { person } = useMe();
  const { claimed_by: holder, via, department, instead_of: instead } = line;
  const said = [];
  if (via === 'stand-in' && instead !== null) said.push(t('today.instead', { name: instead.name }));
  if (department !== null && (via === 'department' || holder !== null)) {
    said.push(t('today.for', { department: department.name[language] }));
  }
  if (via === 'house') said.push(t('today.lost'));
  if (line.handed !== null) said.push(t('today.handed', { name: line.handed.by.name }));
  if (holder !== null) {
    said.push(holder.person_id === person.person_id ? t('today.mine') : t('today.taken', { name: holder.name }));
  }
  return said.map((text) => (
    <span key={text} className={classes.whose}>
      {text}
    </span>
  ));
}

function Until({ line, reader }: { readonly line: TodayLine; readonly reader: Reader }) {
  const { t } = useWords();
  const show = useShow();
  if (line.snoozed_until !== null && Date.parse(line.snoozed_until) > reader.now) {
    const when = sayInstant(Date.parse(line.snoozed_until), reader);
    return <span className={classes.until}>{t('today.back', { when })}</span>;
  }
  if (line.until === null) return null;
  const ms = Date.parse(line.until);
  const exact = sayInstant(ms, reader);
  if (!line.late) {
    return (
      <span className={classes.until} title={exact}>
        {show.relative(line.until)}
      </span>
    );
  }
  return (
    <span className={classes.until} data-late="true" title={exact}>
      <IconClockExclamation size={16} stroke={1.9} aria-hidden="true" />
      {t('today.lateBy', { span: saySpan((reader.now - ms) / 1_000, reader.language) })}
    </span>
  );
}
