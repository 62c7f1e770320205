import { channels } from '../../shared/memory.ts';
import type { ShownPromise } from '../../shared/promises-shown.ts';
import { LinkTo } from '../parts/link.tsx';
import { When } from '../parts/values.tsx';
import { useWords } from '../platform/words.ts';
import { sayKind } from './promise-words.ts';
import { storyPath } from './story-path.ts';

/** Who gave the word, how and when; who keeps it; with the way to where it stands in the story. */
export function WhoPromised({ promise }: { readonly promise: ShownPromise }) {
  const { t } = useWords();
  const by = t(`memory.by.${channels.find((one) => one === promise.channel) ?? 'other'}`);
  return (
    <>
      {givenBy(promise, by, t)} <MadeAt promise={promise} />
      {promise.owed_by === 'company' && promise.origin !== 'expectation' && promise.state !== 'unexpected'
        ? ` · ${promise.keeper === null ? t('promises.one.noKeeper') : t('promises.one.keeps', { keeper: promise.keeper.name })}`
        : null}
      {promise.kind === 'other' ? null : ` · ${sayKind(t, promise.kind)}`}
      {promise.subject === null ? null : ` · ${promise.subject}`}
      {promise.visible ? null : ` · ${t('promises.one.hidden')}`}
    </>
  );
}

function givenBy(promise: ShownPromise, by: string, t: ReturnType<typeof useWords>['t']): string {
  const maker = promise.maker?.name;
  if (promise.state === 'unexpected') return t('promises.one.nothingSaid');
  if (promise.state === 'found') return t('promises.one.found', { by });
  if (promise.origin === 'standing') return t('promises.one.standing');
  if (promise.origin === 'expectation') {
    return t('promises.one.told', { by });
  }
  if (promise.owed_by === 'customer') return t('promises.one.hePromised', { by });
  return maker === undefined ? t('promises.one.promised', { by }) : t('promises.one.promisedBy', { maker, by });
}

function MadeAt({ promise }: { readonly promise: ShownPromise }) {
  const { made_at: at, made_event_id: eventId, customer_id: customerId } = promise;
  if (at === null) return null;
  if (eventId === null) return <When at={at} />;
  return (
    <LinkTo to={storyPath(customerId, eventId, at)}>
      <When at={at} />
    </LinkTo>
  );
}
