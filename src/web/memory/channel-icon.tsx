import {
  IconAddressBook,
  IconBuildingStore,
  IconDeviceMobile,
  IconDots,
  IconFileDescription,
  IconHome,
  IconMail,
  IconMailOpened,
  IconMessageCircle,
  IconPhone,
  IconShare,
  IconTruckDelivery,
  IconWorld,
} from '@tabler/icons-react';
import { channels } from '../../shared/memory.ts';
import type { RoomIcon } from '../platform/room.ts';
import type { Say } from '../platform/words.ts';

export type Channel = (typeof channels)[number];

const icons: Readonly<Record<Channel, RoomIcon>> = {
  web: IconWorld,
  app: IconDeviceMobile,
  email: IconMail,
  phone: IconPhone,
  chat: IconMessageCircle,
  shop: IconBuildingStore,
  visit: IconHome,
  letter: IconMailOpened,
  delivery: IconTruckDelivery,
  social: IconShare,
  'back-office': IconFileDescription,
  other: IconDots,
};

/** The channel that a text names; `other` for one that we do not know. */
export function channelOf(text: string): Channel {
  return channels.find((channel) => channel === text) ?? 'other';
}

/** A channel's name in the reader's words. */
export function sayChannel(t: Say, text: string): string {
  return t(`memory.channel.${channelOf(text)}`);
}

/** "by phone", "in the shop": how a contact came. */
export function sayBy(t: Say, text: string): string {
  return t(`memory.by.${channelOf(text)}`);
}

/** The small drawing of a channel; its name stands beside it or in `title`. */
export function ChannelIcon({ channel, size = 16 }: { readonly channel: string; readonly size?: number }) {
  const known = channels.find((one) => one === channel);
  const Icon = known === undefined ? IconAddressBook : icons[known];
  return <Icon size={size} stroke={1.6} />;
}
