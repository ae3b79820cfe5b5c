//! Sentences: what is found in them, with the words that belong to it, and what is not a date at all.

use super::{found, meaning, sunday};
use crate::tokens::tokenize;
use crate::when::find_all;

/// A sentence, and what is found in it, said on Sunday, 22 November 2026, at nine in the morning.
const SENTENCES: &[(&str, &[&str])] = &[
    (
        "call mum tomorrow at 5",
        &["tomorrow at 5 = 2026-11-23T17:00"],
    ),
    (
        "remind me to call mum tomorrow at 5pm",
        &["tomorrow at 5pm = 2026-11-23T17:00"],
    ),
    (
        "tomorrow at noon stretch my back",
        &["tomorrow at noon = 2026-11-23T12:00"],
    ),
    ("buy milk tomorrow", &["tomorrow = 2026-11-23"]),
    (
        "gym every mon, wed and fri at 7am #health p2",
        &["every mon, wed and fri at 7am = FREQ=WEEKLY;BYDAY=MO,WE,FR @ 2026-11-23T07:00"],
    ),
    (
        "dentist on friday 3pm",
        &["on friday 3pm = 2026-11-27T15:00"],
    ),
    (
        "move the dentist to Friday 3pm",
        &["Friday 3pm = 2026-11-27T15:00"],
    ),
    (
        "push everything due today to tomorrow",
        &["due today = 2026-11-22", "tomorrow = 2026-11-23"],
    ),
    (
        "what's due this week?",
        &["due this week = 2026-11-16 week"],
    ),
    ("report due friday", &["due friday = 2026-11-27"]),
    ("report due by friday", &["due by friday = ..2026-11-27"]),
    ("pay rent on the 1st", &["on the 1st = 2026-12-01"]),
    (
        "pay rent on the 1st of every month",
        &["on the 1st of every month = FREQ=MONTHLY;BYMONTHDAY=1 @ 2026-12-01"],
    ),
    (
        "water the plants every 3 days",
        &["every 3 days = FREQ=DAILY;INTERVAL=3 @ 2026-11-22"],
    ),
    (
        "take out the trash every tuesday night",
        &["every tuesday night = FREQ=WEEKLY;BYDAY=TU @ 2026-11-24T20:00"],
    ),
    (
        "submit taxes before april 15",
        &["before april 15 = ..2027-04-15"],
    ),
    ("finish by 5", &["by 5 = ..2026-11-22T17:00"]),
    ("book flights for 3 march", &["for 3 march = 2027-03-03"]),
    ("lunch with Anna on sat", &["on sat = 2026-11-28"]),
    ("lunch sat at noon", &["sat at noon = 2026-11-28T12:00"]),
    ("party sat 8pm", &["sat 8pm = 2026-11-28T20:00"]),
    (
        "meet bob at 5 tomorrow",
        &["at 5 tomorrow = 2026-11-23T17:00"],
    ),
    (
        "tomorrow at 5 call mum",
        &["tomorrow at 5 = 2026-11-23T17:00"],
    ),
    ("at 5 call mum", &["at 5 = 2026-11-22T17:00"]),
    ("on friday buy eggs", &["on friday = 2026-11-27"]),
    ("buy 2 eggs tomorrow", &["tomorrow = 2026-11-23"]),
    (
        "remind me in 20 minutes to check the oven",
        &["in 20 minutes = 2026-11-22T09:20"],
    ),
    (
        "in 2 hours call the bank",
        &["in 2 hours = 2026-11-22T11:00"],
    ),
    (
        "call the bank in 2 hours",
        &["in 2 hours = 2026-11-22T11:00"],
    ),
    (
        "standup weekdays at 9:30",
        &["weekdays at 9:30 = FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR @ 2026-11-23T09:30"],
    ),
    (
        "pay bills monthly on the 5th",
        &["monthly on the 5th = FREQ=MONTHLY;BYMONTHDAY=5 @ 2026-12-05"],
    ),
    (
        "backup laptop every sunday evening",
        &["every sunday evening = FREQ=WEEKLY;BYDAY=SU @ 2026-11-22T18:00"],
    ),
    (
        "yoga mondays at 6pm",
        &["mondays at 6pm = FREQ=WEEKLY;BYDAY=MO @ 2026-11-23T18:00"],
    ),
    (
        "yoga on mondays and wednesdays at 6pm",
        &["on mondays and wednesdays at 6pm = FREQ=WEEKLY;BYDAY=MO,WE @ 2026-11-23T18:00"],
    ),
    (
        "call grandma every other sunday",
        &["every other sunday = FREQ=WEEKLY;INTERVAL=2;BYDAY=SU @ 2026-11-22"],
    ),
    ("renew passport in march", &["in march = 2027-03-01 month"]),
    (
        "renew passport by end of march",
        &["by end of march = ..2027-03-31"],
    ),
    (
        "schedule meeting next tuesday from 2 to 3pm",
        &["next tuesday from 2 to 3pm = 2026-11-24T14:00..2026-11-24T15:00"],
    ),
    (
        "meeting tomorrow 10-11am",
        &["tomorrow 10-11am = 2026-11-23T10:00..2026-11-23T11:00"],
    ),
    ("exam on 12/5 at 10", &["on 12/5 at 10 = 2026-12-05T10:00"]),
    (
        "flight on 2026-12-05 at 06:45",
        &["on 2026-12-05 at 06:45 = 2026-12-05T06:45"],
    ),
    (
        "breakfast tomorrow 8:30",
        &["tomorrow 8:30 = 2026-11-23T08:30"],
    ),
    ("dinner tonight", &["tonight = 2026-11-22T20:00"]),
    (
        "dinner tonight at 7:30",
        &["tonight at 7:30 = 2026-11-22T19:30"],
    ),
    ("wake me at 6", &["at 6 = 2026-11-22T18:00"]),
    (
        "wake me up at 6 in the morning",
        &["at 6 in the morning = 2026-11-23T06:00"],
    ),
    (
        "take pills at noon every day",
        &["at noon every day = FREQ=DAILY @ 2026-11-22T12:00"],
    ),
    (
        "take pills daily at 8am",
        &["daily at 8am = FREQ=DAILY @ 2026-11-23T08:00"],
    ),
    (
        "anniversary every year on june 12",
        &["every year on june 12 = FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=12 @ 2027-06-12"],
    ),
    ("birthday on june 12th", &["on june 12th = 2027-06-12"]),
    (
        "wedding on the 12th of june 2027",
        &["on the 12th of june 2027 = 2027-06-12"],
    ),
    ("start project next monday", &["next monday = 2026-11-23"]),
    (
        "conference march 3-5",
        &["march 3-5 = 2027-03-03..2027-03-05"],
    ),
    (
        "vacation from july 1 to july 14",
        &["from july 1 to july 14 = 2027-07-01..2027-07-14"],
    ),
    (
        "trip dec 20 to jan 3",
        &["dec 20 to jan 3 = 2026-12-20..2027-01-03"],
    ),
    (
        "read until midnight",
        &["until midnight = ..2026-11-23T00:00"],
    ),
    ("call after 6pm", &["after 6pm = 2026-11-22T18:00.."]),
    (
        "call before noon tomorrow",
        &["before noon tomorrow = ..2026-11-23T12:00"],
    ),
    (
        "do laundry this weekend",
        &["this weekend = 2026-11-21..2026-11-22"],
    ),
    (
        "clean garage next weekend",
        &["next weekend = 2026-11-28..2026-11-29"],
    ),
    (
        "call mom on mother's day",
        &["on mother's day = 2027-05-09"],
    ),
    ("buy gift for valentine's day", &[]),
    (
        "cook turkey on thanksgiving",
        &["on thanksgiving = 2026-11-26"],
    ),
    ("submit by eod", &["by eod = ..2026-11-22T17:00"]),
    (
        "submit by eod tomorrow",
        &["by eod tomorrow = ..2026-11-23T17:00"],
    ),
    (
        "send invoice at the end of the month",
        &["at the end of the month = 2026-11-30"],
    ),
    (
        "send invoice on the last day of the month",
        &["on the last day of the month = 2026-11-30"],
    ),
    (
        "send invoice on the last friday of the month",
        &["on the last friday of the month = 2026-11-27"],
    ),
    (
        "board meeting third thursday of january",
        &["third thursday of january = 2027-01-21"],
    ),
    (
        "change filters every 3 months",
        &["every 3 months = FREQ=MONTHLY;INTERVAL=3 @ 2026-11-22"],
    ),
    (
        "oil change every 6 months starting march 1",
        &["every 6 months starting march 1 = FREQ=MONTHLY;INTERVAL=6 @ 2027-03-01"],
    ),
    (
        "team lunch every last friday of the month at noon",
        &["every last friday of the month at noon = FREQ=MONTHLY;BYDAY=-1FR @ 2026-11-27T12:00"],
    ),
    ("dentist in two weeks", &["in two weeks = 2026-12-06"]),
    (
        "dentist two weeks from monday",
        &["two weeks from monday = 2026-12-07"],
    ),
    (
        "follow up a week from today",
        &["a week from today = 2026-11-29"],
    ),
    (
        "follow up 3 days after christmas",
        &["3 days after christmas = 2026-12-28"],
    ),
    (
        "ping Sam the day after tomorrow",
        &["the day after tomorrow = 2026-11-24"],
    ),
    (
        "ping Sam the day before christmas",
        &["the day before christmas = 2026-12-24"],
    ),
    (
        "buy bread at quarter past five",
        &["at quarter past five = 2026-11-22T17:15"],
    ),
    ("train at 17:42", &["at 17:42 = 2026-11-22T17:42"]),
    ("train at 5.42pm", &["at 5.42pm = 2026-11-22T17:42"]),
    (
        "doctor appt tues 14th at 3",
        &["tues 14th at 3 = 2027-09-14T15:00"],
    ),
    ("call at half six", &["at half six = 2026-11-22T18:30"]),
    (
        "meeting friday afternoon",
        &["friday afternoon = 2026-11-27T15:00"],
    ),
    (
        "meeting friday at 3 in the afternoon",
        &["friday at 3 in the afternoon = 2026-11-27T15:00"],
    ),
    (
        "walk dog every morning at 7",
        &["every morning at 7 = FREQ=DAILY @ 2026-11-23T07:00"],
    ),
    (
        "walk dog every day except sunday",
        &["every day except sunday = FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR,SA @ 2026-11-23"],
    ),
    (
        "medication every day for 10 days",
        &["every day for 10 days = FREQ=DAILY;UNTIL=20261201 @ 2026-11-22"],
    ),
    (
        "medication every 2 days until december 15",
        &["every 2 days until december 15 = FREQ=DAILY;INTERVAL=2;UNTIL=20261215 @ 2026-11-22"],
    ),
    (
        "piano lesson every wednesday at 4 starting next week",
        &["every wednesday at 4 starting next week = FREQ=WEEKLY;BYDAY=WE @ 2026-11-25T16:00"],
    ),
    (
        "review every quarter",
        &["every quarter = FREQ=MONTHLY;INTERVAL=3 @ 2026-11-22"],
    ),
    (
        "standup every weekday except friday at 9",
        &["every weekday except friday at 9 = FREQ=WEEKLY;BYDAY=MO,TU,WE,TH @ 2026-11-23T09:00"],
    ),
    (
        "mow the lawn every 2 weeks on saturday",
        &["every 2 weeks on saturday = FREQ=WEEKLY;INTERVAL=2;BYDAY=SA @ 2026-11-28"],
    ),
    ("do it later today", &["later today = 2026-11-22"]),
    ("do it sometime next week", &["next week = 2026-11-23 week"]),
    (
        "do it by the end of next week",
        &["by the end of next week = ..2026-11-29"],
    ),
    ("plan for 2027", &[]),
    (
        "plan party for next saturday",
        &["for next saturday = 2026-11-28"],
    ),
    (
        "buy tickets at 10am on friday for the concert",
        &["at 10am on friday = 2026-11-27T10:00"],
    ),
    (
        "email bob today about the 3rd floor",
        &["today = 2026-11-22"],
    ),
    (
        "what did I complete yesterday?",
        &["yesterday = 2026-11-21"],
    ),
    ("show tasks for tomorrow", &["for tomorrow = 2026-11-23"]),
    (
        "anything between monday and wednesday?",
        &["between monday and wednesday = 2026-11-23..2026-11-25"],
    ),
    (
        "tasks due in the next 7 days",
        &["due in the next 7 days = 2026-11-22..2026-11-29"],
    ),
    (
        "overdue since last week",
        &["since last week = 2026-11-09.. week"],
    ),
    ("call john @ 3pm", &["@ 3pm = 2026-11-22T15:00"]),
    ("call john @3pm", &["@3pm = 2026-11-22T15:00"]),
    ("pick up kids 3:15pm", &["3:15pm = 2026-11-22T15:15"]),
    ("pick up kids at 3:15", &["at 3:15 = 2026-11-22T15:15"]),
    (
        "pick up kids at 15:15 tomorrow",
        &["at 15:15 tomorrow = 2026-11-23T15:15"],
    ),
    (
        "Wed 25 Nov 2026 3:30pm meeting",
        &["Wed 25 Nov 2026 3:30pm = 2026-11-25T15:30"],
    ),
    ("11/25 dentist", &[]),
    ("dentist 11/25 3pm", &["11/25 3pm = 2026-11-25T15:00"]),
    ("dentist 25/11", &["25/11 = 2026-11-25"]),
    ("Jan 5: dentist", &["Jan 5 = 2027-01-05"]),
    ("dentist - tomorrow", &["tomorrow = 2026-11-23"]),
    ("(tomorrow) dentist", &["tomorrow = 2026-11-23"]),
    ("tomorrow: dentist", &["tomorrow = 2026-11-23"]),
    ("tomorrow, dentist", &["tomorrow = 2026-11-23"]),
    ("dentist tomorrow!", &["tomorrow = 2026-11-23"]),
    ("dentist tomorrow?", &["tomorrow = 2026-11-23"]),
    (
        "dentist TOMORROW AT 5PM",
        &["TOMORROW AT 5PM = 2026-11-23T17:00"],
    ),
    (
        "Dentist Tomorrow At Noon",
        &["Tomorrow At Noon = 2026-11-23T12:00"],
    ),
    (
        "first friday every month",
        &["first friday every month = FREQ=MONTHLY;BYDAY=1FR @ 2026-12-04"],
    ),
    (
        "buy a birthday card for anna's party on saturday night",
        &["on saturday night = 2026-11-28T20:00"],
    ),
    (
        "remind me on the 5th and the 20th of every month to check the meter",
        &["on the 5th and the 20th of every month = FREQ=MONTHLY;BYMONTHDAY=5,20 @ 2026-12-05"],
    ),
    (
        "i need to finish the slides by wednesday evening",
        &["by wednesday evening = ..2026-11-25T18:00"],
    ),
    (
        "don't forget the milk on your way home tonight",
        &["tonight = 2026-11-22T20:00"],
    ),
    (
        "call the dentist first thing monday",
        &["first thing monday = 2026-11-23T09:00"],
    ),
    (
        "pay the electricity bill before the 25th",
        &["before the 25th = ..2026-11-25"],
    ),
    (
        "set up a meeting with Sam for 3pm on Thursday",
        &["for 3pm on Thursday = 2026-11-26T15:00"],
    ),
    (
        "lunch with mark in 2 weeks at 12:30",
        &["in 2 weeks at 12:30 = 2026-12-06T12:30"],
    ),
    (
        "the report is due in 3 days",
        &["due in 3 days = 2026-11-25"],
    ),
    (
        "the report is due 3 days from now",
        &["due 3 days from now = 2026-11-25"],
    ),
    (
        "submit expense report by 5pm next thursday",
        &["by 5pm next thursday = ..2026-11-26T17:00"],
    ),
    (
        "watch game of thrones season 3 episode 9 tomorrow",
        &["tomorrow = 2026-11-23"],
    ),
    (
        "book hotel 12-15 december",
        &["12-15 december = 2026-12-12..2026-12-15"],
    ),
    (
        "book hotel from the 12th till the 15th of december",
        &["from the 12th till the 15th of december = 2026-12-12..2026-12-15"],
    ),
    (
        "pick up dry cleaning today or tomorrow",
        &["today = 2026-11-22", "tomorrow = 2026-11-23"],
    ),
    ("read chapter 5 by monday", &["by monday = ..2026-11-23"]),
    (
        "email prof. smith re: exam on jan 12 at 9 a.m.",
        &["on jan 12 at 9 a.m. = 2027-01-12T09:00"],
    ),
    (
        "walk the beagle every weekday at 8 and every sunday at 10 walk the cat",
        &[
            "every weekday at 8 = FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR @ 2026-11-23T08:00",
            "every sunday at 10 = FREQ=WEEKLY;BYDAY=SU @ 2026-11-22T10:00",
        ],
    ),
    (
        "restring the violin, 11 december at the latest",
        &["11 december at the latest = 2026-12-11"],
    ),
    (
        "pay for the hut by the end of today",
        &["by the end of today = ..2026-11-22T17:00"],
    ),
    (
        "apply for a badge, deadline 4 january",
        &[", deadline 4 january = 2027-01-04"],
    ),
    (
        "call Jonas at his desk, eleven today",
        &["eleven today = 2026-11-22T11:00"],
    ),
    ("buy eleven today", &["today = 2026-11-22"]),
    ("monday 9 people come", &["monday = 2026-11-23"]),
    (
        "water plants every mon wed fri",
        &["every mon wed fri = FREQ=WEEKLY;BYDAY=MO,WE,FR @ 2026-11-23"],
    ),
    (
        "water plants every monday wednesday and friday",
        &["every monday wednesday and friday = FREQ=WEEKLY;BYDAY=MO,WE,FR @ 2026-11-23"],
    ),
    (
        "clean the fridge once a month",
        &["once a month = FREQ=MONTHLY @ 2026-11-22"],
    ),
    (
        "take vitamins each morning",
        &["each morning = FREQ=DAILY @ 2026-11-22T09:00"],
    ),
    (
        "send newsletter every first tuesday at 10am",
        &["every first tuesday at 10am = FREQ=MONTHLY;BYDAY=1TU @ 2026-12-01T10:00"],
    ),
    (
        "pay rent every 1st",
        &["every 1st = FREQ=MONTHLY;BYMONTHDAY=1 @ 2026-12-01"],
    ),
    (
        "trash day every thursday 7am",
        &["every thursday 7am = FREQ=WEEKLY;BYDAY=TH @ 2026-11-26T07:00"],
    ),
    (
        "change sheets every other sunday",
        &["every other sunday = FREQ=WEEKLY;INTERVAL=2;BYDAY=SU @ 2026-11-22"],
    ),
    (
        "team sync tue/thu 10:30",
        &["tue/thu 10:30 = FREQ=WEEKLY;BYDAY=TU,TH @ 2026-11-24T10:30"],
    ),
    (
        "1:1 with bob every 2 weeks on wed at 2",
        &["every 2 weeks on wed at 2 = FREQ=WEEKLY;INTERVAL=2;BYDAY=WE @ 2026-11-25T14:00"],
    ),
    (
        "standup daily 9:15",
        &["daily 9:15 = FREQ=DAILY @ 2026-11-22T09:15"],
    ),
    ("daily standup at 9:15", &["at 9:15 = 2026-11-22T09:15"]),
    (
        "haircut sometime next month",
        &["next month = 2026-12-01 month"],
    ),
    ("plan vacation for summer 2027", &[]),
    (
        "taxes due april 15 2027",
        &["due april 15 2027 = 2027-04-15"],
    ),
    (
        "cancel gym membership before end of january",
        &["before end of january = ..2027-01-31"],
    ),
    (
        "check in for the flight 24 hours before 3pm on friday",
        &["24 hours before 3pm on friday = 2026-11-26T15:00"],
    ),
    (
        "remind me 10 minutes before 5",
        &["10 minutes before 5 = 2026-11-22T16:50"],
    ),
    ("remind me an hour before the meeting", &[]),
    (
        "move dentist from monday to tuesday",
        &["from monday to tuesday = 2026-11-23..2026-11-24"],
    ),
    (
        "reschedule call to next week",
        &["next week = 2026-11-23 week"],
    ),
    (
        "snooze until tomorrow morning",
        &["until tomorrow morning = ..2026-11-23T09:00"],
    ),
    ("snooze for an hour", &["for an hour = PT1H"]),
    ("snooze 30 minutes", &[]),
    ("postpone by 2 days", &[]),
    ("push back by a week", &[]),
    (
        "what did i finish last week",
        &["last week = 2026-11-09 week"],
    ),
    (
        "show me what's due between friday and sunday",
        &["due between friday and sunday = 2026-11-27..2026-11-29"],
    ),
    (
        "tasks for the weekend",
        &["for the weekend = 2026-11-21..2026-11-22"],
    ),
    (
        "anything due on or before friday",
        &["due on or before friday = ..2026-11-27"],
    ),
    (
        "overdue tasks from last month",
        &["from last month = 2026-10-01 month"],
    ),
    (
        "due after next monday",
        &["due after next monday = 2026-11-23.."],
    ),
    (
        "everything before tomorrow",
        &["before tomorrow = ..2026-11-23"],
    ),
    ("what's on for wednesday", &["for wednesday = 2026-11-25"]),
    ("see you soon", &[]),
    (
        "new year party dec 31 9pm",
        &["dec 31 9pm = 2026-12-31T21:00"],
    ),
    ("buy 2% milk at 6", &["at 6 = 2026-11-22T18:00"]),
    (
        "run 5k on sunday at 7:30am",
        &["on sunday at 7:30am = 2026-11-29T07:30"],
    ),
    ("review pr 1234 by noon", &["by noon = ..2026-11-22T12:00"]),
    (
        "flight aa1234 at 6:45 am on 12/24",
        &["at 6:45 am on 12/24 = 2026-12-24T06:45"],
    ),
    ("room 5 at 3", &["at 3 = 2026-11-22T15:00"]),
    ("meet at gate 5 at 3", &["at 3 = 2026-11-22T15:00"]),
    ("get 5 apples at 5", &["at 5 = 2026-11-22T17:00"]),
    ("add task 5 at 5", &["at 5 = 2026-11-22T17:00"]),
    ("mark 3 done", &[]),
    ("move task 3 to friday", &["friday = 2026-11-27"]),
    ("task 12 due 12/12", &["due 12/12 = 2026-12-12"]),
    (
        "change #42 to tomorrow 8am",
        &["tomorrow 8am = 2026-11-23T08:00"],
    ),
];

