import { Button, SegmentedControl } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconPlus } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { show as showCustomer } from '../../shared/customers.ts';
import { recall } from '../../shared/memory.ts';
import { calledOf } from '../parts/found-customer.ts';
import { LinkTo } from '../parts/link.tsx';
import { Page } from '../parts/page.tsx';
import { PageSkeleton } from '../parts/skeletons.tsx';
import { Slot } from '../parts/slot.tsx';
import { Failed } from '../parts/states.tsx';
import { useCapture } from '../platform/capture.ts';
import { useKeys } from '../platform/keys.ts';
import { useLiveRefresh } from '../platform/live.ts';
import { useGo, useParam } from '../platform/place.ts';
import { useCan } from '../platform/session.ts';
import { useAsk } from '../platform/use-ask.ts';
import { useWords } from '../platform/words.ts';
import { Between } from './between.tsx';
import classes from './customer.module.css';
import { LastWords, WhatHeIs } from './customer-head.tsx';
import { StoryColumn } from './story.tsx';
import { type Recalled, recallInput } from './use-story.ts';

const columns = ['told', 'story', 'between'] as const;
type Column = (typeof columns)[number];

/** One customer as a letter about him: who he is in a sentence, what he told us, the story, what stands between us. */
export function CustomerPage() {
  const { t } = useWords();
  const customerId = useParam('customer_id');
  const recalled = useAsk(recall, recallInput(customerId));
  if (recalled.data) return <Known key={customerId} recalled={recalled.data} customerId={customerId} />;
  if (recalled.error) {
    return (
      <Page title={t('customers.one.title')} above={<LinkTo to="/customers">{t('shell.nav.customers')}</LinkTo>}>
        <Failed error={recalled.error} retry={() => void recalled.refetch()} />
      </Page>
    );
  }
  return <PageSkeleton />;
}

function Known({ recalled, customerId }: { readonly recalled: Recalled; readonly customerId: string }) {
  const { t } = useWords();
  const go = useGo();
  const { brief } = recalled;
  const profile = useAsk(showCustomer, { customer_id: customerId });
  useLiveRefresh(['customers.merged', 'customers.unmerged'], [showCustomer, recall], customerId);
  const elsewhere = brief.face_id !== customerId;
  useEffect(() => {
    if (elsewhere) go(`/customers/${brief.face_id}`, { replace: true });
  }, [elsewhere, brief.face_id, go]);
  const members = profile.data?.members.map((member) => member.customer_id) ?? [customerId];
  return (
    <Page
      width="wide"
      title={calledOf(t, brief)}
      above={<LinkTo to="/customers">{t('shell.nav.customers')}</LinkTo>}
      sentence={<WhatHeIs recalled={recalled} />}
      acts={<Acts customerId={brief.face_id} />}
    >
      <LastWords brief={brief} />
      <Slot name="customer.head" props={{ customerId: brief.face_id }} />
      <Columns recalled={recalled} members={members} />
    </Page>
  );
}

function Acts({ customerId }: { readonly customerId: string }) {
  const { t } = useWords();
  const can = useCan();
  const capture = useCapture();
  const captures = capture !== undefined && can('memory.capture');
  useKeys(captures ? [{ keys: 'c', label: t('shell.capture.act'), run: () => capture(customerId) }] : []);
  return (
    <>
      <Slot name="customer.acts" props={{ customerId }} />
      {captures ? (
        <Button leftSection={<IconPlus size={16} stroke={2} />} onClick={() => capture(customerId)}>
          {t('shell.capture.act')}
        </Button>
      ) : null}
    </>
  );
}

/** Three columns side by side; on phones one at a time, the story first. */
function Columns({ recalled, members }: { readonly recalled: Recalled; readonly members: readonly string[] }) {
  const { t } = useWords();
  const phone = useMediaQuery('(max-width: 48em)') ?? false;
  const [seen, setSeen] = useState<Column>('story');
  const customerId = recalled.brief.face_id;
  const shown = (column: Column) => !phone || seen === column;
  return (
    <>
      {phone ? (
        <SegmentedControl
          fullWidth
          mb="md"
          aria-label={t('memory.page.parts')}
          value={seen}
          onChange={(value) => setSeen(columns.find((column) => column === value) ?? 'story')}
          data={columns.map((column) => ({ value: column, label: t(`memory.page.short.${column}`) }))}
        />
      ) : null}
      <div className={classes.columns}>
        {shown('told') ? (
          <div className={classes.told}>
            <Slot name="customer.told" props={{ customerId }} />
          </div>
        ) : null}
        {shown('story') ? (
          <div className={classes.middle}>
            <StoryColumn key={recalled.brief.face_id} recalled={recalled} members={members} />
          </div>
        ) : null}
        {shown('between') ? (
          <div className={classes.between}>
            <Between brief={recalled.brief} />
            <Slot name="customer.between" props={{ customerId }} />
          </div>
        ) : null}
      </div>
    </>
  );
}
