import { useId, useState } from 'react';
import { channels } from '../../shared/memory.ts';
import { useWords } from '../platform/words.ts';
import classes from './capture.module.css';
import { type Channel, ChannelIcon } from './channel-icon.tsx';

const first: readonly Channel[] = ['phone', 'shop', 'visit', 'email', 'chat', 'letter', 'social'];

/** By which channel, with one tap; the seldom ones behind "more". */
export function ChannelChoice({
  value,
  onChoose,
}: {
  readonly value: Channel;
  readonly onChoose: (channel: Channel) => void;
}) {
  const { t } = useWords();
  const name = useId();
  const [all, setAll] = useState(!first.includes(value));
  const shown = all ? channels : first;
  return (
    <fieldset className={classes.channels}>
      <legend className={classes.label}>{t('memory.capture.channel')}</legend>
      <div className={classes.choices}>
        {shown.map((channel) => (
          <label key={channel} className={classes.choice}>
            <input
              type="radio"
              name={name}
              value={channel}
              checked={channel === value}
              onChange={() => onChoose(channel)}
            />
            <ChannelIcon channel={channel} size={18} />
            <span>{t(`memory.channel.${channel}`)}</span>
          </label>
        ))}
        {all ? null : (
          <button type="button" className={classes.choice} onClick={() => setAll(true)}>
            {t('parts.act.more')} …
          </button>
        )}
      </div>
    </fieldset>
  );
}
