//! Recurrences. Said on Sunday, 22 November 2026, at nine in the morning.

/// What was said, and what it means.
pub(super) const RECURRENCES: &[(&str, &str)] = &[
    ("every day", "FREQ=DAILY @ 2026-11-22"),
    (
        "saturday mornings",
        "FREQ=WEEKLY;BYDAY=SA @ 2026-11-28T09:00",
    ),
    (
        "alternate mondays",
        "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO @ 2026-11-23",
    ),
    ("daily", "FREQ=DAILY @ 2026-11-22"),
    (
        "every other tuesday at 6pm",
        "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU @ 2026-11-24T18:00",
    ),
    ("weekdays", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR @ 2026-11-23"),
    (
        "weekdays except friday",
        "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH @ 2026-11-23",
    ),
    (
        "every mon, wed and fri at 7am",
        "FREQ=WEEKLY;BYDAY=MO,WE,FR @ 2026-11-23T07:00",
    ),
    (
        "the 15th and the last day of the month",
        "FREQ=MONTHLY;BYMONTHDAY=15,-1 @ 2026-11-30",
    ),
    (
        "first monday of every month",
        "FREQ=MONTHLY;BYDAY=1MO @ 2026-12-07",
    ),
    (
        "monthly on the 31st",
        "FREQ=MONTHLY;BYMONTHDAY=31 @ 2026-11-30",
    ),
    (
        "yearly on 3 march",
        "FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=3 @ 2027-03-03",
    ),
    (
        "every 3 days after I finish",
        "FREQ=DAILY;INTERVAL=3 after_completion @ 2026-11-22",
    ),
    (
        "every day until christmas",
        "FREQ=DAILY;UNTIL=20261225 @ 2026-11-22",
    ),
    ("every day for 5 times", "FREQ=DAILY;COUNT=5 @ 2026-11-22"),
    (
        "every week for 10 weeks",
        "FREQ=WEEKLY;UNTIL=20270130 @ 2026-11-22",
    ),
    (
        "every weekday at 9",
        "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR @ 2026-11-23T09:00",
    ),
    ("every morning", "FREQ=DAILY @ 2026-11-22T09:00"),
    (
        "every monday morning",
        "FREQ=WEEKLY;BYDAY=MO @ 2026-11-23T09:00",
    ),
    ("every 2 weeks", "FREQ=WEEKLY;INTERVAL=2 @ 2026-11-22"),
    (
        "every two weeks on monday and thursday",
        "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH @ 2026-11-23",
    ),
    (
        "every month on the 15th",
        "FREQ=MONTHLY;BYMONTHDAY=15 @ 2026-12-15",
    ),
    (
        "every year on march 3",
        "FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=3 @ 2027-03-03",
    ),
    (
        "every march 3rd",
        "FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=3 @ 2027-03-03",
    ),
    (
        "every christmas",
        "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=25 @ 2026-12-25",
    ),
    ("every 15th", "FREQ=MONTHLY;BYMONTHDAY=15 @ 2026-12-15"),
    (
        "every last friday of the month",
        "FREQ=MONTHLY;BYDAY=-1FR @ 2026-11-27",
    ),
    (
        "every second tuesday",
        "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU @ 2026-11-24",
    ),
    (
        "every second tuesday of the month",
        "FREQ=MONTHLY;BYDAY=2TU @ 2026-12-08",
    ),
    (
        "every 2nd tuesday",
        "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU @ 2026-11-24",
    ),
    (
        "every third thursday",
        "FREQ=MONTHLY;BYDAY=3TH @ 2026-12-17",
    ),
    (
        "every other day at 8pm starting monday",
        "FREQ=DAILY;INTERVAL=2 @ 2026-11-23T20:00",
    ),
    (
        "mondays and thursdays at 6",
        "FREQ=WEEKLY;BYDAY=MO,TH @ 2026-11-23T18:00",
    ),
    ("on weekends", "FREQ=WEEKLY;BYDAY=SA,SU @ 2026-11-22"),
    ("at 7am every day", "FREQ=DAILY @ 2026-11-23T07:00"),
    (
        "march 3rd every year",
        "FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=3 @ 2027-03-03",
    ),
    (
        "the 1st of each month",
        "FREQ=MONTHLY;BYMONTHDAY=1 @ 2026-12-01",
    ),
    ("once a week", "FREQ=WEEKLY @ 2026-11-22"),
    (
        "last day of every month",
        "FREQ=MONTHLY;BYMONTHDAY=-1 @ 2026-11-30",
    ),
    (
        "every monday to friday",
        "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR @ 2026-11-23",
    ),
    (
        "every first of the month",
        "FREQ=MONTHLY;BYMONTHDAY=1 @ 2026-12-01",
    ),
    ("quarterly", "FREQ=MONTHLY;INTERVAL=3 @ 2026-11-22"),
    ("every 3 months", "FREQ=MONTHLY;INTERVAL=3 @ 2026-11-22"),
    ("every six months", "FREQ=MONTHLY;INTERVAL=6 @ 2026-11-22"),
    ("every weekend", "FREQ=WEEKLY;BYDAY=SA,SU @ 2026-11-22"),
    (
        "annually on dec 5",
        "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=5 @ 2026-12-05",
    ),
    (
        "every! 3 days",
        "FREQ=DAILY;INTERVAL=3 after_completion @ 2026-11-22",
    ),
    (
        "last weekday of every month",
        "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1 @ 2026-11-30",
    ),
    (
        "every day except sunday",
        "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR,SA @ 2026-11-23",
    ),
    (
        "every 1st and 15th of the month",
        "FREQ=MONTHLY;BYMONTHDAY=1,15 @ 2026-12-01",
    ),
    (
        "on the first and third monday of every month",
        "FREQ=MONTHLY;BYDAY=1MO,3MO @ 2026-12-07",
    ),
    (
        "every weekday morning",
        "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR @ 2026-11-23T09:00",
    ),
    ("every night at 10", "FREQ=DAILY @ 2026-11-22T22:00"),
    ("each friday", "FREQ=WEEKLY;BYDAY=FR @ 2026-11-27"),
    ("every tues & thurs", "FREQ=WEEKLY;BYDAY=TU,TH @ 2026-11-24"),
    ("every second day", "FREQ=DAILY;INTERVAL=2 @ 2026-11-22"),
    ("every 10 days", "FREQ=DAILY;INTERVAL=10 @ 2026-11-22"),
    ("every 4 years", "FREQ=YEARLY;INTERVAL=4 @ 2026-11-22"),
    ("weekly on mondays", "FREQ=WEEKLY;BYDAY=MO @ 2026-11-23"),
    (
        "weekly on monday and friday at 3pm",
        "FREQ=WEEKLY;BYDAY=MO,FR @ 2026-11-23T15:00",
    ),
    (
        "biweekly on friday",
        "FREQ=WEEKLY;INTERVAL=2;BYDAY=FR @ 2026-11-27",
    ),
    (
        "monthly on the last friday",
        "FREQ=MONTHLY;BYDAY=-1FR @ 2026-11-27",
    ),
    (
        "monthly on the first",
        "FREQ=MONTHLY;BYMONTHDAY=1 @ 2026-12-01",
    ),
    (
        "every month on the first monday at 10",
        "FREQ=MONTHLY;BYDAY=1MO @ 2026-12-07T10:00",
    ),
    (
        "every last day of the month",
        "FREQ=MONTHLY;BYMONTHDAY=-1 @ 2026-11-30",
    ),
    (
        "end of every month",
        "FREQ=MONTHLY;BYMONTHDAY=-1 @ 2026-11-30",
    ),
    (
        "at the end of each month",
        "FREQ=MONTHLY;BYMONTHDAY=-1 @ 2026-11-30",
    ),
    (
        "beginning of every month",
        "FREQ=MONTHLY;BYMONTHDAY=1 @ 2026-12-01",
    ),
    (
        "on the 5th every month",
        "FREQ=MONTHLY;BYMONTHDAY=5 @ 2026-12-05",
    ),
    (
        "daily except weekends",
        "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR @ 2026-11-23",
    ),
    (
        "every day except weekends",
        "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR @ 2026-11-23",
    ),
    (
        "every work day",
        "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR @ 2026-11-23",
    ),
    (
        "every business day",
        "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR @ 2026-11-23",
    ),
    (
        "every 3 weeks on tuesday starting next month",
        "FREQ=WEEKLY;INTERVAL=3;BYDAY=TU @ 2026-12-01",
    ),
    (
        "every monday at 9 for 6 weeks",
        "FREQ=WEEKLY;BYDAY=MO;UNTIL=20270103 @ 2026-11-23T09:00",
    ),
    (
        "tuesdays and thursdays from 3 to 4pm",
        "FREQ=WEEKLY;BYDAY=TU,TH @ 2026-11-24T15:00",
    ),
    (
        "every monday from 9 to 10am",
        "FREQ=WEEKLY;BYDAY=MO @ 2026-11-23T09:00",
    ),
    ("once every 3 days", "FREQ=DAILY;INTERVAL=3 @ 2026-11-22"),
    ("once daily", "FREQ=DAILY @ 2026-11-22"),
    ("once a day at 8", "FREQ=DAILY @ 2026-11-23T08:00"),
    ("every single day", "FREQ=DAILY @ 2026-11-22"),
    (
        "every jan 1",
        "FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=1 @ 2027-01-01",
    ),
    (
        "each year on june 5",
        "FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=5 @ 2027-06-05",
    ),
    (
        "mon-fri at 9",
        "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR @ 2026-11-23T09:00",
    ),
    (
        "monday to friday at 9am",
        "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR @ 2026-11-23T09:00",
    ),
    (
        "every 2nd and 4th wednesday",
        "FREQ=MONTHLY;BYDAY=2WE,4WE @ 2026-11-25",
    ),
    ("every other month", "FREQ=MONTHLY;INTERVAL=2 @ 2026-11-22"),
    (
        "every other month on the 3rd",
        "FREQ=MONTHLY;INTERVAL=2;BYMONTHDAY=3 @ 2026-12-03",
    ),
    (
        "every 1st of january",
        "FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=1 @ 2027-01-01",
    ),
    ("every fortnight", "FREQ=WEEKLY;INTERVAL=2 @ 2026-11-22"),
    (
        "every year in june",
        "FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=1 @ 2027-06-01",
    ),
    (
        "first day of every month at 9",
        "FREQ=MONTHLY;BYMONTHDAY=1 @ 2026-12-01T09:00",
    ),
    ("every last sunday", "FREQ=MONTHLY;BYDAY=-1SU @ 2026-11-29"),
    (
        "15th of every month at 3pm",
        "FREQ=MONTHLY;BYMONTHDAY=15 @ 2026-12-15T15:00",
    ),
    (
        "the last friday of each month",
        "FREQ=MONTHLY;BYDAY=-1FR @ 2026-11-27",
    ),
    (
        "every tuesday and thursday until june 30",
        "FREQ=WEEKLY;BYDAY=TU,TH;UNTIL=20270630 @ 2026-11-24",
    ),
    (
        "every mon/wed/fri",
        "FREQ=WEEKLY;BYDAY=MO,WE,FR @ 2026-11-23",
    ),
    (
        "weekends at 10",
        "FREQ=WEEKLY;BYDAY=SA,SU @ 2026-11-22T10:00",
    ),
    (
        "every sat and sun morning",
        "FREQ=WEEKLY;BYDAY=SA,SU @ 2026-11-22T09:00",
    ),
    ("every evening at 6:30", "FREQ=DAILY @ 2026-11-22T18:30"),
    ("nightly", "FREQ=DAILY @ 2026-11-22T20:00"),
    ("every 12 months", "FREQ=MONTHLY;INTERVAL=12 @ 2026-11-22"),
    ("every hundred days", "FREQ=DAILY;INTERVAL=100 @ 2026-11-22"),
    ("every 3rd friday", "FREQ=MONTHLY;BYDAY=3FR @ 2026-12-18"),
    (
        "every third friday of the month",
        "FREQ=MONTHLY;BYDAY=3FR @ 2026-12-18",
    ),
    (
        "every friday at 5pm starting from next month",
        "FREQ=WEEKLY;BYDAY=FR @ 2026-12-04T17:00",
    ),
    (
        "starting tomorrow every day at 8",
        "FREQ=DAILY @ 2026-11-23T08:00",
    ),
    (
        "every day at 8 from tomorrow",
        "FREQ=DAILY @ 2026-11-23T08:00",
    ),
    (
        "every day this week",
        "FREQ=DAILY;UNTIL=20261122 @ 2026-11-22",
    ),
    ("every 2nd day", "FREQ=DAILY;INTERVAL=2 @ 2026-11-22"),
    (
        "every other weekend",
        "FREQ=WEEKLY;INTERVAL=2;BYDAY=SA,SU @ 2026-11-22",
    ),
    (
        "every weekday at noon",
        "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR @ 2026-11-23T12:00",
    ),
    (
        "every mon-fri",
        "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR @ 2026-11-23",
    ),
    (
        "every monday through friday at 8",
        "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR @ 2026-11-23T08:00",
    ),
    (
        "every year on christmas",
        "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=25 @ 2026-12-25",
    ),
    (
        "every thanksgiving",
        "FREQ=YEARLY;BYMONTH=11;BYDAY=4TH @ 2026-11-26",
    ),
    (
        "every may",
        "FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=1 @ 2027-05-01",
    ),
    (
        "every january and july",
        "FREQ=YEARLY;BYMONTH=1,7;BYMONTHDAY=1 @ 2027-01-01",
    ),
    (
        "every 29th of february",
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29 @ 2027-02-28",
    ),
    (
        "every month on the last day",
        "FREQ=MONTHLY;BYMONTHDAY=-1 @ 2026-11-30",
    ),
    (
        "last friday every month",
        "FREQ=MONTHLY;BYDAY=-1FR @ 2026-11-27",
    ),
    (
        "monthly on the second tuesday",
        "FREQ=MONTHLY;BYDAY=2TU @ 2026-12-08",
    ),
    (
        "on the 2nd tuesday of each month at 7pm",
        "FREQ=MONTHLY;BYDAY=2TU @ 2026-12-08T19:00",
    ),
    (
        "every 4 weeks on friday at 10 starting 4 december",
        "FREQ=WEEKLY;INTERVAL=4;BYDAY=FR @ 2026-12-04T10:00",
    ),
    (
        "every day until friday",
        "FREQ=DAILY;UNTIL=20261127 @ 2026-11-22",
    ),
    (
        "every day from monday to friday",
        "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR @ 2026-11-23",
    ),
    (
        "every day between 9 and 10",
        "FREQ=DAILY @ 2026-11-22T09:00",
    ),
    (
        "daily at 9 until new year",
        "FREQ=DAILY;UNTIL=20270101 @ 2026-11-22T09:00",
    ),
    (
        "every 3 days for a month",
        "FREQ=DAILY;INTERVAL=3;UNTIL=20261221 @ 2026-11-22",
    ),
    (
        "once every other week",
        "FREQ=WEEKLY;INTERVAL=2 @ 2026-11-22",
    ),
    ("bi-weekly", "FREQ=WEEKLY;INTERVAL=2 @ 2026-11-22"),
    ("every two years", "FREQ=YEARLY;INTERVAL=2 @ 2026-11-22"),
    (
        "every morning at 6 except on sundays",
        "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR,SA @ 2026-11-23T06:00",
    ),
    (
        "each monday and each thursday",
        "FREQ=WEEKLY;BYDAY=MO,TH @ 2026-11-23",
    ),
    (
        "every tuesday, thursday and saturday at noon",
        "FREQ=WEEKLY;BYDAY=TU,TH,SA @ 2026-11-24T12:00",
    ),
    ("on every 1st", "FREQ=MONTHLY;BYMONTHDAY=1 @ 2026-12-01"),
    (
        "on the first of each month",
        "FREQ=MONTHLY;BYMONTHDAY=1 @ 2026-12-01",
    ),
    (
        "2nd of every month",
        "FREQ=MONTHLY;BYMONTHDAY=2 @ 2026-12-02",
    ),
    (
        "every 5th and 20th",
        "FREQ=MONTHLY;BYMONTHDAY=5,20 @ 2026-12-05",
    ),
    (
        "every 10th of the month at 10am",
        "FREQ=MONTHLY;BYMONTHDAY=10 @ 2026-12-10T10:00",
    ),
    (
        "every week after completion",
        "FREQ=WEEKLY after_completion @ 2026-11-22",
    ),
    (
        "every month after i'm done",
        "FREQ=MONTHLY after_completion @ 2026-11-22",
    ),
    (
        "every 2 weeks when done",
        "FREQ=WEEKLY;INTERVAL=2 after_completion @ 2026-11-22",
    ),
    (
        "first friday every month",
        "FREQ=MONTHLY;BYDAY=1FR @ 2026-12-04",
    ),
    (
        "every mon wed fri",
        "FREQ=WEEKLY;BYDAY=MO,WE,FR @ 2026-11-23",
    ),
    (
        "tue/thu 10:30",
        "FREQ=WEEKLY;BYDAY=TU,TH @ 2026-11-24T10:30",
    ),
];
