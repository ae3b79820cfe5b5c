//! The different words of someone's tasks: which are there, how many tasks have each, and which are spelt alike.
//!
//! A slip of the pen changes a word in one place: it leaves the beginning as it is or the ending. So words that may be
//! meant are found by half of a word, in order or backwards, without looking at the others.

use tasktalk_domain::UserId;

use super::filter::range;
use crate::{
    Result, Snapshot, Transaction,
    value::{Parameters, Value, limit, list_length, parameters, placeholders},
};

/// Most words that begin with one beginning, and that have the half of one word.
const BEGINNING_SO: usize = 100;
const HALF_ALIKE: usize = 1_000;
/// Statements have room for 1, 2, 4, … words, and for each for so many forms of it and so many misspellings.
const FORMS: usize = 16;
const MISSPELT: usize = 2;
/// Shorter words are too easily others: no spelling is looked for.
const SHORTEST: usize = 4;
/// How many letters fewer and more a word may have than the misspelt one: it may be a plural as well.
const FEWER: usize = 1;
const MORE: usize = 2;

/// A word that someone's tasks have.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct KnownWord {
    /// The word, folded, as `search_words` cuts it.
    pub word: String,
    /// How many tasks have it, done ones and those in the trash included.
    pub tasks: i64,
}

/// Which words to look for; all of them folded, as `search_words` cuts them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WordQuery {
    /// Exactly these.
    pub whole: Vec<String>,
    /// Words that begin so.
    pub beginnings: Vec<String>,
    /// Words of which these may be misspellings.
    pub misspelt: Vec<Misspelt>,
}

/// A word that may be misspelt.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Misspelt {
    /// The word. With fewer than four letters it is not looked for.
    pub word: String,
    /// If the owner's tasks have one of these, it is written as it was meant, and not looked for.
    pub unless: [String; 2],
}

impl WordQuery {
    /// Whether nothing is looked for.
    pub fn is_empty(&self) -> bool {
        self.whole.is_empty() && self.beginnings.is_empty() && self.misspelt.is_empty()
    }
}

/// The words of an owner's tasks that a query means, each once, and others that have half a word in common with one
/// that may be misspelt: whoever asks compares them.
pub async fn vocabulary(
    s: &Snapshot<'_>,
    owner: UserId,
    query: &WordQuery,
) -> Result<Vec<KnownWord>> {
    if query.is_empty() {
        return Ok(Vec::new());
    }
    let halves: Vec<Half> = query.misspelt.iter().filter_map(Half::of).collect();
    let words = list_length(
        (query.beginnings.len())
            .max(query.whole.len().div_ceil(FORMS))
            .max(halves.len().div_ceil(MISSPELT)),
    );
    let (whole, beginnings, misspelt) = (FORMS * words, words, MISSPELT * words);
    let mut parameters = parameters![owner];
    parameters.extend(query.whole.iter().map(|word| Value::from(word.as_str())));
    // No word is the empty one, and none before it: what fills the lists up finds nothing.
    parameters.resize(1 + whole, "".into());
    for beginning in &query.beginnings {
        let (from, to) = range(beginning);
        parameters.extend(parameters![from, to]);
    }
    parameters.resize(1 + whole + 2 * beginnings, "".into());
    for place in 0..misspelt {
        parameters.extend(halves.get(place).map_or_else(Half::none, Half::parameters));
    }
    s.all(statement(whole, beginnings, misspelt), parameters, |row| {
        Ok(KnownWord {
            word: row.text("word")?,
            tasks: row.integer("tasks")?,
        })
    })
    .await
}

fn statement(whole: usize, beginnings: usize, misspelt: usize) -> String {
    let mut parts = vec![format!(
        "SELECT word, tasks FROM vocabulary WHERE user_id = $1 AND word IN ({})",
        placeholders(2, whole)
    )];
    let alike = |name: String, column: &str, from: usize, condition: &str, most: usize| {
        format!(
            "SELECT word, tasks FROM (SELECT word, tasks FROM vocabulary \
             WHERE user_id = $1 AND {column} >= ${from} AND {column} < ${}{condition} \
             ORDER BY {column} LIMIT {most}) AS {name}",
            from + 1
        )
    };
    for nth in 0..beginnings {
        let from = 2 + whole + 2 * nth;
        let name = format!("beginning_{nth}");
        parts.push(alike(name, "word", from, "", BEGINNING_SO));
    }
    for nth in 0..misspelt {
        let from = 2 + whole + 2 * beginnings + 8 * nth;
        let condition = format!(
            " AND LENGTH(word) BETWEEN CAST(${} AS BIGINT) AND CAST(${} AS BIGINT) \
             AND NOT EXISTS (SELECT 1 FROM vocabulary WHERE user_id = $1 AND word IN (${}, ${}))",
            from + 4,
            from + 5,
            from + 6,
            from + 7
        );
        let front = format!("front_{nth}");
        parts.push(alike(front, "word", from, &condition, HALF_ALIKE));
        let back = format!("back_{nth}");
        parts.push(alike(back, "reversed", from + 2, &condition, HALF_ALIKE));
    }
    parts.join(" UNION ")
}

