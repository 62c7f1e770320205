import type { Brief } from '../../shared/memory.ts';
import { Figure } from '../parts/figure.tsx';
import { LinkTo } from '../parts/link.tsx';
import { minorMoney } from '../parts/minor-money.ts';
import { Slot } from '../parts/slot.tsx';
import { Empty } from '../parts/states.tsx';
import { useCan } from '../platform/session.ts';
import { useShow } from '../platform/show.ts';
import { useWords } from '../platform/words.ts';
import { BriefLines } from './brief-lines.tsx';
import classes from './customer.module.css';
import { MoneyChart } from './money-chart.tsx';
import { Purchases } from './purchases.tsx';

/** What stands between us: what is open, what he bought and gave back, money over time, who used his data. */
export function Between({ brief }: { readonly brief: Brief }) {
  const { t } = useWords();
  const can = useCan();
  const bought = brief.spending.length > 0;
  return (
    <section aria-label={t('memory.between.title')}>
      <h2 className={classes.columnTitle}>{t('memory.between.title')}</h2>
      <BriefLines lines={brief.lines} />
      <Slot name="customer.promises" props={{ customerId: brief.face_id }} />
      {bought ? (
        <>
          <div className={classes.spending}>
            {brief.spending.map((one) => (
              <Spending key={one.currency} one={one} />
            ))}
          </div>
          <MoneyChart customerId={brief.customer_id} />
          <Purchases customerId={brief.customer_id} />
        </>
      ) : (
        <Empty title={t('memory.between.nothing')} sentence={t('memory.between.nothingSentence')} />
      )}
      {can('privacy.audit') ? (
        <p className={classes.uses}>
          <LinkTo to={`/privacy/uses/${brief.customer_id}`}>{t('memory.between.uses')}</LinkTo>
        </p>
      ) : null}
    </section>
  );
}

function Spending({ one }: { readonly one: Brief['spending'][number] }) {
  const { t } = useWords();
  const show = useShow();
  const period =
    one.first_on === null || one.last_on === null
      ? t('memory.between.always')
      : t('memory.between.fromTo', { from: show.date(one.first_on), to: show.date(one.last_on) });
  const sample = t('memory.between.sample', { count: one.purchases });
  return (
    <>
      <Figure
        label={t('memory.between.sold')}
        value={show.money(minorMoney(one.sold_minor, one.currency))}
        definition={t('memory.between.soldDefinition')}
        unit="money"
        period={period}
        sample={sample}
      />
      {one.returned_minor === 0 ? null : (
        <Figure
          label={t('memory.between.returned')}
          value={show.money(minorMoney(one.returned_minor, one.currency))}
          definition={t('memory.between.returnedDefinition')}
          unit="money"
          period={period}
          sample={sample}
        />
      )}
    </>
  );
}
