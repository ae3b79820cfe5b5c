use clap::CommandFactory as _;

use super::*;

#[test]
fn the_command_line_is_well_formed() {
    Cli::command().debug_assert();
}

#[test]
fn env_example_names_every_setting_with_its_default_and_nothing_else() {
    let example = include_str!("../../.env.example");
    let named: Vec<(&str, &str)> = example
        .lines()
        .filter_map(|line| line.strip_prefix('#')?.split_once('='))
        .filter(|(name, _)| name.chars().all(|c| c.is_ascii_uppercase() || c == '_'))
        .collect();
    let cli = Cli::command();
    let serve = cli.find_subcommand("serve").unwrap();
    let mut settings = Vec::new();
    for arg in serve.get_arguments().filter(|arg| !arg.is_hide_set()) {
        let Some(name) = arg.get_env() else {
            assert!(
                matches!(arg.get_id().as_str(), "help" | "version"),
                "{} has no environment variable",
                arg.get_id()
            );
            continue;
        };
        let name = name.to_str().unwrap();
        let shown = named.iter().find(|(shown, _)| *shown == name);
        let (_, shown) = shown.unwrap_or_else(|| panic!(".env.example lacks {name}"));
        if let [default] = arg.get_default_values()
            && !matches!(name, "TIMEZONE")
        {
            assert_eq!(default.to_str().unwrap(), *shown, "the default of {name}");
        }
        settings.push(name);
    }
    for (name, _) in named {
        assert!(
            settings.contains(&name),
            "{name} in .env.example is no setting"
        );
    }
}

#[test]
fn a_command_behind_an_option_is_no_message() {
    let cli = Cli::try_parse_from(["tasktalk", "--timezone", "UTC", "migrate"]).unwrap();
    assert_eq!(run(cli).unwrap(), ExitCode::from(2));
}

#[test]
fn a_word_that_is_nearly_a_command_is_taken_for_it() {
    for (word, name) in [
        ("serv", "serve"),
        ("chta", "chat"),
        ("migrat", "migrate"),
        ("tokne", "token"),
    ] {
        assert_eq!(nearest_command(word).as_deref(), Some(name));
    }
    for word in [
        "undo", "list", "thanks", "milk", "chat", "what", "then", "oops", "yes", "parsley",
    ] {
        assert_eq!(nearest_command(word), None, "{word}");
    }
}
