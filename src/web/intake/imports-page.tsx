import { IconPlus } from '@tabler/icons-react';
import { type ImportShown, listImports } from '../../shared/imports.ts';
import { ButtonTo, LinkTo } from '../parts/link.tsx';
import { Page } from '../parts/page.tsx';
import { Answer, Empty } from '../parts/states.tsx';
import { Table } from '../parts/table.tsx';
import { When } from '../parts/values.tsx';
import { useShow } from '../platform/show.ts';
import { useAsk } from '../platform/use-ask.ts';
import { useWords } from '../platform/words.ts';

/** Files that were imported, with what came of each. */
export function ImportsPage() {
  const { t } = useWords();
  const show = useShow();
  const asked = useAsk(listImports, {}, { every: 4000 });
  const number = (pick: (one: ImportShown) => number) => (one: ImportShown) => show.number(pick(one));
  return (
    <Page
      title={t('importing.title')}
      sentence={t('importing.sentence')}
      above={<LinkTo to="/intake">{t('intake.title')}</LinkTo>}
      acts={
        <ButtonTo to="/intake/imports/new" leftSection={<IconPlus size={16} stroke={2} />}>
          {t('importing.act')}
        </ButtonTo>
      }
    >
      <Answer of={asked}>
        {({ imports }) =>
          imports.length === 0 ? (
            <Empty
              title={t('importing.none')}
              sentence={t('importing.noneSentence')}
              act={<ButtonTo to="/intake/imports/new">{t('importing.act')}</ButtonTo>}
            />
          ) : (
            <Table
              label={t('importing.title')}
              items={imports}
              keyOf={(one) => one.import_id}
              to={(one) => `/intake/imports/${one.import_id}`}
              columns={[
                { id: 'name', head: t('importing.name'), cell: (one) => one.name },
                { id: 'state', head: t('importing.state'), cell: (one) => <State of={one} />, phone: 'beside' },
                {
                  id: 'good',
                  head: t('importing.good'),
                  cell: number((one) => one.good),
                  number: true,
                  phone: 'labelled',
                },
                { id: 'bad', head: t('importing.bad'), cell: number((one) => one.bad), number: true, phone: 'none' },
                {
                  id: 'customers',
                  head: t('importing.customers'),
                  cell: number((one) => one.customers_made),
                  number: true,
                  phone: 'none',
                },
                { id: 'at', head: t('importing.when'), cell: (one) => <When at={one.made_at} />, number: true },
              ]}
            />
          )
        }
      </Answer>
    </Page>
  );
}

function State({ of }: { readonly of: ImportShown }) {
  const { t } = useWords();
  const show = useShow();
  const moving = of.state === 'running' || of.state === 'undoing';
  const word = t(`importing.in.${of.state}`);
  const said = moving ? `${word}, ${show.percent(of.progress)}` : word;
  return of.dry ? `${t('importing.dry')} · ${said}` : said;
}
