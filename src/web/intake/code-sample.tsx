import { Button, ScrollArea } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useState } from 'react';
import { useWords } from '../platform/words.ts';
import classes from './intake.module.css';

/** Code to copy in one act; it scrolls in itself and can be reached by the keyboard. */
export function CodeSample({ label, text }: { readonly label: string; readonly text: string }) {
  const { t } = useWords();
  const [copied, setCopied] = useState<string>();
  const copy = () => {
    // Without TLS browsers hide the clipboard from us: the text can still be selected.
    if (!('clipboard' in navigator)) return;
    void navigator.clipboard.writeText(text).then(() => setCopied(text));
  };
  const isCopied = copied === text;
  return (
    <div className={classes.sample}>
      <ScrollArea.Autosize
        mah={416}
        type="auto"
        className={classes.code}
        viewportProps={{ tabIndex: 0, role: 'region', 'aria-label': label }}
      >
        <pre className={classes.pre}>
          <code>{text}</code>
        </pre>
      </ScrollArea.Autosize>
      {'clipboard' in navigator ? (
        <Button
          className={classes.copy}
          size="compact-sm"
          variant="default"
          leftSection={isCopied ? <IconCheck size={14} /> : <IconCopy size={14} />}
          onClick={copy}
        >
          {isCopied ? t('parts.act.copied') : t('parts.act.copy')}
        </Button>
      ) : null}
    </div>
  );
}
