import type { memory as english } from '../en/memory.ts';
import type { Translated } from '../shape.ts';

/** The timeline and what stands on it, in Russian. */
export const memory = {
  channel: {
    phone: 'телефон',
    email: 'электронная почта',
    chat: 'чат',
    visit: 'визит',
    web: 'сайт',
    post: 'почта',
    other: 'другое',
  },
} as const satisfies Translated<typeof english>;
