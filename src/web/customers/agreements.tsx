import { ActionIcon, Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import type { Profile } from '../../shared/customers.ts';
import { LinkTo } from '../parts/link.tsx';
import { sayCode } from '../parts/say-code.ts';
import { useCan } from '../platform/session.ts';
import { useShow } from '../platform/show.ts';
import { useWords } from '../platform/words.ts';
import { AgreementDialog } from './agreement-dialog.tsx';
import { RoleDialog } from './role-dialog.tsx';
import classes from './told.module.css';

export type Agreement = Profile['agreements'][number];

/** His contracts, subscriptions, policies and accounts, with who is what on them. */
export function Agreements({ profile }: { readonly profile: Profile }) {
  const { t } = useWords();
  const can = useCan();
  const [editing, setEditing] = useState<Agreement | 'new'>();
  const [roles, setRoles] = useState<Agreement>();
  const { agreements } = profile;
  if (agreements.length === 0 && !can('customers.write')) return null;
  return (
    <section className={classes.part}>
      <div className={classes.partHead}>
        <h3>{t('customers.agreement.title')}</h3>
        {can('customers.write') ? (
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t('customers.agreement.make')}
            onClick={() => setEditing('new')}
          >
            <IconPlus size={16} stroke={1.8} />
          </ActionIcon>
        ) : null}
      </div>
      {agreements.length === 0 ? <p className={classes.soft}>{t('customers.agreement.none')}</p> : null}
      <ul className={classes.list}>
        {agreements.map((one) => (
          <AgreementLine
            key={one.agreement_id}
            one={one}
            onEdit={() => setEditing(one)}
            onRoles={() => setRoles(one)}
          />
        ))}
      </ul>
      {editing === undefined ? null : (
        <AgreementDialog
          customerId={editing === 'new' ? profile.customer_id : editing.customer_id}
          agreement={editing === 'new' ? undefined : editing}
          onClose={() => setEditing(undefined)}
        />
      )}
      {roles ? <RoleDialog agreement={roles} onClose={() => setRoles(undefined)} /> : null}
    </section>
  );
}

interface LineProps {
  readonly one: Agreement;
  readonly onEdit: () => void;
  readonly onRoles: () => void;
}

function AgreementLine({ one, onEdit, onRoles }: LineProps) {
  const { t } = useWords();
  const show = useShow();
  const can = useCan();
  const time =
    one.until !== null
      ? t('customers.agreement.until', { date: show.date(one.until) })
      : one.since !== null
        ? t('customers.agreement.since', { date: show.date(one.since) })
        : undefined;
  return (
    <li className={classes.agreement} data-ended={one.until !== null}>
      <span className={classes.value}>
        {one.line === null ? t(`customers.agreement.${one.kind}`) : capital(sayCode(t, one.line))}
        <span className={classes.number}> {one.number}</span>
      </span>
      <span className={classes.about}>
        {[one.line === null ? undefined : t(`customers.agreement.${one.kind}`), time].filter(Boolean).join(' · ')}
      </span>
      {[one.place, one.asset].map((text) =>
        text === null ? null : (
          <span key={text} className={classes.about}>
            {text}
          </span>
        ),
      )}
      <ul className={classes.roles}>
        {one.roles.map((role) => (
          <li key={`${role.customer_id} ${role.role}`}>
            {t(`customers.role.${role.role}`)}:{' '}
            {role.customer_id === one.customer_id ? (
              (role.name ?? t('customers.noName'))
            ) : (
              <LinkTo to={`/customers/${role.customer_id}`}>{role.name ?? t('customers.noName')}</LinkTo>
            )}
          </li>
        ))}
      </ul>
      {can('customers.write') ? (
        <span className={classes.acts}>
          <Button size="compact-xs" variant="subtle" onClick={onEdit}>
            {t('parts.act.edit')}
          </Button>
          <Button size="compact-xs" variant="subtle" onClick={onRoles}>
            {t('customers.role.act')}
          </Button>
        </span>
      ) : null}
    </li>
  );
}

function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase() + text.slice(1);
}
