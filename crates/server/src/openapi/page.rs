//! `/docs`: the document as a page for people. Plain HTML made here, without scripts and without anything from
//! elsewhere.

use std::fmt::Write as _;

use serde_json::Value;
use utoipa::openapi::OpenApi;

use crate::problem::Code;

/// Renders the page.
pub(crate) fn render(document: &OpenApi) -> String {
    let document = serde_json::to_value(document).expect("the document has only text in it");
    let mut page = String::from(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <title>Tasktalk API</title>\n<link rel=\"stylesheet\" href=\"/docs/style.css\">\n</head>\n<body>\n<main>\n",
    );
    let info = &document["info"];
    write_to(
        &mut page,
        format_args!(
            "<h1>{} API <small>{}</small></h1>\n<p>{}</p>\n\
             <p>The machine-readable form: <a href=\"/api/openapi.json\">/api/openapi.json</a></p>\n",
            text(&info["title"]),
            text(&info["version"]),
            prose(&info["description"]),
        ),
    );
    for tag in items(&document["tags"]) {
        section(&mut page, &document, tag);
    }
    schemas(&mut page, &document);
    codes(&mut page);
    page.push_str("</main>\n</body>\n</html>\n");
    page
}

fn section(page: &mut String, document: &Value, tag: &Value) {
    write_to(
        page,
        format_args!("<h2>{}</h2>\n", text(&tag["description"])),
    );
    for (path, methods) in entries(&document["paths"]) {
        for (method, operation) in entries(methods) {
            if items(&operation["tags"]).any(|name| name == &tag["name"]) {
                self::operation(page, path, method, operation);
            }
        }
    }
}

fn operation(page: &mut String, path: &str, method: &str, operation: &Value) {
    write_to(
        page,
        format_args!(
            "<details id=\"{}\">\n<summary><b class=\"{method}\">{}</b> <code>{}</code> {}</summary>\n<p>{}</p>\n",
            text(&operation["operationId"]),
            method.to_uppercase(),
            escape(path),
            text(&operation["summary"]),
            prose(&operation["description"]),
        ),
    );
    if items(&operation["parameters"]).next().is_some() {
        page.push_str("<table>\n<tr><th>Parameter</th><th>In</th><th>What</th></tr>\n");
        for parameter in items(&operation["parameters"]) {
            write_to(
                page,
                format_args!(
                    "<tr><td><code>{}</code></td><td>{}</td><td>{}</td></tr>\n",
                    text(&parameter["name"]),
                    text(&parameter["in"]),
                    prose(&parameter["description"]),
                ),
            );
        }
        page.push_str("</table>\n");
    }
    let body = &operation["requestBody"]["content"]["application/json"]["schema"];
    if !body.is_null() {
        write_to(page, format_args!("<p>Body: {}</p>\n", shape(body)));
    }
    page.push_str("<table>\n<tr><th>Status</th><th>What</th><th>Body</th></tr>\n");
    for (status, response) in entries(&operation["responses"]) {
        let schema = entries(&response["content"])
            .next()
            .map_or(&Value::Null, |(_, content)| &content["schema"]);
        write_to(
            page,
            format_args!(
                "<tr><td>{}</td><td>{}</td><td>{}</td></tr>\n",
                escape(status),
                prose(&response["description"]),
                shape(schema),
            ),
        );
    }
    page.push_str("</table>\n</details>\n");
}

