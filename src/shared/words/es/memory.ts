import type { memory as english } from '../en/memory.ts';
import type { Translated } from '../shape.ts';

/** The timeline and what stands on it, in Spanish. */
export const memory = {
  channel: {
    phone: 'teléfono',
    email: 'correo electrónico',
    chat: 'chat',
    visit: 'visita',
    web: 'web',
    post: 'correo postal',
    other: 'otro',
  },
} as const satisfies Translated<typeof english>;
