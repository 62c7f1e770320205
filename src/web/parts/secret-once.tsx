import { Button } from '@mantine/core';
import { IconCheck, IconCopy, IconEye, IconEyeOff } from '@tabler/icons-react';
import { useState } from 'react';
import { useWords } from '../platform/words.ts';
import classes from './secret-once.module.css';

/** A key or link that is shown only now: hidden until asked, copied in one act, with the warning beside it. */
export function SecretOnce({ label, secret }: { readonly label: string; readonly secret: string }) {
  const { t } = useWords();
  const [seen, setSeen] = useState(false);
  const [copied, setCopied] = useState(false);
  const copy = () => {
    // Without TLS browsers hide the clipboard from us: then show the secret, to be copied by hand.
    if (!('clipboard' in navigator)) return setSeen(true);
    navigator.clipboard.writeText(secret).then(
      () => setCopied(true),
      () => setSeen(true),
    );
  };
  return (
    <div className={classes.secret}>
      <div className={classes.label}>{label}</div>
      <div className={classes.line}>
        <code className={classes.code}>{seen ? secret : '•'.repeat(Math.min(32, secret.length))}</code>
        <Button
          variant="default"
          size="sm"
          onClick={() => setSeen(!seen)}
          leftSection={seen ? <IconEyeOff size={16} /> : <IconEye size={16} />}
        >
          {seen ? t('parts.secret.hide') : t('parts.secret.show')}
        </Button>
        <Button size="sm" onClick={copy} leftSection={copied ? <IconCheck size={16} /> : <IconCopy size={16} />}>
          {copied ? t('parts.act.copied') : t('parts.act.copy')}
        </Button>
      </div>
      <p className={classes.warning}>{t('parts.secret.once')}</p>
    </div>
  );
}