/// No dates, although words of dates are in them.
const NO_DATES: &[&str] = &[
    "may",
    "the second one",
    "march on",
    "march on washington",
    "buy 2 eggs",
    "buy sun cream",
    "the cat sat",
    "we sat down",
    "task 3",
    "delete task 3",
    "version 2.0",
    "open 24/7",
    "room 101",
    "call 555-1234",
    "one thing",
    "wait a minute",
    "call mar",
    "this may take a while",
    "may I go",
    "the sun is out",
    "buy 5 tables",
    "look at 5 houses",
    "arrive at 5 different places",
    "in 2 minds",
    "give me a second",
    "just a sec",
    "second hand car",
    "last minute shopping",
    "next time",
    "the next one",
    "last one",
    "next door neighbour",
    "delete the 3rd one",
    "the third item",
    "on the second floor",
    "on the 3rd floor",
    "half of the list",
    "quarter pounder",
    "buy a quarter of beef",
    "christmas presents",
    "buy easter eggs",
    "halloween costume",
    "midnight snack",
    "morning run",
    "evening dress",
    "good morning",
    "good night",
    "daily report",
    "write weekly report",
    "monthly budget",
    "sunday's best",
    "read today's paper",
    "an hour-long call",
    "read 1/2 of the book",
    "7/10 movie",
    "add 3/4 cup of flour",
    "ratio 16:9",
    "score 3:2",
    "upgrade to 10.15.7",
    "ip 192.168.1.1",
    "meet at 5 main street",
    "may the force be with you",
    "june is my friend",
    "call april",
    "august said hi",
    "buy 100 balloons",
    "count from 1 to 10",
    "choose between 2 and 4",
    "mark 2 and 5 as done",
    "1 and 2",
    "delete 1, 2 and 3",
    "$5 lunch",
    "at 50 euros",
    "5% discount",
    "pay 2026 dollars",
    "flight LH2026",
    "bus 17",
    "iphone 15",
    "season 2 episode 5",
    "page 10-12",
    "pages 5-7",
    "chapter 3 to 5",
    "a week",
    "two hours",
    "watch two hours of tv",
    "a day off",
    "year end review",
    "weekend trip",
    "week 3 plan",
    "day one",
    "buy the times",
    "time",
    "do it now",
    "i am busy",
    "at home",
    "by hand",
    "until then",
    "every task",
    "every one of them",
    "each item",
    "all of them",
    "done",
    "finish it",
    "5 a day",
    "from a to b",
    "on top",
    "week",
    "day",
    "year",
    "friday's list",
    "what a day",
    "have a nice day",
    "the other day",
    "some day",
    "someday",
    "one day",
    "once upon a time",
    "for once",
    "at once",
    "at first",
    "at last",
    "first of all",
    "second to none",
    "a second opinion",
    "the last 3 tasks",
    "last two",
    "the first two",
    "first 3",
    "next 3",
    "in a row",
    "in one go",
    "10 pushups",
    "run 5 k",
    "5 m rope",
    "2 d printing",
    "buy 3 m tape",
    "h&m",
    "set timer 5",
    "pm",
    "the pm called",
    "am i late",
    "undo the last two",
    "version 1.2.3",
    "https://example.com/2026/11/27/post",
    "report_2026-11-27.pdf",
    "mail bob@5pm.com",
    "march madness",
    "may day parade",
    "in second gear",
    "on demand",
    "on and off",
    "tom and jerry",
    "sun and moon",
    "sat nav",
    "wed them",
    "mon ami",
    "Mar a Lago",
    "dec the halls",
    "jan called",
    "email jan about it",
    "meet Jan",
    "with May",
    "ask june",
];

