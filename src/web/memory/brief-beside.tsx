import { useEffect, useState } from 'react';
import { recall } from '../../shared/memory.ts';
import { calledOf } from '../parts/found-customer.ts';
import { LinkTo } from '../parts/link.tsx';
import { TextSkeleton } from '../parts/skeletons.tsx';
import { useAsk } from '../platform/use-ask.ts';
import { useWords } from '../platform/words.ts';
import classes from './brief-beside.module.css';
import { BriefLines } from './brief-lines.tsx';
import { LastWords, WhatHeIs } from './customer-head.tsx';
import { recallInput } from './use-story.ts';

/** The pointer has to rest on a row for so long, so that nobody's memory is read in passing. */
const restMs = 350;

/** A customer's brief beside a list: who he is, what he said last, what is open. */
export function BriefBeside({ customerId }: { readonly customerId: string }) {
  const { t } = useWords();
  const [wanted, setWanted] = useState(customerId);
  useEffect(() => {
    const timer = setTimeout(() => setWanted(customerId), restMs);
    return () => clearTimeout(timer);
  }, [customerId]);
  const { data, error } = useAsk(recall, recallInput(wanted), { keep: true });
  if (data === undefined) return error ? null : <TextSkeleton lines={5} />;
  return (
    <div className={classes.brief}>
      <h2 className={classes.name}>
        <LinkTo to={`/customers/${data.brief.face_id}`}>{calledOf(t, data.brief)}</LinkTo>
      </h2>
      <p className={classes.about}>
        <WhatHeIs recalled={data} />
      </p>
      <LastWords brief={data.brief} />
      <BriefLines lines={data.brief.lines} />
    </div>
  );
}
