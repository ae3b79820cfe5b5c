//! The JSON of `tasktalk parse`.

use tasktalk_understanding::parse_line;

use crate::shorthand::moment;

fn json(text: &str) -> serde_json::Value {
    serde_json::to_value(parse_line(text, &moment())).unwrap()
}

#[test]
fn an_added_task_is_described_with_its_spans_in_characters() {
    let line = json("remind me to call Zoë tomorrow at 5pm");
    assert_eq!(line["text"], "remind me to call Zoë tomorrow at 5pm");
    assert_eq!(line["language"], "en");
    assert_eq!(line["question"], serde_json::Value::Null);
    let command = &line["commands"][0];
    assert_eq!(command["intent"], "add_task");
    assert_eq!(command["reference"], serde_json::Value::Null);
    assert_eq!(
        command["parameters"],
        serde_json::json!({
            "title": "Call Zoë", "due": {"date_time": "2026-11-23T17:00:00"}, "recurrence": null, "priority": null, "tags": []
        })
    );
    let spans = command["spans"].as_array().unwrap();
    assert!(spans.contains(
        &serde_json::json!({"start": 22, "end": 37, "kind": "due", "text": "tomorrow at 5pm"})
    ));
    assert!(spans.contains(
        &serde_json::json!({"start": 13, "end": 21, "kind": "title", "text": "call Zoë"})
    ));
}

#[test]
fn what_applies_to_other_commands_is_there() {
    assert_eq!(
        json("show overdue tasks")["commands"][0]["parameters"]["filter"]["due"],
        "overdue"
    );
    let done = json("mark #3 as done");
    assert_eq!(done["commands"][0]["parameters"]["completed"], true);
    assert_eq!(done["commands"][0]["reference"]["include"][0]["id"], 3);
    let cleared = json("remove the due date from task 2");
    assert_eq!(cleared["commands"][0]["parameters"]["due"], "none");
    let asked = json("mark a task as complete");
    assert!(asked["question"].is_string());
    assert!(asked["confidence"].as_f64().unwrap() < 0.7);
    let withheld = json("should I delete the report?");
    assert_eq!(withheld["commands"][0]["reason"], "hypothetical");
    let repeating = json("stretch every weekday at 9");
    assert_eq!(
        repeating["commands"][0]["parameters"]["recurrence"],
        "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"
    );
}