fn schemas(page: &mut String, document: &Value) {
    page.push_str("<h2>Shapes</h2>\n");
    for (name, schema) in entries(&document["components"]["schemas"]) {
        write_to(
            page,
            format_args!(
                "<details id=\"{0}\">\n<summary><code>{0}</code></summary>\n<p>{1}</p>\n",
                escape(name),
                prose(&schema["description"]),
            ),
        );
        if schema["properties"].is_object() {
            page.push_str("<table>\n<tr><th>Field</th><th>Shape</th><th>What</th></tr>\n");
            let required: Vec<_> = items(&schema["required"]).collect();
            for (field, property) in entries(&schema["properties"]) {
                let optional = if required.iter().any(|name| *name == field) {
                    ""
                } else {
                    "?"
                };
                write_to(
                    page,
                    format_args!(
                        "<tr><td><code>{}</code>{optional}</td><td>{}</td><td>{}</td></tr>\n",
                        escape(field),
                        shape(property),
                        prose(&property["description"]),
                    ),
                );
            }
            page.push_str("</table>\n");
        } else {
            write_to(page, format_args!("<p>{}</p>\n", shape(schema)));
        }
        page.push_str("</details>\n");
    }
}

fn codes(page: &mut String) {
    page.push_str(
        "<h2>Problem codes</h2>\n<table>\n<tr><th>Code</th><th>Status</th><th>What it means</th></tr>\n",
    );
    for code in Code::ALL {
        write_to(
            page,
            format_args!(
                "<tr id=\"{0}\"><td><code>{0}</code></td><td>{1}</td><td>{2}</td></tr>\n",
                code.as_str(),
                code.status().as_u16(),
                code_marks(&escape(code.meaning().trim())),
            ),
        );
    }
    page.push_str("</table>\n");
}

/// A schema in a few words, with links to the shapes it names.
fn shape(schema: &Value) -> String {
    if let Some(reference) = schema["$ref"].as_str() {
        let name = escape(reference.rsplit('/').next().unwrap_or_default());
        return format!("<a href=\"#{name}\"><code>{name}</code></a>");
    }
    for key in ["oneOf", "anyOf", "allOf"] {
        if schema[key].is_array() {
            let parts: Vec<_> = items(&schema[key]).map(shape).collect();
            return parts.join(" or ");
        }
    }
    if schema["enum"].is_array() {
        let words: Vec<_> = items(&schema["enum"]).map(text).collect();
        return words.join(" · ");
    }
    let kinds: Vec<_> = match &schema["type"] {
        Value::Array(kinds) => kinds.iter().map(text).collect(),
        Value::String(_) => vec![text(&schema["type"])],
        _ => return String::new(),
    };
    let kind = kinds.join(" or ");
    if schema["items"].is_object() {
        return format!("{kind} of {}", shape(&schema["items"]));
    }
    match schema["format"].as_str() {
        Some(format) => format!("{kind} ({})", escape(format)),
        None => kind,
    }
}

fn entries(value: &Value) -> impl Iterator<Item = (&str, &Value)> {
    value
        .as_object()
        .into_iter()
        .flatten()
        .map(|(name, value)| (name.as_str(), value))
}

fn items(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().into_iter().flatten()
}

fn text(value: &Value) -> String {
    escape(value.as_str().unwrap_or_default())
}

/// Text of ours with Markdown's `code`.
fn prose(value: &Value) -> String {
    code_marks(&text(value))
}

fn code_marks(escaped: &str) -> String {
    let mut html = String::with_capacity(escaped.len());
    for (place, part) in escaped.split('`').enumerate() {
        if place % 2 == 1 {
            write_to(&mut html, format_args!("<code>{part}</code>"));
        } else {
            html.push_str(part);
        }
    }
    html
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}

fn write_to(page: &mut String, text: std::fmt::Arguments<'_>) {
    page.write_fmt(text).expect("a string takes everything");
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::router;

    #[test]
    fn every_operation_shape_and_code_has_its_place() {
        let document = router::openapi();
        let page = render(&document);
        for path in document.paths.paths.keys() {
            assert!(page.contains(&format!("<code>{path}</code>")), "{path}");
        }
        for code in Code::ALL {
            assert!(page.contains(&format!("<tr id=\"{}\">", code.as_str())));
        }
        assert!(page.contains("<details id=\"Task\">"));
        assert!(!page.contains("<script") && !page.contains("style="));
    }
}
