//! From what speaks for and against a reading to a confidence.
//!
//! Readers collect evidence; only this file turns it into numbers. How likely a network finds its kind joins here and decides.

use tasktalk_domain::{Confidence, Intent};

/// Something that makes a reading surer or less sure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Cue {
    /// The reference is a number, place, pronoun, quotation or condition.
    ExplicitReference,
    /// The reference has a word for a task.
    NamedReference,
    /// The reference is words that could be a title.
    WordsReference,
    /// The reference is long or odd.
    VagueReference,
    /// The reference is a number without a word for a task, where the verb does not need one.
    BareNumber,
    /// The message is about machines, media or the world.
    World,
    /// A chore asked of the machine: "can you call mum".
    Addressed,
    /// A question mark ends it and it is no question.
    QuestionMark,
    /// A date, tag or priority was given.
    Details,
    /// The verb could be asked of a home assistant as well.
    ServiceVerb,
    /// A known chore verb begins the title.
    ChoreVerb,
    /// "add" was said, which is an order to us.
    Ordered,
    /// The title begins with no known verb.
    NoVerb,
    /// The title is very long.
    LongTitle,
    /// Words were left that nothing explains.
    Unexplained,
    /// A word for tasks or the list was said.
    TaskWord,
    /// The parameter that the command needs is missing.
    Missing,
    /// It is this command or none, but perhaps not meant as one: "cancel the gym".
    Doubtful,
    /// A verb without an object: "test".
    Alone,
    /// The verb was misspelt.
    Misspelt,
    /// The verb alone could mean something else.
    WeakVerb,
    /// A task is named, and nobody was asked to add it: "buy milk", "dentist at 5".
    Bare,
    /// An order that ends in a question mark: "delete milk?" asks whether to.
    Questioned,
}

impl Cue {
    /// Whether it does not doubt what is asked for, but that it should be done without asking back.
    fn holds_back(self) -> bool {
        matches!(
            self,
            Self::Missing | Self::Doubtful | Self::Misspelt | Self::Questioned
        )
    }

    /// How it changes the confidence: a factor.
    fn factor(self) -> f32 {
        match self {
            Self::ExplicitReference | Self::ChoreVerb | Self::TaskWord => 1.02,
            Self::NamedReference => 1.01,
            Self::WordsReference => 0.96,
            Self::Ordered | Self::Bare => 1.0,
            Self::VagueReference => 0.6,
            // What lacks something, or is a question, is always asked about, however sure it is.
            Self::Missing | Self::Questioned => 0.69,
            Self::BareNumber => 0.94,
            Self::World => 0.62,
            Self::Addressed => 0.7,
            Self::QuestionMark => 0.9,
            Self::Details => 1.06,
            Self::ServiceVerb | Self::NoVerb => 0.72,
            Self::LongTitle => 0.92,
            Self::Unexplained | Self::WeakVerb => 0.8,
            // Less than a deletion needs: one that is misspelt is always asked about.
            Self::Misspelt => 0.84,
            Self::Doubtful => 0.78,
            Self::Alone => 0.65,
        }
    }
}

/// What speaks for a reading.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Evidence {
    /// How sure its form alone makes us.
    strength: f32,
    cues: Vec<Cue>,
    /// How likely its kind is by the words alone.
    likelihood: Option<f32>,
}

/// How much oftener than in the sentences that the network was made from a reading is wrong. Measured on 12,000 sentences that it was
/// not made from, beside thousands that were said to assistants of other kinds.
mod odds {
    /// A chore is named, and nobody was asked to add it: "water the plants".
    pub(super) const CHORE: f32 = 2.5;
    /// The same, and an assistant could be asked for it: "email Tom".
    pub(super) const SERVICE: f32 = 12.0;
    /// A thing is named, or what is to be done shows by the words around it alone: "healthy food".
    pub(super) const THING: f32 = 5.0;
    /// A date or a tag makes it a plan: so much of that is left.
    pub(super) const PLANNED: f32 = 0.4;
    /// What was done is more often told than reported: "finished crying".
    pub(super) const DONE: f32 = 1.8;
    /// Who asks to delete means it.
    pub(super) const DELETED: f32 = 0.7;
}

/// A form as plain as this speaks for itself: "add a task to …", whatever the task is.
pub(crate) const PLAIN_FORM: f32 = 0.95;

impl Evidence {
    /// Evidence from a form alone.
    pub(crate) fn new(strength: f32) -> Self {
        Self {
            strength,
            cues: Vec::new(),
            likelihood: None,
        }
    }

    /// With one more cue.
    #[must_use]
    pub(crate) fn with(mut self, cue: Cue) -> Self {
        self.add(cue);
        self
    }

