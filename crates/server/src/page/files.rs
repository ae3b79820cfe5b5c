//! The page's files, and what is the same for every answer with one: type, compressed forms, tags, how long it is kept.

use std::{collections::HashMap, fmt::Write as _, io, path::Path, path::PathBuf, sync::Arc};

use axum::{body::Bytes, http::HeaderValue};
use rust_embed::{EmbeddedFile, RustEmbed};

use super::{ASSETS, INDEX, negotiation::Accepted};

/// What `npm run build` made. A debug build reads it from there when it starts; a release has it inside.
#[derive(RustEmbed)]
#[folder = "../../web/dist"]
#[allow_missing = true]
struct Built;

/// Forms that a file may have beside itself, made when the page was built: the ending, and the coding's name.
const COMPRESSED: [(&str, &str); 2] = [(".br", "br"), (".gz", "gzip")];

/// The page's files. Cheap to clone.
#[derive(Clone)]
pub(crate) struct Page {
    files: Arc<HashMap<String, PageFile>>,
}

/// One file.
pub(crate) struct PageFile {
    pub(crate) content_type: &'static str,
    /// `Cache-Control`.
    pub(crate) cache: &'static str,
    plain: Variant,
    brotli: Option<Variant>,
    gzip: Option<Variant>,
}

/// One form of a file.
pub(crate) struct Variant {
    pub(crate) bytes: Bytes,
    /// `Content-Encoding`.
    pub(crate) coding: Option<&'static str>,
    /// Made from the bytes, so that equal tags mean equal bytes.
    pub(crate) etag: HeaderValue,
}

/// Why there is no page.
#[derive(Debug, thiserror::Error)]
pub enum PageError {
    /// A file or folder can't be read.
    #[error("{path} can't be read")]
    Unreadable {
        /// Which one.
        path: PathBuf,
        /// What is wrong.
        #[source]
        cause: io::Error,
    },
    /// The folder holds something else.
    #[error(
        "there is no index.html in {0}: PAGE_FOLDER names the folder that `npm run build` made"
    )]
    NoIndex(PathBuf),
}

impl Page {
    /// The page in a folder, else the one that the program was made with, if it was made with one.
    pub(crate) fn load(folder: Option<&Path>) -> Result<Self, PageError> {
        let files = match folder {
            Some(folder) => read(folder)?,
            None => Built::iter()
                .filter_map(|name| Some((name.to_string(), Built::get(&name)?)))
                .collect(),
        };
        Ok(Self::of(files))
    }

    /// Whether there is one.
    pub(crate) fn is_built(&self) -> bool {
        self.files.contains_key(INDEX)
    }

    /// The file with this path, which begins without a slash.
    pub(crate) fn file(&self, path: &str) -> Option<&PageFile> {
        self.files.get(path)
    }

    pub(super) fn of(mut files: HashMap<String, EmbeddedFile>) -> Self {
        let names: Vec<String> = files
            .keys()
            .filter(|name| !is_compressed(name, &files))
            .cloned()
            .collect();
        let mut page = HashMap::with_capacity(names.len());
        for name in names {
            let [brotli, gzip] = COMPRESSED.map(|(ending, coding)| {
                let file = files.remove(&format!("{name}{ending}"))?;
                Some(Variant::of(file, Some(coding)))
            });
            if let Some(file) = files.remove(&name) {
                let file = PageFile {
                    content_type: content_type(&name),
                    cache: cache(&name),
                    plain: Variant::of(file, None),
                    brotli,
                    gzip,
                };
                page.insert(name, file);
            }
        }
        Self {
            files: Arc::new(page),
        }
    }
}

impl PageFile {
    /// The smallest form that the client takes.
    pub(crate) fn variant(&self, accepted: Accepted) -> &Variant {
        let brotli = self.brotli.as_ref().filter(|_| accepted.brotli);
        let gzip = self.gzip.as_ref().filter(|_| accepted.gzip);
        brotli.or(gzip).unwrap_or(&self.plain)
    }
}

impl Variant {
    fn of(file: EmbeddedFile, coding: Option<&'static str>) -> Self {
        let mut etag = String::from("\"");
        for byte in &file.metadata.sha256_hash()[..12] {
            write!(etag, "{byte:02x}").expect("a string takes everything");
        }
        etag.push('"');
        Self {
            bytes: match file.data {
                std::borrow::Cow::Borrowed(bytes) => Bytes::from_static(bytes),
                std::borrow::Cow::Owned(bytes) => bytes.into(),
            },
            coding,
            etag: etag.try_into().expect("digits make a header"),
        }
    }
}

fn is_compressed(name: &str, files: &HashMap<String, EmbeddedFile>) -> bool {
    COMPRESSED.iter().any(|(ending, _)| {
        name.strip_suffix(ending)
            .is_some_and(|plain| files.contains_key(plain))
    })
}

/// Reads a whole folder.
fn read(folder: &Path) -> Result<HashMap<String, EmbeddedFile>, PageError> {
    let mut files = HashMap::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(next) = folders.pop() {
        let failed = |cause| PageError::Unreadable {
            path: next.clone(),
            cause,
        };
        for entry in next.read_dir().map_err(failed)? {
            let path = entry.map_err(failed)?.path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let file = rust_embed::utils::read_file_from_fs(&path).map_err(|cause| {
                PageError::Unreadable {
                    path: path.clone(),
                    cause,
                }
            })?;
            let name = path.strip_prefix(folder).unwrap_or(&path);
            files.insert(name.to_string_lossy().into_owned(), file);
        }
    }
    if !files.contains_key(INDEX) {
        return Err(PageError::NoIndex(folder.to_owned()));
    }
    Ok(files)
}

/// Files that are named after their content never change; for all others the client asks whether they did.
fn cache(name: &str) -> &'static str {
    if name.starts_with(ASSETS) {
        "public, max-age=31536000, immutable"
    } else {
        "no-cache"
    }
}

/// The media type of the kinds of files that a page is made of.
fn content_type(name: &str) -> &'static str {
    match name.rsplit('.').next().unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "json" | "map" => "application/json",
        "webmanifest" => "application/manifest+json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "webp" => "image/webp",
        "woff2" => "font/woff2",
        "txt" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}
