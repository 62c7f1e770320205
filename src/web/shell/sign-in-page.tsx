import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { z } from 'zod';
import { LinkTo } from '../parts/link.tsx';
import { ownPath } from '../platform/own-path.ts';
import { useAddress, useGo } from '../platform/place.ts';
import { useWords } from '../platform/words.ts';
import { SignInForm } from './sign-in-form.tsx';
import classes from './sign-in-page.module.css';

const address = z.object({ back: z.string().optional() });

/** The way in; afterwards back to where one wanted to go, if that is a path of ours. */
export function SignInPage() {
  const { t } = useWords();
  const client = useQueryClient();
  const go = useGo();
  const [{ back }] = useAddress(address);
  const title = t('shell.signIn.title');
  useEffect(() => {
    document.title = title;
  }, [title]);
  const enter = () => {
    client.clear();
    go(ownPath(back), { replace: true });
  };
  return (
    <div className={classes.card}>
      <h1 className={classes.title} tabIndex={-1}>
        {title}
      </h1>
      <p className={classes.sentence}>{t('shell.signIn.sentence')}</p>
      <SignInForm onDone={enter} />
      <p className={classes.forgot}>
        <LinkTo to="/reset-password">{t('shell.signIn.forgot')}</LinkTo>
      </p>
    </div>
  );
}