    /// With one more cue, if it holds.
    #[must_use]
    pub(crate) fn with_if(self, holds: bool, cue: Cue) -> Self {
        if holds { self.with(cue) } else { self }
    }

    /// Without a cue.
    #[must_use]
    pub(crate) fn without(mut self, cue: Cue) -> Self {
        self.cues.retain(|other| *other != cue);
        self
    }

    /// Every cue.
    pub(crate) fn cues(&self) -> &[Cue] {
        &self.cues
    }

    /// Adds a cue.
    pub(crate) fn add(&mut self, cue: Cue) {
        if !self.cues.contains(&cue) {
            self.cues.push(cue);
        }
    }

    /// How sure the reading is that this is what is asked for, whether or not it is to be done at once: how likely its kind is,
    /// in which its form was weighed already; what no model knows is as sure as its form.
    pub(crate) fn rank(&self) -> f32 {
        self.likelihood.unwrap_or_else(|| self.form())
    }

    /// How sure its form alone makes us of that.
    pub(crate) fn form(&self) -> f32 {
        self.strength * self.factors(|cue| !cue.holds_back())
    }

    /// The confidence of a command; nothing is certain.
    pub(crate) fn confidence(&self, intent: Intent) -> Confidence {
        let rank = self.rank();
        let rank = self
            .odds_against(intent)
            .map_or(rank, |odds| rank / (rank + odds * (1.0 - rank)));
        Confidence::clamped((rank * self.factors(Cue::holds_back)).min(0.99))
    }

    /// How much oftener it is wrong than its words say.
    fn odds_against(&self, intent: Intent) -> Option<f32> {
        let has = |cue| self.cues.contains(&cue);
        let named = || {
            let odds = match () {
                () if has(Cue::ServiceVerb) => odds::SERVICE,
                () if has(Cue::ChoreVerb) => odds::CHORE,
                () => odds::THING,
            };
            if has(Cue::Details) {
                (odds * odds::PLANNED).max(1.0)
            } else {
                odds
            }
        };
        match intent {
            Intent::AddTask => has(Cue::Bare).then(named),
            Intent::CompleteTask => Some(odds::DONE),
            Intent::DeleteTask => Some(odds::DELETED),
            _ => None,
        }
    }

    /// Takes in how likely its kind is by the words alone.
    pub(crate) fn weigh(&mut self, likelihood: f32) {
        self.likelihood = Some(likelihood);
    }

    /// Takes it in only if it makes the reading surer.
    pub(crate) fn weigh_if_for(&mut self, likelihood: f32) {
        let before = self.rank();
        self.likelihood = Some(likelihood);
        if self.rank() < before {
            self.likelihood = None;
        }
    }

    /// Makes it no surer than this.
    pub(crate) fn limit(&mut self, most: f32) {
        self.strength = self.strength.min(most);
    }

    fn factors(&self, counts: impl Fn(Cue) -> bool) -> f32 {
        let factors = self.cues.iter().filter(|cue| counts(**cue));
        factors.map(|cue| cue.factor()).product()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cues_move_the_confidence_once_each_and_never_to_certainty() {
        let plain = Evidence::new(0.9).confidence(Intent::UpdateTask);
        let doubtful = Evidence::new(0.9).with(Cue::World).with(Cue::World);
        assert!(doubtful.confidence(Intent::UpdateTask) < plain);
        assert_eq!(
            doubtful.confidence(Intent::UpdateTask),
            Confidence::clamped(0.9 * 0.62)
        );
        let sure = Evidence::new(0.97)
            .with(Cue::Details)
            .with(Cue::ExplicitReference);
        assert!(sure.confidence(Intent::UpdateTask) < Confidence::CERTAIN);
    }

    #[test]
    fn likely_words_make_a_reading_surer_and_unlikely_ones_less_sure() {
        let weighed = |likelihood| {
            let mut evidence = Evidence::new(0.8);
            evidence.weigh(likelihood);
            evidence.rank()
        };
        assert!(weighed(0.9) > weighed(0.5) && weighed(0.5) > weighed(0.1));
    }

    #[test]
    fn what_lacks_something_or_is_doubtful_is_never_done_without_asking() {
        for cue in [Cue::Missing, Cue::Doubtful] {
            let mut evidence = Evidence::new(0.99).with(cue);
            evidence.weigh(1.0);
            let bound = if cue == Cue::Missing {
                tasktalk_domain::command::CLARIFY_BELOW
            } else {
                tasktalk_domain::command::CLARIFY_DELETE_BELOW
            };
            assert!(evidence.confidence(Intent::DeleteTask) < bound, "{cue:?}");
        }
    }
}
