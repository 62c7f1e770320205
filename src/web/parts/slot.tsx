import { type ComponentType, createElement } from 'react';
import { type Slots, useRooms } from '../platform/room.ts';

/** Shows what the rooms put into a named place, in the order of the rooms; nothing where nobody fills it. */
export function Slot<Name extends keyof Slots>({
  name,
  ...props
}: {
  readonly name: Name;
  readonly props: Slots[Name];
}) {
  const fillings = useFillings(name);
  return fillings.map(({ room, Filling }) => createElement(Filling, { key: room, ...props.props }));
}

/** Who fills a place, for a frame that must know whether there is anybody at all. */
export function useFillings<Name extends keyof Slots>(
  name: Name,
): readonly { readonly room: string; readonly Filling: ComponentType<Slots[Name]> }[] {
  return useRooms().flatMap((room) => {
    const Filling = room.slots?.[name];
    return Filling === undefined ? [] : [{ room: room.name, Filling }];
  });
}
