import { Button } from '@mantine/core';
import { IconAlertTriangle, IconCloudOff, IconLock, IconTallymarks } from '@tabler/icons-react';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { asRefused, type Refused } from '../platform/refused.ts';
import type { RoomIcon } from '../platform/room.ts';
import { refusalWords, useWords } from '../platform/words.ts';
import { ListSkeleton } from './skeletons.tsx';
import classes from './states.module.css';

interface StateProps {
  readonly icon?: RoomIcon | undefined;
  readonly title: string;
  readonly sentence?: ReactNode;
  /** The one act that helps. */
  readonly act?: ReactNode;
  readonly tone?: 'plain' | 'owed';
}

function State({ icon: Icon, title, sentence, act, tone = 'plain' }: StateProps) {
  return (
    <div className={classes.state} data-tone={tone} role={tone === 'owed' ? 'alert' : undefined}>
      {Icon ? (
        <span className={classes.icon} aria-hidden="true">
          <Icon size={22} stroke={1.6} />
        </span>
      ) : null}
      <p className={classes.title}>{title}</p>
      {sentence ? <div className={classes.sentence}>{sentence}</div> : null}
      {act ? <div className={classes.act}>{act}</div> : null}
    </div>
  );
}

export type EmptyProps = Omit<StateProps, 'tone'>;

/** Nothing here yet: what this place is for, and the one act that fills it. */
export function Empty(props: EmptyProps) {
  return <State {...props} />;
}

export interface FailedProps {
  readonly error: unknown;
  readonly retry?: () => void;
  /** What was kept, in words, where something had been typed. */
  readonly kept?: string;
  /** One line inside a form instead of a whole state. */
  readonly inline?: boolean;
}

/** What went wrong, what was kept, what to do; for anything that `ask` throws. */
export function Failed({ error, retry, kept, inline = false }: FailedProps) {
  const { t } = useWords();
  const refused = asRefused(error);
  const words = refusalWords(t, refused);
  if (inline) {
    return (
      <p className={classes.inline} role="alert">
        <IconAlertTriangle size={16} stroke={1.8} aria-hidden="true" />
        <span>
          <strong>{words.title}</strong> {words.act}
        </span>
      </p>
    );
  }
  if (refused.code === 'access.not-allowed') return <NotAllowed />;
  const again = retry ? (
    <Button variant="default" onClick={retry}>
      {t('parts.act.retry')}
    </Button>
  ) : undefined;
  return (
    <State
      icon={refused.code === 'house.away' ? IconCloudOff : IconAlertTriangle}
      title={words.title}
      sentence={<FailedSentence act={words.act} kept={kept} reference={referenceOf(refused)} />}
      act={again}
      tone="owed"
    />
  );
}

function FailedSentence(props: { act: string; kept: string | undefined; reference: string | undefined }) {
  const { t } = useWords();
  return (
    <>
      {props.act} {props.kept}
      {props.reference ? (
        <small className={classes.reference}>{t('parts.state.reference', { id: props.reference })}</small>
      ) : null}
    </>
  );
}

function referenceOf(refused: Refused): string | undefined {
  return refused.status >= 500 ? refused.requestId : undefined;
}

/** The reader's role does not include this page. */
export function NotAllowed() {
  const { t } = useWords();
  return <State icon={IconLock} title={t('parts.state.notAllowed')} sentence={t('parts.state.notAllowedSentence')} />;
}

/** A number that cannot honestly be given yet: how much is known, and how much is needed. */
export function NotEnough({ have, need, inline = false }: { have?: number; need?: number; inline?: boolean }) {
  const { t } = useWords();
  const detail =
    have !== undefined && need !== undefined ? t('parts.state.notEnoughSentence', { have, need }) : undefined;
  if (inline) {
    return (
      <span className={classes.notEnough} title={detail}>
        {t('parts.state.notEnough')}
      </span>
    );
  }
  return <State icon={IconTallymarks} title={t('parts.state.notEnough')} sentence={detail} />;
}

export interface AnswerProps<T> {
  readonly of: UseQueryResult<T, Refused>;
  /** The shape of what comes; a list by default. */
  readonly skeleton?: ReactNode;
  readonly children: (data: T) => ReactNode;
}

/** Renders a question in its three states: `<Answer of={useAsk(…)}>{(reply) => …}</Answer>`. */
export function Answer<T>({ of, skeleton, children }: AnswerProps<T>) {
  if (of.data !== undefined) return children(of.data);
  if (of.isError) return <Failed error={of.error} retry={() => void of.refetch()} />;
  return skeleton ?? <ListSkeleton />;
}
