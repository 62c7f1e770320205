/*
 * How to add a page
 *
 * 1. Write `src/web/<room>/<thing>-page.tsx` with one exported component, `ThingPage`. Inside: `<Page title=… acts=…>`,
 *    `useAsk(contract, input)` rendered by `<Answer>`, parts from `web/parts` (see `parts/README.md`). No `fetch`, no
 *    colours by hand, no text outside `shared/words/{en,es,ru}/<room>.ts`.
 * 2. Put it into the room's table of contents, `src/web/<room>/room.ts`:
 *      export const customersRoom: WebRoom = {
 *        name: 'customers',
 *        routes: [{ path: '/customers/$customer_id', title: 'customers.one.title', access: 'customers.read',
 *                   load: () => import('./customer-page.tsx').then((page) => page.CustomerPage) }],
 *        navigation: [{ to: '/customers', label: 'shell.nav.customers', icon: IconUsers, order: 20 }],
 *      };
 *    `load` keeps the page in a chunk of its own. Path pieces are read by `useParam('customer_id')`, the query string
 *    by `useAddress(schema)`. A page is shown only to those who hold `access`; others see why not.
 * 3. A new room: one line in `src/web/rooms.ts`, the only file that knows every room.
 * 4. Parts of other rooms' pages are filled through slots: name the slot and its props in `Slots` below, show it with
 *    `<Slot name="…" …/>`, fill it with `slots: { 'name': Component }`. Influence goes to the right only.
 * 5. Look at it: `npm run web:dev`, at 1440 and 390 px, light and dark, in the three languages; then a test in
 *    `test/web` with the accessibility check.
 */
import { type ComponentType, createContext, type ReactNode, useContext } from 'react';
import type { Right } from '../../shared/contract.ts';
import type { channels } from '../../shared/memory.ts';
import type { Go } from './place.ts';
import type { Say, WordKey } from './words.ts';

type Channel = (typeof channels)[number];

export type RoomIcon = ComponentType<{ size?: number | string; stroke?: number | string }>;

/** One page at one path. */
export interface RouteDefinition {
  /** `/customers/$customer_id`: a piece after `$` is a parameter. */
  readonly path: string;
  readonly title: WordKey;
  readonly load: () => Promise<ComponentType>;
  /** Absent: whoever is signed in. `open`: also without signing in. */
  readonly access?: Right;
  /** `bare` shows the page without navigation: sign-in, set-up, invitation. */
  readonly frame?: 'full' | 'bare';
}

/** One line of the side navigation; on phones the first ones by `order` stand at the bottom, the rest under "More". */
export interface NavigationItem {
  readonly to: string;
  readonly label: WordKey;
  /** One short word for the bottom of a phone, where the label has more. */
  readonly short?: WordKey;
  readonly icon: RoomIcon;
  /** Today 10 · Customers 20 · Intake 60 · Everyone 80 · Settings 90. */
  readonly order: number;
  readonly access?: Right;
}

/** One line of the palette (⌘/Ctrl-K), with a key of its own if it deserves one. */
export interface CommandDefinition {
  readonly id: string;
  readonly label: WordKey;
  readonly icon?: RoomIcon;
  readonly keys?: string;
  readonly access?: Right;
  readonly run: (go: Go) => void;
}

/** One thing found while typing into the palette. */
export interface Found {
  readonly id: string;
  readonly label: string;
  readonly detail?: string;
  readonly icon?: RoomIcon;
  readonly to: string;
}

/** A line of the first-run list on Today. */
export interface FirstStep {
  readonly id: string;
  readonly order: number;
  readonly title: WordKey;
  readonly sentence: WordKey;
  readonly to: string;
  readonly access?: Right;
  /** Whether it is done already: `async () => (await ask(sources, {})).rows.length > 0`. */
  readonly done: () => Promise<boolean>;
}

/** Places that other rooms may fill, with what each gives to its filling. */
export interface Slots {
  /** The quick capture, opened by `c`; `customerId` when it is opened from a customer's page. */
  readonly capture: { readonly customerId?: string; readonly onClose: () => void };
  /** After the greeting on Today: how the day stands. */
  readonly 'home.sentence': Record<never, never>;
  /**
   * Under the greeting on Today; the first steps stand above it in a house where nothing awaits anybody yet: undefined
   * until it is known whether there are any. `onShown` is called once all is there and pushes nothing below it any more.
   */
  readonly 'home.today': { readonly steps: ReactNode; readonly onShown: () => void };
  /** Over every page of the signed-in frame: dialogs that open anywhere. */
  readonly over: Record<never, never>;
  /** In the quick capture, under the words: what can be heard in them. `outgoing`: they are ours, not his. */
  readonly 'capture.words': {
    readonly customer: { readonly id: string; readonly name: string | null } | undefined;
    readonly words: string;
    readonly channel: Channel;
    readonly outgoing: boolean;
  };
  /** Below it: the house in a few numbers. */
  readonly 'home.glance': Record<never, never>;
  /** Beside the list of Today, on wide screens: the brief of the customer under the cursor. */
  readonly 'today.beside': { readonly customerId: string };
  /** In the frame, beside the house's name: what the reader was told. */
  readonly 'shell.told': Record<never, never>;
  /** On the page of oneself, between what one is and the password. */
  readonly 'account.more': Record<never, never>;
  /** The three columns of a customer's page. */
  /** What can be done with a customer, at the head of his page. */
  readonly 'customer.acts': { readonly customerId: string };
  readonly 'customer.head': { readonly customerId: string };
  readonly 'customer.told': { readonly customerId: string };
  readonly 'customer.story': { readonly customerId: string };
  /** In each entry of the story, under what happened; `open` while its details are shown. */
  readonly 'story.entry': {
    readonly customerId: string;
    readonly eventId: string;
    readonly name: string;
    readonly at: string;
    readonly open: boolean;
  };
  /** First in what stands between us: the promises both ways. */
  readonly 'customer.promises': { readonly customerId: string };
  readonly 'customer.between': { readonly customerId: string };
}

export type SlotFillings = { readonly [Name in keyof Slots]?: ComponentType<Slots[Name]> };

/** A room's table of contents on the web side. */
export interface WebRoom {
  readonly name: string;
  readonly routes: readonly RouteDefinition[];
  readonly navigation?: readonly NavigationItem[];
  readonly commands?: readonly CommandDefinition[];
  readonly firstSteps?: readonly FirstStep[];
  readonly slots?: SlotFillings;
  /** Answers the palette's search; called 150 ms after the last key, `signal` ends what is no longer wanted. */
  readonly search?: (text: string, signal: AbortSignal, t: Say) => Promise<readonly Found[]>;
}

/** Every room, for those parts of the frame that ask all of them. */
export const RoomsContext = createContext<readonly WebRoom[]>([]);

export function useRooms(): readonly WebRoom[] {
  return useContext(RoomsContext);
}
