/** What is said of moments, in English. */
export const moments = {
  brief: {
    owed_one: 'We owe him {{count, number}} good moment.',
    owed_other: 'We owe him {{count, number}} good moments.',
  },
} as const;
