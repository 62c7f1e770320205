/**
 * Local times and dates with their instants. The expectations come from Python's zoneinfo (tzdata 2025b), by looking at every
 * minute within 17 hours: the first one whose wall reads so; in a gap, by the clocks before it; a date ends after its last
 * minute. Those of years 1000 and 9999 are reckoned by hand.
 */
export const localCases = `
zone                | local               | instant              | note    | what
Europe/Madrid       | 2027-03-28T02:30    | 2027-03-28T01:30Z    | gap     | P1
Europe/Madrid       | 2027-10-31T02:30    | 2027-10-31T00:30Z    | overlap | P2
Europe/Madrid       | 2027-03-28T01:59    | 2027-03-28T00:59Z    | -       | the last minute before the jump
Europe/Madrid       | 2027-03-28T02:00    | 2027-03-28T01:00Z    | gap     | the first that is left out
Europe/Madrid       | 2027-03-28T02:59    | 2027-03-28T01:59Z    | gap     | the last that is left out
Europe/Madrid       | 2027-03-28T03:00    | 2027-03-28T01:00Z    | -       | the first after the jump
Europe/Madrid       | 2027-03-28T02:30:15 | 2027-03-28T01:30:15Z | gap     | seconds in the gap
Europe/Madrid       | 2027-10-31T01:59    | 2027-10-30T23:59Z    | -       | before the hour that comes twice
Europe/Madrid       | 2027-10-31T02:00    | 2027-10-31T00:00Z    | overlap | its first minute
Europe/Madrid       | 2027-10-31T02:59    | 2027-10-31T00:59Z    | overlap | its last minute
Europe/Madrid       | 2027-10-31T03:00    | 2027-10-31T02:00Z    | -       | after it
Europe/Madrid       | 2027-07-15T10:00    | 2027-07-15T08:00Z    | -       | summer
Europe/Madrid       | 2027-01-15T10:00    | 2027-01-15T09:00Z    | -       | winter
Europe/Madrid       | 2027-03-28          | 2027-03-28T22:00Z    | -       | end of a short day
Europe/Madrid       | 2027-10-31          | 2027-10-31T23:00Z    | -       | end of a long day
Europe/Madrid       | 2027-03-27          | 2027-03-27T23:00Z    | -       | end of the day before a jump
Europe/Madrid       | 2027-03-28T24:00    | 2027-03-28T22:00Z    | -       | 24:00 is the end of the date
Europe/Madrid       | 2028-02-29          | 2028-02-29T23:00Z    | -       | leap day
Europe/Madrid       | 2027-12-31          | 2027-12-31T23:00Z    | -       | end of the year
Europe/Madrid       | 2027-12-31T00:00    | 2027-12-30T23:00Z    | -       | midnight begins a date
Europe/Madrid       | 1980-06-01T12:00    | 1980-06-01T10:00Z    | -       | the year 1980
Europe/Moscow       | 2027-03-28T02:30    | 2027-03-27T23:30Z    | -       | no summer time since 2014
Europe/Moscow       | 2027-10-31T02:30    | 2027-10-30T23:30Z    | -       | nothing comes twice since 2014
Europe/Moscow       | 2014-10-26T01:30    | 2014-10-25T21:30Z    | overlap | the hour that came twice in 2014
Europe/Moscow       | 2010-03-28T02:30    | 2010-03-27T23:30Z    | gap     | gap of 2010
Europe/Moscow       | 2012-01-15T10:00    | 2012-01-15T06:00Z    | -       | no winter time in 2012
Europe/Moscow       | 2011-03-27T02:15    | 2011-03-26T23:15Z    | gap     | the jump of 2011 that stayed
Europe/Moscow       | 2027-06-30          | 2027-06-30T21:00Z    | -       | end of a date
Europe/Moscow       | 2027-12-31          | 2027-12-31T21:00Z    | -       | end of a year
Europe/Moscow       | 2014-10-26          | 2014-10-26T21:00Z    | -       | end of the long day of 2014
Europe/Moscow       | 2028-02-29T23:59    | 2028-02-29T20:59Z    | -       | leap day
America/Bogota      | 2027-03-28T02:30    | 2027-03-28T07:30Z    | -       | never any change
America/Bogota      | 2027-10-31T02:30    | 2027-10-31T07:30Z    | -       | never any change in autumn
America/Bogota      | 2027-02-28          | 2027-03-01T05:00Z    | -       | end of a date
America/Bogota      | 2027-12-31          | 2028-01-01T05:00Z    | -       | end of a year
America/Bogota      | 2028-02-29          | 2028-03-01T05:00Z    | -       | leap day
America/Bogota      | 1992-05-03T00:30    | 1992-05-03T05:30Z    | gap     | summer time of 1992 jumps over midnight
America/Bogota      | 1992-05-02          | 1992-05-03T05:00Z    | -       | a date whose next midnight was jumped over
America/New_York    | 2027-03-14T02:30    | 2027-03-14T07:30Z    | gap     | gap
America/New_York    | 2027-03-14T02:00    | 2027-03-14T07:00Z    | gap     | the first that is left out
America/New_York    | 2027-03-14T03:00    | 2027-03-14T07:00Z    | -       | after the gap
America/New_York    | 2027-11-07T01:30    | 2027-11-07T05:30Z    | overlap | overlap
America/New_York    | 2027-11-07T00:59    | 2027-11-07T04:59Z    | -       | before the overlap
America/New_York    | 2027-11-07T02:00    | 2027-11-07T07:00Z    | -       | after the overlap
America/New_York    | 2027-03-14          | 2027-03-15T04:00Z    | -       | end of a short day
America/New_York    | 2027-11-07          | 2027-11-08T05:00Z    | -       | end of a long day
America/New_York    | 2027-07-04T09:00    | 2027-07-04T13:00Z    | -       | summer
America/New_York    | 2027-12-24T09:00    | 2027-12-24T14:00Z    | -       | winter
America/New_York    | 2028-02-29          | 2028-03-01T05:00Z    | -       | leap day
America/New_York    | 2006-04-02T02:30    | 2006-04-02T07:30Z    | gap     | gap under the law of 2006
America/New_York    | 2006-03-12T02:30    | 2006-03-12T07:30Z    | -       | no gap under the law of 2006
Africa/Cairo        | 2026-04-23          | 2026-04-23T22:00Z    | -       | midnight does not exist: the date before ends there
Africa/Cairo        | 2026-04-24T00:30    | 2026-04-23T22:30Z    | gap     | time in the gap at midnight
Africa/Cairo        | 2026-04-24T00:00    | 2026-04-23T22:00Z    | gap     | midnight itself in the gap
Africa/Cairo        | 2026-04-24T01:00    | 2026-04-23T22:00Z    | -       | first minute after the gap
Africa/Cairo        | 2026-04-24          | 2026-04-24T21:00Z    | -       | the day with the gap
Africa/Cairo        | 2026-10-29T23:30    | 2026-10-29T20:30Z    | overlap | an hour before midnight comes twice
Africa/Cairo        | 2026-10-29          | 2026-10-29T22:00Z    | -       | that date ends the second time
Africa/Cairo        | 2026-10-30T00:00    | 2026-10-29T22:00Z    | -       | the midnight after it comes once
Africa/Cairo        | 2022-07-01T10:00    | 2022-07-01T08:00Z    | -       | no summer time in 2022
Africa/Cairo        | 2023-07-01T10:00    | 2023-07-01T07:00Z    | -       | summer time again in 2023
Africa/Cairo        | 2023-04-28T00:15    | 2023-04-27T22:15Z    | gap     | gap of 2023
Africa/Cairo        | 2023-04-27          | 2023-04-27T22:00Z    | -       | end of the date before the gap of 2023
Africa/Cairo        | 2028-02-29          | 2028-02-29T22:00Z    | -       | leap day
Pacific/Apia        | 2011-12-30          | 2011-12-31T10:00Z    | gap     | a date that never was ends with the next
Pacific/Apia        | 2011-12-30T12:00    | 2011-12-30T22:00Z    | gap     | a time on a date that never was
Pacific/Apia        | 2011-12-30T00:00    | 2011-12-30T10:00Z    | gap     | its first minute
Pacific/Apia        | 2011-12-29          | 2011-12-30T10:00Z    | -       | the last date before it
Pacific/Apia        | 2011-12-31          | 2011-12-31T10:00Z    | -       | the first date after it
Pacific/Apia        | 2011-12-29T23:59    | 2011-12-30T09:59Z    | -       | the last minute before it
Pacific/Apia        | 2011-12-31T00:00    | 2011-12-30T10:00Z    | -       | the first minute after it
Pacific/Apia        | 2012-01-15T10:00    | 2012-01-14T20:00Z    | -       | summer time in 2012
Pacific/Apia        | 2012-04-01T03:30    | 2012-03-31T13:30Z    | overlap | overlap of 2012
Pacific/Apia        | 2012-09-30T03:30    | 2012-09-29T14:30Z    | gap     | gap of 2012
Pacific/Apia        | 2027-01-15T10:00    | 2027-01-14T21:00Z    | -       | no summer time since 2021
Pacific/Apia        | 2027-06-30          | 2027-06-30T11:00Z    | -       | end of a date
Pacific/Apia        | 2011-12-01T10:00    | 2011-12-01T20:00Z    | -       | before the line was crossed
Australia/Lord_Howe | 2027-10-03T02:15    | 2027-10-02T15:45Z    | gap     | half an hour is left out
Australia/Lord_Howe | 2027-10-03T02:00    | 2027-10-02T15:30Z    | gap     | the first that is left out
Australia/Lord_Howe | 2027-10-03T02:30    | 2027-10-02T15:30Z    | -       | after half an hour
Australia/Lord_Howe | 2027-04-04T01:45    | 2027-04-03T14:45Z    | overlap | half an hour comes twice
Australia/Lord_Howe | 2027-04-04T01:29    | 2027-04-03T14:29Z    | -       | before it
Australia/Lord_Howe | 2027-04-04T02:00    | 2027-04-03T15:30Z    | -       | after it
Australia/Lord_Howe | 2027-10-03          | 2027-10-03T13:00Z    | -       | end of a day shorter by half an hour
Australia/Lord_Howe | 2027-04-04          | 2027-04-04T13:30Z    | -       | end of a day longer by half an hour
Australia/Lord_Howe | 2027-01-15T10:00    | 2027-01-14T23:00Z    | -       | summer
Australia/Lord_Howe | 2027-07-15T10:00    | 2027-07-14T23:30Z    | -       | winter
Australia/Lord_Howe | 2028-02-29          | 2028-02-29T13:00Z    | -       | leap day
America/St_Johns    | 2006-10-28          | 2006-10-29T03:30Z    | -       | clocks went back over midnight: the date ends the second time
America/St_Johns    | 2006-10-29T00:00    | 2006-10-29T02:30Z    | overlap | the minute after the first midnight comes twice
America/Havana      | 2026-10-31          | 2026-11-01T04:00Z    | -       | clocks go back to midnight: the date before ends the first time
America/Havana      | 2026-11-01T00:00    | 2026-11-01T04:00Z    | overlap | midnight comes twice in Havana
America/Havana      | 2027-03-14T00:30    | 2027-03-14T05:30Z    | gap     | midnight is left out in Havana
America/Havana      | 2027-03-13          | 2027-03-14T05:00Z    | -       | the date before that ends at the jump
Europe/Madrid       | 1901-06-01T12:00    | 1901-06-01T12:00Z    | -       | first year
Europe/Madrid       | 9999-12-31          | 9999-12-31T23:00Z    | -       | P8: the last date kept, where it ends within the year
America/Bogota      | 9999-12-31          | none                 | -       | P8: it ends in the year 10000
America/Bogota      | 9999-12-31T18:59    | 9999-12-31T23:59Z    | -       | P8: the last minute kept
Europe/Madrid       | 1000-01-02T00:00    | 1000-01-02T00:14:44Z | -       | P8: the first year, by the sun
Europe/Madrid       | 0999-12-31          | none                 | -       | P8: before the first year
Europe/Madrid       | 2027-02-29          | none                 | -       | no such date
Europe/Madrid       | 2027-02-30T10:00    | none                 | -       | no such date
Europe/Madrid       | 2027-13-01          | none                 | -       | no such month
Europe/Madrid       | 2027-03-28T25:00    | none                 | -       | no such time
Europe/Madrid       | 2027-03-28T24:30    | none                 | -       | no such time
Europe/Madrid       | 2027-03-28 10:00    | none                 | -       | not a local time
Europe/Madrid       | tomorrow            | none                 | -       | not a date
`;
