/** Purposes and the log of uses, in English. */
export const privacy = {
  purpose: {
    none: 'No customer data',
    service: 'Serving the customer',
    administration: 'Administration',
    intake: 'Taking data in',
    analysis: 'Analysis',
    audit: 'Audit',
  },
} as const;
