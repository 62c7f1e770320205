import { Button } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconMailForward } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { ReplyOf } from '../../shared/contract.ts';
import { type MailInput, testMail } from '../../shared/staff-mail.ts';
import { Failed } from '../parts/states.tsx';
import { useTell } from '../platform/use-ask.ts';
import { useWords } from '../platform/words.ts';
import classes from './settings.module.css';

export interface MailTestProps {
  /** What is typed and not yet saved; undefined while something is missing. Without the property: what holds. */
  readonly settings?: MailInput | undefined;
  /** Before it is sent, so that the form marks what is missing. */
  readonly onTry?: () => void;
  /** Further acts beside it. */
  readonly children?: ReactNode;
}

/** "Send me a test message", and in words what happened. */
export function MailTest(props: MailTestProps) {
  const { t } = useWords();
  const testing = useTell(testMail);
  const isTyped = 'settings' in props;
  const send = () => {
    props.onTry?.();
    if (isTyped && props.settings === undefined) return;
    testing.mutate(props.settings === undefined ? {} : { settings: props.settings });
  };
  return (
    <>
      <div aria-live="polite">
        {testing.isError ? <Failed error={testing.error} inline /> : null}
        {testing.data === undefined || testing.isPending ? null : <Came came={testing.data} isTyped={isTyped} />}
      </div>
      <div className={classes.acts}>
        {props.children}
        <Button
          variant="default"
          leftSection={<IconMailForward size={17} stroke={1.7} />}
          loading={testing.isPending}
          onClick={send}
        >
          {t('mailSettings.test')}
        </Button>
      </div>
    </>
  );
}

function Came({ came, isTyped }: { readonly came: ReplyOf<typeof testMail>; readonly isTyped: boolean }) {
  const { t } = useWords();
  if (came.trouble === null) {
    return (
      <p className={classes.came} data-tone="kept">
        <IconCheck size={18} stroke={2} aria-hidden="true" />
        <span>
          <strong>{t('mailSettings.testSent', { to: came.to })}</strong> {isTyped ? t('mailSettings.testSaved') : null}
        </span>
      </p>
    );
  }
  return (
    <p className={classes.came} data-tone="owed">
      <IconAlertTriangle size={18} stroke={1.8} aria-hidden="true" />
      <span>
        <strong>{t(`mailSettings.trouble.${came.trouble}.title`)}.</strong>{' '}
        {t(`mailSettings.trouble.${came.trouble}.act`)}
        {came.reply === null ? null : (
          <span className={classes.reply}> {t('mailSettings.reply', { code: came.reply })}</span>
        )}
      </span>
    </p>
  );
}