/// What looks like a date or time and is none in any calendar, or no rule we follow.
const REFUSED: &[&str] = &[
    "30 february",
    "pay tax on the 31st of february",
    "25:00",
    "tomorrow at 25:00",
    "13pm",
    "every hour",
    "every 30 minutes",
    "twice a week",
    "every day at noon and midnight",
    "first week of march",
    "feb 29 2027",
    "last week of september",
    "third tuesday after christmas 2014",
    "3 times every day",
    "31 april",
    "32 march",
    "april 31",
    "12/32",
    "0/5",
    "2026-02-30",
    "2026-13-01",
    "31/11/2026",
    "tomorrow at 5:75pm",
    "on 30 february at 5",
    "from 30 february to 3 march",
    "call mum on the 32nd",
    "at 24:30",
    "0pm",
    "the 45th of june",
];

#[test]
fn dates_are_found_in_sentences_with_the_words_that_lead_to_them() {
    let moment = sunday();
    let mut wrong = Vec::new();
    for (text, expected) in SENTENCES {
        let found = found(text, &moment);
        if found != *expected {
            wrong.push(format!("{text:?}: {found:?}, expected {expected:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn what_names_something_is_hardly_a_date() {
    let moment = sunday();
    for text in [
        "the friday meeting",
        "buy tickets for the 8pm show",
        "get rid of the monday list",
    ] {
        let tokens = tokenize(text);
        let found = find_all(&tokens, &moment);
        assert!(found.iter().all(|found| found.confidence < 0.5), "{text:?}");
    }
}

#[test]
fn nothing_is_found_rather_than_something_wrong() {
    let moment = sunday();
    for text in NO_DATES {
        assert_eq!(found(text, &moment), Vec::<String>::new(), "{text:?}");
        let inside = format!("we know that {text} and so on");
        assert_eq!(found(&inside, &moment), Vec::<String>::new(), "{inside:?}");
    }
}

#[test]
fn what_no_calendar_has_is_refused_and_not_bent() {
    let moment = sunday();
    for text in REFUSED {
        assert_eq!(meaning(text, &moment), "none", "{text:?}");
    }
}
