import { IconBuilding, IconQuote, IconSparkles, IconUser } from '@tabler/icons-react';
import { useWords } from '../platform/words.ts';
import classes from './signs.module.css';
import { When } from './values.tsx';

export interface SourceTagProps {
  readonly source: 'customer' | 'employee' | 'system' | 'inferred';
  /** How it came, in the reader's words: "by phone". */
  readonly channel?: string;
  readonly at: string;
  /** Past its freshness: drawn faint, and said. */
  readonly stale?: boolean;
}

const icons = { customer: IconQuote, employee: IconUser, system: IconBuilding, inferred: IconSparkles } as const;

/** Where a fact comes from and how old it is; dashed when a machine guessed, faint when it grows stale. */
export function SourceTag({ source, channel, at, stale = false }: SourceTagProps) {
  const { t } = useWords();
  const Icon = icons[source];
  const who = t(`parts.source.${source}`);
  return (
    <span className={classes.tag} data-guess={source === 'inferred'} data-stale={stale}>
      <Icon size={12} stroke={1.8} aria-hidden="true" />
      <span>
        {channel === undefined ? who : t('parts.source.byChannel', { who, channel })}, <When at={at} />
        {stale ? ` · ${t('parts.source.stale')}` : ''}
      </span>
    </span>
  );
}
