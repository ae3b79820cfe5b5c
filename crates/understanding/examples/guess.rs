use tasktalk_understanding::{Moment, understand};
use std::io::BufRead;
fn main() {
    let locale = std::env::args().nth(1).unwrap();
    let want = std::env::args().nth(2).unwrap();
    let moment = Moment { now: jiff::civil::datetime(2026, 11, 25, 10, 0, 0, 0), zone: tasktalk_domain::Zone::parse("Europe/Berlin").unwrap(), locale: tasktalk_domain::Locale::parse(&locale).unwrap() };
    for line in std::io::stdin().lock().lines() {
        let line = line.unwrap();
        let Some((text, _)) = line.rsplit_once(" => ") else { continue };
        let u = understand(text, &moment);
        if u.language == want { println!("{line}"); }
    }
}
