//! English nouns that decide what a message is about.

/// Words for a task.
pub(super) const TASKS: &str = "
    task tasks todo todos to-do to-dos item items reminder reminders chore chores errand errands thing things entry
    entries action actions to-dos assignment assignments task's job jobs";

/// Words for the whole list.
pub(super) const LISTS: &str = "
    list lists todo-list to-do-list tasklist agenda backlog checklist tasks todos to-dos queue";

/// Names that are lists of a person's own things when they stand before "list": simply the list.
pub(super) const PLAIN_LIST_NAMES: &str = "
    to-do todo to do todos tasks task my the this our that main whole entire full current things-to-do chore chores daily
    personal-to-do reminder reminders complete own pending open active new latest everyday your day today's todays whole
    tomorrow's weekly week's same next remaining an a existing";

/// Names that people give to tags; before "tasks" they are one.
pub(super) const TAG_NAMES: &str = "
    work home personal shopping grocery groceries school office house household family health fitness finance
    finances garden errand kids car travel study university college uni business project private hobby church bills reading
    holiday christmas packing wish bucket movie workout party wedding";

/// Nouns that stand for something to be done or attended: with a date they are a task.
pub(super) const EVENTS: &str = "
    appointment appt meeting meetings dentist doctor doctor's gym yoga rent homework laundry groceries shopping haircut physio
    therapy interview exam exams quiz lecture seminar class lesson practice rehearsal training workout
    vet bills bill taxes tax mortgage insurance vaccination checkup check-up birthday anniversary party wedding dinner
    supper lunch breakfast brunch barbecue bbq gig flight passport visa presentation report essay paper deadline standup stand-up
    retro dishes trash rubbish bins recycling garbage plumber electrician mechanic optician
    orthodontist hairdresser barber pharmacy prescription medication meds vitamins pills concert conference
    assignment invoice payroll timesheet expenses pilates football soccer tennis basketball
    babysitter nursery daycare church mot viewing inspection delivery pick-up pickup drop-off dropoff ironing gardening jogging
    reservation orientation webinar workshop budget newsletter payment dry-cleaning swimming choir physiotherapy
    massage manicure scan surgery training piano guitar karate judo ballet";

/// What belongs to machines, media and the world: a message about these is not about tasks.
pub(super) const WORLD: &str = "
    light lights lamp lamps bulb bulbs lighting brightness volume speaker speakers tv television radio station stations channel music song songs
    playlist playlists track tracks album albums audiobook podcast podcasts episode episodes movie movies film films
    weather forecast temperature rain snow sunny cloudy humidity umbrella news headlines headline stock stocks share shares
    exchange currency dollar dollars euro euros rupee rupees traffic taxi taxis uber lyft cab cabs train trains bus buses flight
    flights plane ticket tickets restaurant restaurants takeout takeaway pizza pizzas sushi burger burgers alarm alarms
    timer timers plug socket sockets thermostat heating heater aircon vacuum hoover roomba robot coffee
    espresso latte joke jokes facebook twitter instagram whatsapp youtube netflix spotify pandora email emails mail mails inbox
    tweet tweets status time clock calendar event events song's artist band bands singer recipe recipes game games chess
    internet wifi bluetooth siri alexa google cortana jazz rock pop blues hip-hop classical tunes audio sound sounds
    message messages notification notifications sms contact contacts feed
    picture pictures photo photos selfie screenshot video videos poem story stories conversation
    location map maps route directions distance definition meaning";

/// Words of the assistant itself: "delete my account" is not a task.
pub(super) const ACCOUNT: &str = "
    account password profile settings conversation history chat app application data server token tokens database";

/// Words for urgency.
pub(super) const URGENCY: &str = "urgent urgently important critical crucial pressing asap";

/// Numbers in words.
pub(super) const NUMBERS: &[(&str, i64)] = &[
    ("zero", 0),
    ("one", 1),
    ("two", 2),
    ("three", 3),
    ("four", 4),
    ("five", 5),
    ("six", 6),
    ("seven", 7),
    ("eight", 8),
    ("nine", 9),
    ("ten", 10),
    ("eleven", 11),
    ("twelve", 12),
    ("thirteen", 13),
    ("fourteen", 14),
    ("fifteen", 15),
    ("sixteen", 16),
    ("seventeen", 17),
    ("eighteen", 18),
    ("nineteen", 19),
    ("twenty", 20),
];

/// Places in words.
pub(super) const ORDINALS: &[(&str, u32)] = &[
    ("first", 1),
    ("1st", 1),
    ("second", 2),
    ("2nd", 2),
    ("third", 3),
    ("3rd", 3),
    ("fourth", 4),
    ("4th", 4),
    ("fifth", 5),
    ("5th", 5),
    ("sixth", 6),
    ("6th", 6),
    ("seventh", 7),
    ("7th", 7),
    ("eighth", 8),
    ("8th", 8),
    ("ninth", 9),
    ("9th", 9),
    ("tenth", 10),
    ("10th", 10),
    ("eleventh", 11),
    ("11th", 11),
    ("twelfth", 12),
    ("12th", 12),
];

/// Devices and their settings: never tasks.
pub(super) const DEVICES: &str = "
    light lights lamp lamps lighting brightness volume speaker speakers tv television radio music song songs playlist playlists
    alarm alarms timer timers thermostat heating heater aircon socket sockets plug roomba robot podcast audiobook wifi bluetooth
    siri alexa google cortana screen color colour sound audio temperature fan language theme wallpaper ringtone channel mode voice cursor slide browser cache";

/// What one is driven in: calling one is asked of a machine.
pub(super) const RIDES: &str = "taxi taxis uber lyft cab cabs takeout takeaway";
