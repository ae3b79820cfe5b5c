//! Titles as one person has them after years: many alike, made of a few thousand different words, always the same.

const FIRST_NAMES: &[&str] = &[
    "Anna", "Bob", "Carla", "David", "Emma", "Felix", "Greta", "Hannah", "Igor", "Julia", "Karim",
    "Laura", "Marco", "Nadia", "Oskar", "Paula", "Quentin", "Rosa", "Samir", "Teresa", "Ulrich",
    "Vera", "Walter", "Xenia", "Yusuf", "Zoe",
];
const BEGINNINGS: &[&str] = &[
    "Ander", "Berg", "Carl", "Daw", "Ecker", "Fern", "Gold", "Har", "Ivan", "Jen", "Kauf", "Lind",
    "Mal", "Nor", "Ost", "Peder", "Quist", "Rosen", "Sander", "Thor", "Ul", "Vester", "Wal", "Zim",
];
const ENDINGS: &[&str] = &[
    "berg", "by", "dahl", "er", "feld", "gren", "horn", "ington", "kamp", "lund", "mann", "nes",
    "owski", "quist", "rup", "sen", "stein", "strom", "thal", "vik", "wick", "worth",
];
const TOPICS: &[&str] = &[
    "budget",
    "contract",
    "holiday",
    "insurance",
    "roof",
    "schedule",
    "tickets",
    "website",
    "newsletter",
    "workshop",
    "inventory",
    "delivery",
    "catering",
    "audit",
    "survey",
    "translation",
];
const PLACES: &[&str] = &[
    "attic", "balcony", "bathroom", "cellar", "garage", "garden", "hall", "office", "shed",
    "studio",
];
const THINGS: &[&str] = &[
    "bulb", "carpet", "curtain", "door", "fence", "hinge", "lamp", "mirror", "pipe", "shelf",
    "socket", "tap", "tile", "window",
];
const GOODS: &[&str] = &[
    "apples",
    "batteries",
    "candles",
    "detergent",
    "envelopes",
    "flour",
    "ginger",
    "honey",
    "ink",
    "juice",
    "lentils",
    "mustard",
    "noodles",
    "oranges",
    "pepper",
    "rice",
    "sugar",
    "tea",
    "vinegar",
    "yeast",
];
const PAPERS: &[&str] = &[
    "agenda", "brochure", "draft", "estimate", "forecast", "invoice", "minutes", "offer",
    "outline", "proposal", "report", "slides",
];

/// The title of the task with this number. Of ten, three are calls.
pub(crate) fn title(number: usize) -> String {
    let pick = |words: &[&'static str], salt: usize| words[scattered(number, salt) % words.len()];
    let first = pick(FIRST_NAMES, 1);
    let surname = format!("{}{}", pick(BEGINNINGS, 2), pick(ENDINGS, 3));
    let topic = pick(TOPICS, 4);
    match number % 10 {
        0..3 => format!("Call {first} {surname} about the {topic}"),
        3 => format!("Email {first} {surname} the {}", pick(PAPERS, 5)),
        4 => format!("Buy {} and {} for {first}", pick(GOODS, 6), pick(GOODS, 7)),
        5 => format!("Fix the {} in the {}", pick(THINGS, 8), pick(PLACES, 9)),
        6 => format!("Finish the {} for {surname} Ltd", pick(PAPERS, 10)),
        7 => format!("Meeting with {first} {surname} on the {topic}"),
        8 => format!("Pay {surname} bill {}", 10_000 + number),
        _ => format!("Read chapter {} of the {topic} book", number / 10),
    }
}

/// A number that has nothing to do with its neighbours (Knuth's multiplicative hashing).
fn scattered(number: usize, salt: usize) -> usize {
    let mixed = number
        .wrapping_mul(31)
        .wrapping_add(salt)
        .wrapping_mul(2_654_435_761);
    (mixed % (1 << 32)) >> 8
}
