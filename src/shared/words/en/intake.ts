/** The doors through which events come, in English. */
export const intake = {} as const;
