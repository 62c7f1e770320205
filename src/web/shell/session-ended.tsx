import { Modal } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { LinkTo } from '../parts/link.tsx';
import { sessionEnds } from '../platform/ask.ts';
import { useCell } from '../platform/cell.ts';
import { useMe } from '../platform/session.ts';
import { useWords } from '../platform/words.ts';
import { SignInForm } from './sign-in-form.tsx';
import classes from './sign-in-page.module.css';

/** When the session ends under a page (`ended`, or any answer says so): asks for the password over it, so that nothing typed is lost. */
export function SessionEnded({ ended }: { readonly ended: boolean }) {
  const { t } = useWords();
  const client = useQueryClient();
  const { person } = useMe();
  const ends = useCell(sessionEnds);
  const [settled, setSettled] = useState(ends);
  const enter = () => {
    setSettled(sessionEnds.get());
    void client.invalidateQueries();
  };
  return (
    <Modal
      opened={ended || ends > settled}
      onClose={() => undefined}
      withCloseButton={false}
      closeOnClickOutside={false}
      closeOnEscape={false}
      title={t('shell.signIn.ended')}
      overlayProps={{ blur: 6 }}
    >
      <p className={classes.sentence}>{t('shell.signIn.endedSentence')}</p>
      <SignInForm email={person.email} onDone={enter} />
      <p className={classes.forgot}>
        <LinkTo to="/sign-in">{t('shell.signIn.other')}</LinkTo>
      </p>
    </Modal>
  );
}
