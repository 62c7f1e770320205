/** The timeline and what stands on it, in English. */
export const memory = {
  channel: {
    phone: 'phone',
    email: 'e-mail',
    chat: 'chat',
    visit: 'visit',
    web: 'web',
    post: 'post',
    other: 'other',
  },
} as const;
