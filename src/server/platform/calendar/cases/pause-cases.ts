/**
 * Terms with pauses. The expectations come from Python's zoneinfo (tzdata 2025b): minutes outside the pauses are counted one
 * by one; for terms by days the local midnights in the pauses are counted, one by one.
 */
export const pauseCases = `
calendar | start             | term                  | pauses                                                                     | due               | local               | note     | what
madrid  | 2027-03-10T10:00Z | exact 600             | 2027-03-10T12:00Z..2027-03-10T15:00Z                                       | 2027-03-10T23:00Z | -                   | -        | a pause moves what is left
madrid  | 2027-03-10T10:00Z | exact 600             | 2027-03-10T12:00Z..2027-03-10T13:00Z, 2027-03-10T20:00Z..2027-03-11T08:00Z | 2027-03-11T09:00Z | -                   | -        | two pauses
madrid  | 2027-03-10T10:00Z | exact 600             | 2027-03-10T12:00Z..2027-03-10T13:00Z, 2027-03-10T13:00Z..2027-03-10T14:00Z | 2027-03-10T22:00Z | -                   | -        | two that touch
madrid  | 2027-03-10T10:00Z | exact 600             | 2027-03-10T12:00Z..2027-03-10T14:00Z, 2027-03-10T13:00Z..2027-03-10T15:00Z | 2027-03-10T23:00Z | -                   | -        | two that overlap
madrid  | 2027-03-10T10:00Z | exact 600             | 2027-03-10T08:00Z..2027-03-10T11:00Z                                       | 2027-03-10T21:00Z | -                   | -        | one that began before
madrid  | 2027-03-10T10:00Z | exact 600             | 2027-03-10T08:00Z..2027-03-10T09:00Z                                       | 2027-03-10T20:00Z | -                   | -        | one that was over before
madrid  | 2027-03-10T10:00Z | exact 600             | 2027-03-10T12:00Z..                                                        | -                 | -                   | paused   | one that still lasts
madrid  | 2027-03-10T10:00Z | exact 600             | 2027-03-10T20:30Z..2027-03-10T23:00Z                                       | 2027-03-10T20:00Z | -                   | -        | one that came after the end
madrid  | 2027-03-10T10:00Z | exact 600             | 2027-03-10T20:00Z..2027-03-10T23:00Z                                       | 2027-03-10T20:00Z | -                   | -        | one that came at the end
madrid  | 2027-03-10T10:00Z | exact 600             | 2027-03-11T00:00Z..                                                        | 2027-03-10T20:00Z | -                   | -        | one that lasts but came after the end
madrid  | 2027-03-27T20:00Z | exact 600             | 2027-03-28T00:30Z..2027-03-28T02:30Z                                       | 2027-03-28T08:00Z | -                   | -        | a pause over the jump
newyork | 2027-03-10T10:00Z | exact 60              | 2027-03-10T10:30Z..2027-03-10T11:00Z, 2027-03-10T11:20Z..2027-03-10T12:00Z | 2027-03-10T12:10Z | -                   | -        | a pause moves the end past a second one
madrid  | 2027-03-10T09:00Z | working-time 480      | 2027-03-10T10:00Z..2027-03-10T12:00Z                                       | 2027-03-11T10:00Z | 2027-03-11T11:00:00 | -        | working time lost
madrid  | 2027-03-10T09:00Z | working-time 480      | 2027-03-10T16:00Z..2027-03-11T09:00Z                                       | 2027-03-11T10:00Z | 2027-03-11T11:00:00 | -        | a pause over the night
madrid  | 2027-03-12T09:00Z | working-time 600      | 2027-03-12T12:00Z..2027-03-15T10:00Z                                       | 2027-03-15T17:00Z | 2027-03-15T18:00:00 | -        | a pause over the weekend
madrid  | 2027-03-12T09:00Z | working-time 600      | 2027-03-12T18:00Z..2027-03-15T07:00Z                                       | 2027-03-15T10:00Z | 2027-03-15T11:00:00 | -        | a pause outside working hours costs nothing
madrid  | 2027-10-11T14:00Z | working-time 240      | 2027-10-11T15:00Z..2027-10-13T08:00Z                                       | 2027-10-13T11:00Z | 2027-10-13T13:00:00 | -        | a pause over a holiday
siesta  | 2027-03-10T10:00Z | working-time 300      | 2027-03-10T12:00Z..2027-03-10T17:00Z                                       | 2027-03-11T09:30Z | 2027-03-11T10:30:00 | -        | a pause with the siesta
madrid  | 2027-03-10T09:00Z | working-time 480      | 2027-03-10T10:00Z..                                                        | -                 | -                   | paused   | still paused
madrid  | 2027-03-12T16:00Z | working-time 60       | 2027-03-12T17:00Z..                                                        | 2027-03-12T17:00Z | 2027-03-12T18:00:00 | -        | paused after all was done
moscow  | 2027-03-10T06:00Z | working-time 540      | 2027-03-10T07:00Z..2027-03-10T08:00Z, 2027-03-10T14:30Z..2027-03-11T07:00Z | 2027-03-11T08:30Z | 2027-03-11T11:30:00 | -        | two pauses
newyork | 2027-03-12T20:00Z | working-time 240      | 2027-03-12T21:00Z..2027-03-15T14:00Z                                       | 2027-03-15T17:00Z | 2027-03-15T13:00:00 | -        | a pause over the change of clocks
apia    | 2011-12-29T20:00Z | working-time 600      | 2011-12-29T22:00Z..2011-12-30T20:00Z                                       | 2012-01-03T02:00Z | 2012-01-03T16:00:00 | -        | a pause over a date that never was
roundlh | 2027-10-02T13:00Z | working-time 180      | 2027-10-02T15:00Z..2027-10-02T16:00Z                                       | 2027-10-02T17:00Z | 2027-10-03T04:00:00 | -        | a pause round the clock over half an hour
madrid  | 2027-03-10T10:00Z | calendar 3d           | 2027-03-10T11:00Z..2027-03-10T20:00Z                                       | 2027-03-13T23:00Z | 2027-03-13          | -        | a pause within a day costs no day
madrid  | 2027-03-10T10:00Z | calendar 3d           | 2027-03-10T22:30Z..2027-03-10T23:30Z                                       | 2027-03-14T23:00Z | 2027-03-14          | -        | a pause over midnight costs one
madrid  | 2027-03-10T10:00Z | calendar 3d           | 2027-03-11T10:00Z..2027-03-14T09:00Z                                       | 2027-03-16T23:00Z | 2027-03-16          | -        | a pause over three midnights
madrid  | 2027-03-10T10:00Z | calendar 3d @17:00    | 2027-03-11T10:00Z..2027-03-13T09:00Z                                       | 2027-03-15T16:00Z | 2027-03-15T17:00    | -        | with a time of day
madrid  | 2027-03-10T10:00Z | calendar 3d           | 2027-03-11T08:00Z..2027-03-11T10:00Z, 2027-03-11T12:00Z..2027-03-11T16:00Z | 2027-03-13T23:00Z | 2027-03-13          | -        | two pauses on one day
madrid  | 2027-01-31T10:00Z | calendar 1mo          | 2027-02-10T10:00Z..2027-02-12T10:00Z                                       | 2027-03-02T23:00Z | 2027-03-02          | -        | a month and a pause
madrid  | 2027-03-10T10:00Z | calendar 3d           | 2027-03-11T10:00Z..                                                        | -                 | -                   | paused   | still paused
madrid  | 2027-03-10T10:00Z | calendar 3d           | 2027-03-14T10:00Z..2027-03-20T10:00Z                                       | 2027-03-13T23:00Z | 2027-03-13          | -        | a pause after the end
madrid  | 2027-03-25T10:00Z | same-time 2d          | 2027-03-26T10:00Z..2027-03-28T10:00Z                                       | 2027-03-29T09:00Z | 2027-03-29T11:00:00 | -        | pushed over the jump
madrid  | 2027-03-26T01:30Z | same-time 1d          | 2027-03-26T10:00Z..2027-03-27T10:00Z                                       | 2027-03-28T01:30Z | 2027-03-28T02:30:00 | gap      | pushed into the gap
newyork | 2027-03-10T17:00Z | same-time 1w          | 2027-03-11T17:00Z..2027-03-13T17:00Z                                       | 2027-03-19T16:00Z | 2027-03-19T12:00:00 | -        | pushed by two
madrid  | 2027-03-10T10:00Z | working-days 3        | 2027-03-11T08:00Z..2027-03-11T16:00Z                                       | 2027-03-15T23:00Z | 2027-03-15          | -        | a pause within a working day
madrid  | 2027-03-10T10:00Z | working-days 3        | 2027-03-11T16:00Z..2027-03-12T08:00Z                                       | 2027-03-16T23:00Z | 2027-03-16          | -        | a pause over a working midnight
madrid  | 2027-03-10T10:00Z | working-days 3        | 2027-03-12T10:00Z..2027-03-15T08:00Z                                       | 2027-03-16T23:00Z | 2027-03-16          | -        | a pause over the weekend costs Friday
madrid  | 2027-03-10T10:00Z | working-days 3        | 2027-03-13T10:00Z..2027-03-15T08:00Z                                       | 2027-03-15T23:00Z | 2027-03-15          | -        | a pause on the weekend costs nothing
madrid  | 2027-03-23T10:00Z | working-days 3        | 2027-03-24T10:00Z..2027-03-29T08:00Z                                       | 2027-03-31T22:00Z | 2027-03-31          | -        | a pause over Holy Week
madrid  | 2027-03-10T10:00Z | working-days 1 @12:00 | 2027-03-10T12:00Z..2027-03-12T08:00Z                                       | 2027-03-15T11:00Z | 2027-03-15T12:00    | -        | with a time of day
madrid  | 2027-03-10T10:00Z | working-days 3        | 2027-03-11T10:00Z..                                                        | -                 | -                   | paused   | still paused
bogota  | 2027-03-10T15:00Z | working-days 1        | 2027-03-10T16:00Z..2027-03-11T14:00Z                                       | 2027-03-13T05:00Z | 2027-03-12          | -        | a pause on the day of the start
bogota  | 2027-03-13T15:00Z | working-days 0        | 2027-03-15T16:00Z..2027-03-16T14:00Z                                       | 2027-03-17T05:00Z | 2027-03-16          | -        | the same working day, pushed
cairo   | 2026-04-22T10:00Z | working-days 2        | 2026-04-24T10:00Z..2026-04-26T08:00Z                                       | 2026-04-26T21:00Z | 2026-04-26          | -        | Friday costs nothing in Cairo
apia    | 2011-12-29T20:00Z | working-days 2        | 2011-12-29T22:00Z..2012-01-03T20:00Z                                       | 2012-01-06T10:00Z | 2012-01-06          | -        | over a date that never was
never   | 2027-03-10T10:00Z | working-days 1        | 2027-03-10T12:00Z..2027-03-11T12:00Z                                       | -                 | -                   | no-hours | no hours, whatever the pauses
`;
