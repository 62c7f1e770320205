/** Working minutes between two instants, counted one by one by Python's zoneinfo (tzdata 2025b). */
export const workingCases = `
calendar   | from              | to                | pauses                                                                     | minutes | what
madrid     | 2027-03-10T00:00Z | 2027-03-11T00:00Z | -                                                                          | 540   | a day
madrid     | 2027-03-10T09:15Z | 2027-03-10T12:40Z | -                                                                          | 205   | part of a day
madrid     | 2027-03-10T17:00Z | 2027-03-11T08:00Z | -                                                                          | 0     | a night
madrid     | 2027-03-12T17:00Z | 2027-03-15T08:00Z | -                                                                          | 0     | a weekend
madrid     | 2027-02-28T23:00Z | 2027-03-31T22:00Z | -                                                                          | 11340 | a month with Holy Week and the jump
madrid     | 2027-03-11T09:00Z | 2027-03-10T09:00Z | -                                                                          | 0     | backwards is nothing
madrid     | 2027-03-10T08:00Z | 2027-03-12T17:00Z | 2027-03-10T10:00Z..2027-03-10T12:00Z, 2027-03-11T10:00Z..2027-03-12T10:00Z | 960   | with pauses
madrid     | 2027-03-10T08:00Z | 2027-03-12T17:00Z | 2027-03-11T10:00Z..                                                        | 660   | paused to this day
siesta     | 2027-03-10T09:00Z | 2027-03-10T19:30Z | -                                                                          | 450   | the siesta
siesta     | 2027-03-14T23:00Z | 2027-03-21T23:00Z | -                                                                          | 2490  | a week with half Saturdays
round      | 2027-03-27T23:00Z | 2027-03-28T22:00Z | -                                                                          | 1380  | round the clock, the short day
round      | 2027-10-30T22:00Z | 2027-10-31T23:00Z | -                                                                          | 1500  | round the clock, the long day
night      | 2027-03-27T11:00Z | 2027-03-28T11:00Z | -                                                                          | 420   | night shifts over the jump
night      | 2027-10-30T11:00Z | 2027-10-31T11:00Z | -                                                                          | 540   | night shifts over the long night
nightcairo | 2026-04-23T10:00Z | 2026-04-24T10:00Z | -                                                                          | 420   | night shifts of Cairo over the midnight gap
nightcairo | 2026-10-29T10:00Z | 2026-10-30T10:00Z | -                                                                          | 540   | night shifts of Cairo with an hour twice
edge       | 2027-03-27T10:00Z | 2027-03-28T10:00Z | -                                                                          | 30    | hours that begin in the gap
edge       | 2027-10-30T10:00Z | 2027-10-31T10:00Z | -                                                                          | 150   | hours that begin at a time shown twice
touching   | 2027-03-10T00:00Z | 2027-03-11T00:00Z | -                                                                          | 420   | spans that touch and overlap
never      | 2027-03-10T00:00Z | 2027-04-11T00:00Z | -                                                                          | 0     | no hours
short      | 2027-12-12T23:00Z | 2027-12-26T23:00Z | -                                                                          | 5520  | a short Christmas Eve and a Saturday worked
moscow     | 2027-04-30T21:00Z | 2027-05-15T21:00Z | -                                                                          | 4320  | May holidays
newyork    | 2027-11-22T05:00Z | 2027-11-27T05:00Z | -                                                                          | 1920  | Thanksgiving week
cairo      | 2026-04-18T22:00Z | 2026-05-02T21:00Z | -                                                                          | 4800  | two weeks over the jump at midnight
apia       | 2011-12-23T10:00Z | 2012-01-06T10:00Z | -                                                                          | 3570  | two weeks over a date that never was
lordhowe   | 2027-09-29T14:00Z | 2027-10-06T13:00Z | -                                                                          | 2400  | a week over half an hour
roundlh    | 2027-10-02T13:30Z | 2027-10-03T13:00Z | -                                                                          | 1410  | half an hour lost
bogota     | 2027-03-22T05:00Z | 2027-03-29T05:00Z | -                                                                          | 1080  | a week of Holy Week
`;
