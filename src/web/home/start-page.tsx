import { Button } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useState } from 'react';
import { ButtonTo, LinkTo } from '../parts/link.tsx';
import { Page } from '../parts/page.tsx';
import { useWords } from '../platform/words.ts';
import classes from './glance.module.css';

const demoCommand = 'npm run kept -- demo';
const extractCommand =
  'npm run kept -- import examples/online-retail/extract.csv --mapping examples/online-retail/mapping.yaml';

/** The ways to see Kept with life in it: a made-up company, a real shop's extract, one's own file. */
export function StartPage() {
  const { t } = useWords();
  return (
    <Page
      title={t('home.start.title')}
      sentence={t('home.start.sentence')}
      above={<LinkTo to="/">{t('shell.nav.today')}</LinkTo>}
      width="read"
    >
      <section className={classes.way}>
        <h2>{t('home.start.demo')}</h2>
        <p>{t('home.start.demoSentence')}</p>
        <Command text={demoCommand} />
      </section>
      <section className={classes.way}>
        <h2>{t('home.start.extract')}</h2>
        <p>{t('home.start.extractSentence')}</p>
        <Command text={extractCommand} />
      </section>
      <section className={classes.way}>
        <h2>{t('home.start.own')}</h2>
        <p>{t('home.start.ownSentence')}</p>
        <ButtonTo to="/intake/imports/new">{t('importing.act')}</ButtonTo>
      </section>
    </Page>
  );
}

function Command({ text }: { readonly text: string }) {
  const { t } = useWords();
  const [copied, setCopied] = useState(false);
  return (
    <div className={classes.command}>
      <code>{text}</code>
      {'clipboard' in navigator ? (
        <Button
          size="compact-sm"
          variant="default"
          leftSection={copied ? <IconCheck size={14} /> : <IconCopy size={14} />}
          onClick={() => void navigator.clipboard.writeText(text).then(() => setCopied(true))}
        >
          {copied ? t('parts.act.copied') : t('parts.act.copy')}
        </Button>
      ) : null}
    </div>
  );
}
