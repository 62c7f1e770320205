/** What comes again: Python's zoneinfo (tzdata 2025b) walks the dates one by one and asks of each whether it is one. */
export const recurrenceCases = `
zone                | recurrence                                    | after             | next              | local            | note    | what
Europe/Madrid       | daily from 2027-01-01 @02:30                  | 2027-03-27T01:30Z | 2027-03-28T01:30Z | 2027-03-28T02:30 | gap     | P11: in the gap
Europe/Madrid       | daily from 2027-01-01 @02:30                  | 2027-03-28T01:30Z | 2027-03-29T00:30Z | 2027-03-29T02:30 | -       | P11: the next day is not skipped
Europe/Madrid       | daily from 2027-01-01 @02:30                  | 2027-03-29T00:30Z | 2027-03-30T00:30Z | 2027-03-30T02:30 | -       | P11: and the day after is at its own time
Europe/Madrid       | daily from 2027-01-01 @02:30                  | 2027-10-30T00:30Z | 2027-10-31T00:30Z | 2027-10-31T02:30 | overlap | the hour that comes twice: once
Europe/Madrid       | daily from 2027-01-01 @02:30                  | 2027-10-31T00:30Z | 2027-11-01T01:30Z | 2027-11-01T02:30 | -       | after its first time comes tomorrow
Europe/Madrid       | daily from 2027-05-01 @09:00                  | 2027-01-01T00:00Z | 2027-05-01T07:00Z | 2027-05-01T09:00 | -       | before its beginning
Europe/Madrid       | daily every 3 from 2027-01-01 @09:00          | 2027-01-05T12:00Z | 2027-01-07T08:00Z | 2027-01-07T09:00 | -       | every third day
Europe/Madrid       | daily every 3 from 2027-03-25 @02:30          | 2027-03-26T12:00Z | 2027-03-28T01:30Z | 2027-03-28T02:30 | gap     | every third day over the jump
Europe/Madrid       | daily every 100 from 2027-01-01 @09:00        | 2027-04-11T12:00Z | 2027-07-20T07:00Z | 2027-07-20T09:00 | -       | every hundredth day
Europe/Madrid       | daily from 2027-01-01 @24:00                  | 2027-03-27T23:30Z | 2027-03-28T22:00Z | 2027-03-28T24:00 | -       | at the end of the day
America/New_York    | daily from 2027-01-01 @02:15                  | 2027-03-13T08:00Z | 2027-03-14T07:15Z | 2027-03-14T02:15 | gap     | P11 in New York
America/New_York    | daily from 2027-01-01 @02:15                  | 2027-03-14T07:15Z | 2027-03-15T06:15Z | 2027-03-15T02:15 | -       | P11 in New York, the day after
Africa/Cairo        | daily from 2026-01-01 @00:30                  | 2026-04-23T12:00Z | 2026-04-23T22:30Z | 2026-04-24T00:30 | gap     | P11 in Cairo
Africa/Cairo        | daily from 2026-01-01 @00:30                  | 2026-04-23T22:30Z | 2026-04-24T21:30Z | 2026-04-25T00:30 | -       | P11 in Cairo, the day after
Africa/Cairo        | daily from 2026-01-01 @23:30                  | 2026-10-29T12:00Z | 2026-10-29T20:30Z | 2026-10-29T23:30 | overlap | twice in Cairo
Africa/Cairo        | daily from 2026-01-01 @23:30                  | 2026-10-29T20:30Z | 2026-10-30T21:30Z | 2026-10-30T23:30 | -       | twice in Cairo, the day after
Australia/Lord_Howe | daily from 2027-01-01 @02:15                  | 2027-10-02T10:00Z | 2027-10-02T15:45Z | 2027-10-03T02:15 | gap     | P11 on Lord Howe
Australia/Lord_Howe | daily from 2027-01-01 @02:15                  | 2027-10-02T15:45Z | 2027-10-03T15:15Z | 2027-10-04T02:15 | -       | P11 on Lord Howe, the day after
Pacific/Apia        | daily from 2011-12-01 @12:00                  | 2011-12-29T22:00Z | 2011-12-30T22:00Z | 2011-12-30T12:00 | gap     | a date that never was and the next are one
Pacific/Apia        | daily from 2011-12-01 @12:00                  | 2011-12-30T22:00Z | 2011-12-31T22:00Z | 2012-01-01T12:00 | -       | then the day after
Europe/Moscow       | daily from 2027-01-01 @02:30                  | 2027-03-27T23:30Z | 2027-03-28T23:30Z | 2027-03-29T02:30 | -       | no change
America/Bogota      | daily from 2027-01-01 @02:30                  | 2027-03-14T07:29Z | 2027-03-14T07:30Z | 2027-03-14T02:30 | -       | no change
Europe/Madrid       | weekly from 2027-01-04 on 1,4 @10:00          | 2027-03-08T09:00Z | 2027-03-11T09:00Z | 2027-03-11T10:00 | -       | Mondays and Thursdays
Europe/Madrid       | weekly every 2 from 2027-01-06 on 1,3 @10:00  | 2027-01-06T09:00Z | 2027-01-18T09:00Z | 2027-01-18T10:00 | -       | every second week
Europe/Madrid       | weekly every 2 from 2027-01-06 on 1,3 @10:00  | 2027-01-01T09:00Z | 2027-01-06T09:00Z | 2027-01-06T10:00 | -       | every second week, from the middle of the first
Europe/Madrid       | weekly from 2027-01-03 on 7 @02:30            | 2027-03-22T00:00Z | 2027-03-28T01:30Z | 2027-03-28T02:30 | gap     | a Sunday in the gap
Europe/Madrid       | weekly from 2027-01-03 on 7 @02:30            | 2027-03-28T01:30Z | 2027-04-04T00:30Z | 2027-04-04T02:30 | -       | the Sunday after
America/New_York    | weekly every 3 from 2027-01-01 on 5 @17:00    | 2027-03-01T00:00Z | 2027-03-05T22:00Z | 2027-03-05T17:00 | -       | every third week in New York
Europe/Madrid       | monthly from 2027-01-31 on 31 @09:00          | 2027-02-01T00:00Z | 2027-02-28T08:00Z | 2027-02-28T09:00 | -       | the 31st is the last day of a shorter month
Europe/Madrid       | monthly from 2027-01-31 on 31 @09:00          | 2027-02-28T12:00Z | 2027-03-31T07:00Z | 2027-03-31T09:00 | -       | and the 31st again where there is one
Europe/Madrid       | monthly from 2027-01-01 on last @09:00        | 2028-02-01T00:00Z | 2028-02-29T08:00Z | 2028-02-29T09:00 | -       | the last day
Europe/Madrid       | monthly from 2027-01-29 on 29 @09:00          | 2027-02-27T00:00Z | 2027-02-28T08:00Z | 2027-02-28T09:00 | -       | the 29th in a common year
Europe/Moscow       | monthly every 3 from 2027-01-15 on 15 @09:00  | 2027-02-15T00:00Z | 2027-04-15T06:00Z | 2027-04-15T09:00 | -       | every third month
Europe/Moscow       | monthly every 12 from 2028-02-29 on 29 @09:00 | 2028-03-01T00:00Z | 2029-02-28T06:00Z | 2029-02-28T09:00 | -       | every twelfth month from a leap day
America/Bogota      | monthly from 2027-03-15 on 1 @09:00           | 2027-03-10T00:00Z | 2027-04-01T14:00Z | 2027-04-01T09:00 | -       | the first of the month before its beginning
Africa/Cairo        | monthly from 2026-01-24 on 24 @00:30          | 2026-04-01T00:00Z | 2026-04-23T22:30Z | 2026-04-24T00:30 | gap     | monthly in the gap
Pacific/Apia        | monthly from 2011-01-30 on 30 @12:00          | 2011-12-01T00:00Z | 2011-12-30T22:00Z | 2011-12-30T12:00 | gap     | monthly on a date that never was
Pacific/Apia        | monthly from 2011-01-30 on 30 @12:00          | 2011-12-31T00:00Z | 2012-01-29T22:00Z | 2012-01-30T12:00 | -       | and in the month after
America/Toronto | daily from 1919-01-01 @23:45 | 1919-03-31T04:35Z | 1919-03-31T04:45Z | 1919-03-30T23:45 | gap | moved by a jump into the next date, and still of the day before
America/Toronto | daily from 1919-01-01 @23:45 | 1919-03-31T04:45Z | 1919-04-01T03:45Z | 1919-03-31T23:45 | - | that date has its own
`;
