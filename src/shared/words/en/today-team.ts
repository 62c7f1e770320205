/** What colleagues hand over to each other, as it is told, in English. */
export const teamToday = {
  step: {},
  kind: { handed: 'Something is handed over to me' },
  line: {
    handed: {
      what: '{{by}} handed this over',
      why: 'A colleague hands it over to you or your department',
      open: 'Open Today',
      tell: '{{by}} hands over to you what {{customer}} awaits',
    },
    handedMany: {
      what: '{{by}} handed this over, {{lines}} in all',
      why: 'A colleague hands them over to you or your department',
      open: 'Open Today',
      tell: '{{by}} hands over to you; things to look at: {{lines}}',
    },
  },
} as const;