/// How the words begin and end of which one may be a misspelling, and how long they are.
#[derive(Debug, PartialEq, Eq)]
struct Half {
    beginning: String,
    /// Backwards.
    ending: String,
    least: usize,
    most: usize,
    unless: [String; 2],
}

impl Half {
    fn of(Misspelt { word, unless }: &Misspelt) -> Option<Self> {
        let letters = word.chars().count();
        // With one letter between them that is in neither, swapped neighbours can't be in both.
        let half = letters.checked_sub(1)? / 2;
        (letters >= SHORTEST).then(|| Self {
            beginning: word.chars().take(half).collect(),
            ending: word.chars().rev().take(half).collect(),
            least: (letters - FEWER).max(SHORTEST),
            most: letters + MORE,
            unless: unless.clone(),
        })
    }

    fn parameters(&self) -> Parameters {
        let (front, behind_front) = range(&self.beginning);
        let (back, behind_back) = range(&self.ending);
        parameters![
            front,
            behind_front,
            back,
            behind_back,
            limit(self.least),
            limit(self.most),
            self.unless[0].as_str(),
            self.unless[1].as_str(),
        ]
    }

    fn none() -> Parameters {
        parameters!["", "", "", "", 0, 0, "", ""]
    }
}

/// Counts words that a task has now.
pub(super) async fn count_in(tx: &Transaction<'_>, owner: UserId, words: &[String]) -> Result<()> {
    for part in words.chunks(COUNTED_AT_ONCE) {
        // The same row twice in one statement is refused, so there is a statement for each number of words.
        let rows: Vec<String> = (0..part.len())
            .map(|nth| format!("($1, ${}, ${}, 1)", 2 + 2 * nth, 3 + 2 * nth))
            .collect();
        let sql = format!(
            "INSERT INTO vocabulary (user_id, word, reversed, tasks) VALUES {} \
             ON CONFLICT (user_id, word) DO UPDATE SET tasks = vocabulary.tasks + 1",
            rows.join(", ")
        );
        let mut parameters = parameters![owner];
        for word in part {
            let reversed: String = word.chars().rev().collect();
            parameters.extend(parameters![word.as_str(), reversed]);
        }
        tx.defer(sql, parameters).await?;
    }
    Ok(())
}

/// Most words that are counted in one statement; few, so that there are few statements.
const COUNTED_AT_ONCE: usize = 8;

/// Counts words that a task had; those that no task has are gone.
pub(super) async fn count_out(tx: &Transaction<'_>, owner: UserId, words: &[String]) -> Result<()> {
    for part in words.chunks(COUNTED_AT_ONCE) {
        let list = placeholders(2, COUNTED_AT_ONCE);
        let mut parameters = parameters![owner];
        parameters.extend(part.iter().map(|word| Value::from(word.as_str())));
        parameters.resize(1 + COUNTED_AT_ONCE, "".into());
        for sql in [
            format!(
                "UPDATE vocabulary SET tasks = tasks - 1 WHERE user_id = $1 AND word IN ({list})"
            ),
            format!("DELETE FROM vocabulary WHERE user_id = $1 AND word IN ({list}) AND tasks < 1"),
        ] {
            tx.defer(sql, parameters.clone()).await?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn misspelt(word: &str) -> Misspelt {
        Misspelt {
            word: word.to_owned(),
            unless: [word.to_owned(), String::new()],
        }
    }

    #[test]
    fn halves_leave_a_letter_between_them() {
        for (word, beginning, ending) in [
            ("mlik", "m", "k"),
            ("denist", "de", "ts"),
            ("dentits", "den", "sti"),
            ("grocreies", "groc", "seie"),
        ] {
            let half = Half::of(&misspelt(word)).unwrap();
            assert_eq!((&*half.beginning, &*half.ending), (beginning, ending));
        }
        assert_eq!(Half::of(&misspelt("mum")), None);
        assert_eq!(Half::of(&misspelt("")), None);
    }
}
