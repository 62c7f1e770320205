/**
 * Terms without pauses. The expectations come from Python's zoneinfo (tzdata 2025b): minutes are counted one by one, working
 * ones only while the wall shows working hours of a day that is not free; dates by datetime and monthrange, one day at a time.
 */
export const termCases = `
calendar   | start             | term                  | due               | local               | note     | what
madrid     | 2027-03-27T11:00Z | exact 1440            | 2027-03-28T11:00Z | -                   | -        | P3: 24 h over the jump are 24 h
madrid     | 2027-03-27T11:00Z | same-time 1d          | 2027-03-28T10:00Z | 2027-03-28T12:00:00 | -        | P3: tomorrow same time over the jump is 23 h
madrid     | 2027-10-30T10:00Z | exact 1440            | 2027-10-31T10:00Z | -                   | -        | P3: 24 h over the long night are 24 h
madrid     | 2027-10-30T10:00Z | same-time 1d          | 2027-10-31T11:00Z | 2027-10-31T12:00:00 | -        | P3: tomorrow same time over the long night is 25 h
madrid     | 2027-01-31T10:00Z | calendar 1mo          | 2027-02-28T23:00Z | 2027-02-28          | -        | P3: 31 January and a month
madrid     | 2028-01-31T10:00Z | calendar 1mo          | 2028-02-29T23:00Z | 2028-02-29          | -        | P3: 31 January and a month in a leap year
madrid     | 2028-02-29T10:00Z | calendar 1y           | 2029-02-28T23:00Z | 2029-02-28          | -        | P3: 29 February and a year
madrid     | 2027-03-24T15:00Z | working-time 240      | 2027-03-29T09:00Z | 2027-03-29T11:00:00 | -        | P3: working hours over a holiday and Easter
madrid     | 2028-02-29T10:00Z | calendar 4y           | 2032-02-29T23:00Z | 2032-02-29          | -        | 29 February and four years
madrid     | 2027-08-31T10:00Z | calendar 1mo          | 2027-09-30T22:00Z | 2027-09-30          | -        | 31 August and a month
madrid     | 2027-08-31T10:00Z | calendar 6mo          | 2028-02-29T23:00Z | 2028-02-29          | -        | 31 August and six months
madrid     | 2027-01-31T10:00Z | calendar 1mo 1w 1d    | 2027-03-08T23:00Z | 2027-03-08          | -        | a month, then a week and a day
madrid     | 2027-01-30T10:00Z | calendar 1mo          | 2027-02-28T23:00Z | 2027-02-28          | -        | 30 January and a month
madrid     | 2028-02-29T10:00Z | calendar 1y 1mo       | 2029-03-29T22:00Z | 2029-03-29          | -        | a year and a month from a leap day
madrid     | 2027-03-10T10:00Z | calendar 0d           | 2027-03-10T23:00Z | 2027-03-10          | -        | today until its end
madrid     | 2027-03-10T10:00Z | calendar 0d @17:00    | 2027-03-10T16:00Z | 2027-03-10T17:00    | -        | today by five
madrid     | 2027-03-10T10:00Z | calendar 0d @09:00    | 2027-03-11T08:00Z | 2027-03-11T09:00    | -        | today by nine, said at eleven, is tomorrow
madrid     | 2027-03-10T10:00Z | calendar 0d @11:00    | 2027-03-11T10:00Z | 2027-03-11T11:00    | -        | said at that very minute, it is tomorrow
madrid     | 2027-03-27T10:00Z | calendar 1d @02:30    | 2027-03-28T01:30Z | 2027-03-28T02:30    | gap      | tomorrow by a time in the gap
madrid     | 2027-10-30T10:00Z | calendar 1d @02:30    | 2027-10-31T00:30Z | 2027-10-31T02:30    | overlap  | tomorrow by a time that comes twice
madrid     | 2027-03-27T10:00Z | calendar 1d @24:00    | 2027-03-28T22:00Z | 2027-03-28T24:00    | -        | tomorrow at 24:00
madrid     | 2027-03-24T10:00Z | calendar 1w           | 2027-03-31T22:00Z | 2027-03-31          | -        | a week over the jump
madrid     | 2027-03-24T10:00Z | same-time 1w          | 2027-03-31T09:00Z | 2027-03-31T11:00:00 | -        | same time in a week over the jump
madrid     | 2027-03-27T01:30Z | same-time 1d          | 2027-03-28T01:30Z | 2027-03-28T02:30:00 | gap      | same time tomorrow, in the gap
madrid     | 2027-10-30T00:30Z | same-time 1d          | 2027-10-31T00:30Z | 2027-10-31T02:30:00 | overlap  | same time tomorrow, shown twice
madrid     | 2027-01-31T16:45Z | same-time 1mo         | 2027-02-28T16:45Z | 2027-02-28T17:45:00 | -        | same time in a month, from the 31st
madrid     | 2028-02-29T16:45Z | same-time 1y          | 2029-02-28T16:45Z | 2029-02-28T17:45:00 | -        | same time in a year, from a leap day
madrid     | 2027-10-31T01:30Z | same-time 1d          | 2027-11-01T01:30Z | 2027-11-01T02:30:00 | -        | said in the second of two equal hours
madrid     | 2027-06-30T22:30Z | calendar 1d           | 2027-07-02T22:00Z | 2027-07-02          | -        | date end said after UTC midnight
madrid     | 2027-06-30T21:30Z | calendar 1d           | 2027-07-01T22:00Z | 2027-07-01          | -        | date end said before it
madrid     | 2027-12-31T22:30Z | calendar 1d           | 2028-01-01T23:00Z | 2028-01-01          | -        | over the end of the year
madrid     | 2027-01-01T10:00Z | calendar 100d         | 2027-04-11T22:00Z | 2027-04-11          | -        | a hundred days
newyork    | 2027-03-13T17:00Z | exact 1440            | 2027-03-14T17:00Z | -                   | -        | 24 h over the jump
cairo      | 2026-04-23T12:00Z | exact 1440            | 2026-04-24T12:00Z | -                   | -        | 24 h over the midnight jump
apia       | 2011-12-29T20:00Z | exact 1440            | 2011-12-30T20:00Z | -                   | -        | 24 h over a lost date
lordhowe   | 2027-10-02T10:00Z | exact 1440            | 2027-10-03T10:00Z | -                   | -        | 24 h over half an hour
moscow     | 2027-03-27T10:00Z | exact 1440            | 2027-03-28T10:00Z | -                   | -        | 24 h
bogota     | 2028-02-28T12:00Z | exact 2880            | 2028-03-01T12:00Z | -                   | -        | 48 h over a leap day
madrid     | 2027-03-28T00:59Z | exact 1               | 2027-03-28T01:00Z | -                   | -        | one minute
newyork    | 2027-03-13T17:00Z | same-time 1d          | 2027-03-14T16:00Z | 2027-03-14T12:00:00 | -        | same time tomorrow over the jump
newyork    | 2027-11-06T16:00Z | same-time 1d          | 2027-11-07T17:00Z | 2027-11-07T12:00:00 | -        | same time tomorrow over the long night
newyork    | 2027-03-13T07:15Z | same-time 1d          | 2027-03-14T07:15Z | 2027-03-14T02:15:00 | gap      | same time tomorrow, in the gap
cairo      | 2026-04-23T12:00Z | same-time 1d          | 2026-04-24T11:00Z | 2026-04-24T14:00:00 | -        | same time tomorrow over the midnight jump
cairo      | 2026-04-22T22:30Z | same-time 1d          | 2026-04-23T22:30Z | 2026-04-24T00:30:00 | gap      | same time tomorrow, in the midnight gap
cairo      | 2026-10-29T12:00Z | same-time 1d          | 2026-10-30T13:00Z | 2026-10-30T15:00:00 | -        | same time tomorrow over the second 23:00
apia       | 2011-12-29T22:00Z | same-time 1d          | 2011-12-30T22:00Z | 2011-12-30T12:00:00 | gap      | same time tomorrow, a date that never was
apia       | 2011-12-29T22:00Z | same-time 2d          | 2011-12-30T22:00Z | 2011-12-31T12:00:00 | -        | same time in two days, over a date that never was
lordhowe   | 2027-10-02T10:00Z | same-time 1d          | 2027-10-03T09:30Z | 2027-10-03T20:30:00 | -        | same time tomorrow over half an hour
lordhowe   | 2027-04-03T10:00Z | same-time 1d          | 2027-04-04T10:30Z | 2027-04-04T21:00:00 | -        | same time tomorrow over half an hour back
lordhowe   | 2027-10-01T15:45Z | same-time 1d          | 2027-10-02T15:45Z | 2027-10-03T02:15:00 | gap      | same time tomorrow in the half-hour gap
moscow     | 2027-03-27T10:00Z | same-time 1d          | 2027-03-28T10:00Z | 2027-03-28T13:00:00 | -        | same time tomorrow
moscow     | 2014-10-25T10:00Z | same-time 1d          | 2014-10-26T11:00Z | 2014-10-26T14:00:00 | -        | same time tomorrow over the change of 2014
bogota     | 2027-03-13T10:00Z | same-time 1d          | 2027-03-14T10:00Z | 2027-03-14T05:00:00 | -        | same time tomorrow
newyork    | 2027-03-13T17:00Z | calendar 1d           | 2027-03-15T04:00Z | 2027-03-14          | -        | end of tomorrow, the short day
newyork    | 2027-11-06T17:00Z | calendar 1d           | 2027-11-08T05:00Z | 2027-11-07          | -        | end of tomorrow, the long day
newyork    | 2027-01-31T17:00Z | calendar 1mo          | 2027-03-01T05:00Z | 2027-02-28          | -        | a month from 31 January
newyork    | 2028-02-29T17:00Z | calendar 1y           | 2029-03-01T05:00Z | 2029-02-28          | -        | a year from a leap day
cairo      | 2026-04-23T12:00Z | calendar 0d           | 2026-04-23T22:00Z | 2026-04-23          | -        | today, whose midnight does not exist
cairo      | 2026-04-23T12:00Z | calendar 1d @00:30    | 2026-04-23T22:30Z | 2026-04-24T00:30    | gap      | tomorrow by a time in the midnight gap
cairo      | 2026-10-29T12:00Z | calendar 0d           | 2026-10-29T22:00Z | 2026-10-29          | -        | today, an hour of which comes twice
cairo      | 2026-03-31T12:00Z | calendar 1mo          | 2026-04-30T21:00Z | 2026-04-30          | -        | a month from 31 March
apia       | 2011-12-29T22:00Z | calendar 1d           | 2011-12-31T10:00Z | 2011-12-30          | gap      | tomorrow, a date that never was
apia       | 2011-12-29T22:00Z | calendar 1d @12:00    | 2011-12-30T22:00Z | 2011-12-30T12:00    | gap      | tomorrow at noon, on a date that never was
apia       | 2011-12-29T22:00Z | calendar 2d           | 2011-12-31T10:00Z | 2011-12-31          | -        | in two days
apia       | 2011-11-30T22:00Z | calendar 1mo          | 2011-12-31T10:00Z | 2011-12-30          | gap      | a month over a date that never was
lordhowe   | 2027-10-02T10:00Z | calendar 1d           | 2027-10-03T13:00Z | 2027-10-03          | -        | end of tomorrow
lordhowe   | 2027-10-02T10:00Z | calendar 1d @02:15    | 2027-10-02T15:45Z | 2027-10-03T02:15    | gap      | tomorrow in the half-hour gap
lordhowe   | 2027-04-03T10:00Z | calendar 1d @01:45    | 2027-04-03T14:45Z | 2027-04-04T01:45    | overlap  | tomorrow in the half hour that comes twice
moscow     | 2027-01-31T10:00Z | calendar 1mo          | 2027-02-28T21:00Z | 2027-02-28          | -        | end of the month
moscow     | 2027-01-31T21:30Z | calendar 1mo          | 2027-03-01T21:00Z | 2027-03-01          | -        | said late in the evening
bogota     | 2028-02-29T17:00Z | calendar 1y           | 2029-03-01T05:00Z | 2029-02-28          | -        | a year from a leap day
bogota     | 2027-02-28T03:30Z | calendar 1d           | 2027-03-01T05:00Z | 2027-02-28          | -        | said late in the evening
madrid     | 2027-03-10T09:00Z | working-time 120      | 2027-03-10T11:00Z | 2027-03-10T12:00:00 | -        | within a day
madrid     | 2027-03-10T15:00Z | working-time 120      | 2027-03-10T17:00Z | 2027-03-10T18:00:00 | -        | to closing time
madrid     | 2027-03-10T16:30Z | working-time 120      | 2027-03-11T09:30Z | 2027-03-11T10:30:00 | -        | over the night
madrid     | 2027-03-12T16:30Z | working-time 120      | 2027-03-15T09:30Z | 2027-03-15T10:30:00 | -        | over the weekend
madrid     | 2027-04-02T15:30Z | working-time 120      | 2027-04-05T08:30Z | 2027-04-05T10:30:00 | -        | over the weekend with the jump
madrid     | 2027-10-29T15:30Z | working-time 120      | 2027-11-02T09:30Z | 2027-11-02T10:30:00 | -        | over the weekend when clocks change, into Monday
madrid     | 2027-03-13T10:00Z | working-time 60       | 2027-03-15T09:00Z | 2027-03-15T10:00:00 | -        | said on Saturday
madrid     | 2027-03-10T05:00Z | working-time 60       | 2027-03-10T09:00Z | 2027-03-10T10:00:00 | -        | said before opening
madrid     | 2027-03-10T19:00Z | working-time 60       | 2027-03-11T09:00Z | 2027-03-11T10:00:00 | -        | said after closing
madrid     | 2027-10-12T10:00Z | working-time 60       | 2027-10-13T08:00Z | 2027-10-13T10:00:00 | -        | said on a holiday
madrid     | 2027-12-03T16:00Z | working-time 1200     | 2027-12-10T09:00Z | 2027-12-10T10:00:00 | -        | over Constitution day and the Immaculate
madrid     | 2027-12-31T16:00Z | working-time 2700     | 2028-01-10T16:00Z | 2028-01-10T17:00:00 | -        | over New Year and Epiphany
madrid     | 2027-03-15T08:00Z | working-time 2700     | 2027-03-19T17:00Z | 2027-03-19T18:00:00 | -        | a working week
siesta     | 2027-03-10T12:30Z | working-time 60       | 2027-03-10T16:30Z | 2027-03-10T17:30:00 | -        | over the siesta
siesta     | 2027-03-10T12:30Z | working-time 300      | 2027-03-11T10:00Z | 2027-03-11T11:00:00 | -        | over siesta and night
siesta     | 2027-03-13T12:30Z | working-time 60       | 2027-03-15T09:30Z | 2027-03-15T10:30:00 | -        | Saturday is half a day
siesta     | 2027-03-13T17:00Z | working-time 300      | 2027-03-15T17:00Z | 2027-03-15T18:00:00 | -        | Saturday afternoon to Monday
siesta     | 2027-03-24T19:00Z | working-time 90       | 2027-03-27T10:00Z | 2027-03-27T11:00:00 | -        | over Holy Week
round      | 2027-03-27T23:30Z | working-time 120      | 2027-03-28T01:30Z | 2027-03-28T03:30:00 | -        | round the clock over the jump
round      | 2027-10-30T22:30Z | working-time 240      | 2027-10-31T02:30Z | 2027-10-31T03:30:00 | -        | round the clock over the long night
roundny    | 2027-03-14T04:30Z | working-time 1440     | 2027-03-15T04:30Z | 2027-03-15T00:30:00 | -        | round the clock, a day
roundny    | 2027-11-07T03:30Z | working-time 1440     | 2027-11-08T03:30Z | 2027-11-07T22:30:00 | -        | round the clock, a long day
roundlh    | 2027-10-02T13:00Z | working-time 180      | 2027-10-02T16:00Z | 2027-10-03T03:00:00 | -        | round the clock, half an hour lost
roundlh    | 2027-04-03T13:00Z | working-time 180      | 2027-04-03T16:00Z | 2027-04-04T02:30:00 | -        | round the clock, half an hour twice
night      | 2027-03-10T22:30Z | working-time 240      | 2027-03-11T02:30Z | 2027-03-11T03:30:00 | -        | night shift over midnight
night      | 2027-03-27T21:30Z | working-time 480      | 2027-03-28T21:30Z | 2027-03-28T23:30:00 | -        | night shift over the jump
night      | 2027-10-30T21:30Z | working-time 480      | 2027-10-31T21:30Z | 2027-10-31T22:30:00 | -        | night shift over the long night
night      | 2027-12-24T22:30Z | working-time 240      | 2027-12-26T02:30Z | 2027-12-26T03:30:00 | -        | night shift and Christmas
nightcairo | 2026-04-23T20:30Z | working-time 180      | 2026-04-23T23:30Z | 2026-04-24T02:30:00 | -        | night shift in Cairo over the midnight gap
nightcairo | 2026-10-29T19:30Z | working-time 240      | 2026-10-29T23:30Z | 2026-10-30T01:30:00 | -        | night shift in Cairo with an hour twice
edge       | 2027-03-27T10:00Z | working-time 20       | 2027-03-28T01:50Z | 2027-03-28T03:50:00 | -        | hours that begin in the gap
edge       | 2027-10-30T10:00Z | working-time 60       | 2027-10-31T01:30Z | 2027-10-31T02:30:00 | -        | hours that begin at a time shown twice
sunday     | 2027-03-10T10:00Z | working-time 300      | 2027-03-28T09:00Z | 2027-03-28T11:00:00 | -        | two hours a week
touching   | 2027-03-10T08:00Z | working-time 400      | 2027-03-10T14:40Z | 2027-03-10T15:40:00 | -        | spans that touch and overlap are one
short      | 2027-12-17T16:00Z | working-time 600      | 2027-12-20T11:00Z | 2027-12-20T12:00:00 | -        | a short Christmas Eve and a Saturday worked
short      | 2027-12-23T16:00Z | working-time 400      | 2027-12-27T08:40Z | 2027-12-27T09:40:00 | -        | into a short Christmas Eve
never      | 2027-03-10T08:00Z | working-time 60       | -                 | -                   | no-hours | no hours at all
moscow     | 2027-04-30T13:00Z | working-time 240      | 2027-05-04T08:00Z | 2027-05-04T11:00:00 | -        | over the May holidays
moscow     | 2026-12-31T14:00Z | working-time 120      | 2027-01-11T07:00Z | 2027-01-11T10:00:00 | -        | over the New Year holidays
moscow     | 2027-03-05T06:00Z | working-time 2700     | 2027-03-12T15:00Z | 2027-03-12T18:00:00 | -        | a working week over 8 March
bogota     | 2027-03-24T20:00Z | working-time 180      | 2027-03-29T14:00Z | 2027-03-29T09:00:00 | -        | over Holy Week
bogota     | 2027-07-19T13:00Z | working-time 480      | 2027-07-19T21:00Z | 2027-07-19T16:00:00 | -        | within a day
bogota     | 2027-07-19T20:00Z | working-time 240      | 2027-07-21T15:00Z | 2027-07-21T10:00:00 | -        | over Independence day
newyork    | 2027-11-24T20:00Z | working-time 240      | 2027-11-26T16:00Z | 2027-11-26T11:00:00 | -        | over Thanksgiving
newyork    | 2027-03-12T21:00Z | working-time 120      | 2027-03-15T14:00Z | 2027-03-15T10:00:00 | -        | over the weekend with the jump
newyork    | 2027-11-05T20:00Z | working-time 120      | 2027-11-08T15:00Z | 2027-11-08T10:00:00 | -        | over the weekend with the long night
cairo      | 2026-04-23T13:00Z | working-time 120      | 2026-04-23T15:00Z | 2026-04-23T17:00:00 | -        | Friday and Saturday are free
cairo      | 2026-10-29T13:00Z | working-time 180      | 2026-11-01T09:00Z | 2026-11-01T11:00:00 | -        | over the change of clocks
apia       | 2011-12-29T22:00Z | working-time 600      | 2012-01-02T23:30Z | 2012-01-03T13:30:00 | -        | over a date that never was
apia       | 2011-12-23T22:00Z | working-time 600      | 2011-12-28T23:30Z | 2011-12-28T13:30:00 | -        | over Christmas
lordhowe   | 2027-10-01T05:00Z | working-time 180      | 2027-10-03T23:30Z | 2027-10-04T10:30:00 | -        | over the weekend with half an hour
lordhowe   | 2027-03-25T05:00Z | working-time 180      | 2027-03-30T00:00Z | 2027-03-30T11:00:00 | -        | over Easter
madrid     | 2027-03-10T10:00Z | working-days 3        | 2027-03-15T23:00Z | 2027-03-15          | -        | three working days from Wednesday
madrid     | 2027-03-12T20:00Z | working-days 1        | 2027-03-15T23:00Z | 2027-03-15          | -        | one, said on Friday evening after closing
madrid     | 2027-03-13T10:00Z | working-days 1        | 2027-03-15T23:00Z | 2027-03-15          | -        | one, said on Saturday
madrid     | 2027-03-14T10:00Z | working-days 1        | 2027-03-15T23:00Z | 2027-03-15          | -        | one, said on Sunday
madrid     | 2027-03-13T10:00Z | working-days 1 @12:00 | 2027-03-15T11:00Z | 2027-03-15T12:00    | -        | one by noon, said on Saturday
madrid     | 2027-03-24T10:00Z | working-days 2        | 2027-03-30T22:00Z | 2027-03-30          | -        | two over Holy Week
madrid     | 2027-12-03T10:00Z | working-days 2        | 2027-12-09T23:00Z | 2027-12-09          | -        | two over the December holidays
madrid     | 2027-01-25T10:00Z | working-days 10       | 2027-02-08T23:00Z | 2027-02-08          | -        | ten over a month end
madrid     | 2027-03-26T10:00Z | working-days 1        | 2027-03-29T22:00Z | 2027-03-29          | -        | one, over the change of clocks
madrid     | 2027-03-10T10:00Z | working-days 0        | 2027-03-10T23:00Z | 2027-03-10          | -        | the same working day
madrid     | 2027-03-10T19:00Z | working-days 0        | 2027-03-10T23:00Z | 2027-03-10          | -        | the same working day, after closing, to its end
madrid     | 2027-03-10T10:00Z | working-days 0 @17:00 | 2027-03-10T16:00Z | 2027-03-10T17:00    | -        | the same working day by five
madrid     | 2027-03-12T17:00Z | working-days 0 @17:00 | 2027-03-15T16:00Z | 2027-03-15T17:00    | -        | by five, said at six, is the next working day
madrid     | 2027-03-13T10:00Z | working-days 0        | 2027-03-15T23:00Z | 2027-03-15          | -        | the same working day, said on Saturday
siesta     | 2027-03-12T10:00Z | working-days 1        | 2027-03-13T23:00Z | 2027-03-13          | -        | Saturday counts
round      | 2027-03-12T10:00Z | working-days 3        | 2027-03-15T23:00Z | 2027-03-15          | -        | every day counts
sunday     | 2027-03-10T10:00Z | working-days 3        | 2027-03-28T22:00Z | 2027-03-28          | -        | one day a week
never      | 2027-03-10T10:00Z | working-days 1        | -                 | -                   | no-hours | no working day at all
short      | 2027-12-17T10:00Z | working-days 1        | 2027-12-18T23:00Z | 2027-12-18          | -        | a Saturday worked
short      | 2027-12-23T10:00Z | working-days 2        | 2027-12-27T23:00Z | 2027-12-27          | -        | over a short Christmas Eve
moscow     | 2027-04-30T10:00Z | working-days 3        | 2027-05-06T21:00Z | 2027-05-06          | -        | three over the May holidays
moscow     | 2026-12-31T10:00Z | working-days 1        | 2027-01-11T21:00Z | 2027-01-11          | -        | one over New Year
bogota     | 2027-03-19T15:00Z | working-days 5        | 2027-04-01T05:00Z | 2027-03-31          | -        | five over Holy Week
bogota     | 2027-03-17T03:30Z | working-days 1        | 2027-03-18T05:00Z | 2027-03-17          | -        | said late in the evening
newyork    | 2027-11-24T15:00Z | working-days 1        | 2027-11-27T05:00Z | 2027-11-26          | -        | one over Thanksgiving
newyork    | 2027-09-03T15:00Z | working-days 1        | 2027-09-08T04:00Z | 2027-09-07          | -        | one over Labor Day
roundny    | 2027-03-13T17:00Z | working-days 1        | 2027-03-15T04:00Z | 2027-03-14          | -        | ends on the short day
cairo      | 2026-04-23T10:00Z | working-days 1        | 2026-04-26T21:00Z | 2026-04-26          | -        | Sunday is a working day
cairo      | 2026-04-23T10:00Z | working-days 1 @12:00 | 2026-04-26T09:00Z | 2026-04-26T12:00    | -        | by noon in summer time
apia       | 2011-12-29T22:00Z | working-days 1        | 2012-01-03T10:00Z | 2012-01-03          | -        | over a date that never was
apia       | 2011-12-29T22:00Z | working-days 2        | 2012-01-04T10:00Z | 2012-01-04          | -        | two over a date that never was and New Year
lordhowe   | 2027-03-25T02:00Z | working-days 1        | 2027-03-30T13:00Z | 2027-03-30          | -        | over Easter
lordhowe   | 2027-10-01T02:00Z | working-days 1 @09:00 | 2027-10-03T22:00Z | 2027-10-04T09:00    | -        | by nine after half an hour
madrid     | 2028-02-28T10:00Z | working-days 1        | 2028-02-29T23:00Z | 2028-02-29          | -        | leap day is a working day
`;
