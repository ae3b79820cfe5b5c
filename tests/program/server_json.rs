//! `server.json`, with which the MCP registry is told of this server, by the rules of its schema (2025-12-11). The
//! registry refuses what breaks them; here it is noticed first, without a network.

use serde_json::Value;

fn document() -> Value {
    serde_json::from_str(include_str!("../../server.json")).unwrap()
}

/// The names in braces.
fn variables(text: &str) -> Vec<&str> {
    text.split('{')
        .skip(1)
        .filter_map(|rest| rest.split('}').next())
        .collect()
}

#[test]
fn it_says_who_it_is_as_the_registry_wants_it() {
    let server = document();
    let schema = "https://static.modelcontextprotocol.io/schemas/2025-12-11/server.schema.json";
    assert_eq!(server["$schema"], schema);
    // A reversed domain, one slash, a name.
    let (domain, name) = server["name"].as_str().unwrap().split_once('/').unwrap();
    let plain = |text: &str, more: &str| {
        !text.is_empty()
            && text
                .chars()
                .all(|c| c.is_ascii_alphanumeric() || more.contains(c))
    };
    assert!(plain(domain, ".-") && domain.contains('.') && plain(name, "._-"));
    for (field, longest) in [("title", 100), ("description", 100)] {
        let length = server[field].as_str().unwrap().chars().count();
        assert!(
            (1..=longest).contains(&length),
            "{field} has {length} characters"
        );
    }
    // Exact, and this program's.
    assert_eq!(server["version"], env!("CARGO_PKG_VERSION"));
    let known = [
        "$schema",
        "name",
        "title",
        "description",
        "version",
        "remotes",
    ];
    assert!(
        server
            .as_object()
            .unwrap()
            .keys()
            .all(|key| known.contains(&key.as_str()))
    );
}

#[test]
fn it_says_how_it_is_reached_and_keeps_the_token_secret() {
    let server = document();
    let remotes = server["remotes"].as_array().unwrap();
    assert!(!remotes.is_empty());
    for remote in remotes {
        assert_eq!(remote["type"], "streamable-http");
        let url = remote["url"].as_str().unwrap();
        assert!(
            url.starts_with("https://") && url.ends_with("/mcp"),
            "{url}"
        );
        for name in variables(url) {
            assert_eq!(remote["variables"][name]["isRequired"], true, "{name}");
        }
        for header in remote["headers"].as_array().unwrap() {
            assert!(header["name"].is_string());
            let secret = header["name"] == "Authorization";
            assert!(!secret || header["isSecret"] == true);
            for name in variables(header["value"].as_str().unwrap_or_default()) {
                let variable = &header["variables"][name];
                assert!(variable["description"].is_string(), "{name}");
                assert!(!secret || variable["isSecret"] == true, "{name}");
            }
        }
    }
}
